package language

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// shared is where a corpus of real posts, and another checker's measurements of
// them, lie beside a working copy; tests that need them skip where they do not.
const shared = "../../../shared"

type measured struct {
	Path, Title string
	Research    struct {
		WordCountInText     int
		SentenceCount       int
		SentenceCountLegacy int // what its reading ease is computed with: often twice as many
		PageTitleWidthExact float64
		FleschScore         float64
	}
}

func measurements(t *testing.T) (list []measured) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "oracle", "18f.yoast.jsonl"))
	if err != nil {
		t.Skip("no measurements to compare with")
	}
	for line := range strings.Lines(string(data)) {
		var m measured
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		list = append(list, m)
	}
	return list
}

func post(tb testing.TB, path string) *lint.Document {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "corpus", "18f", path))
	if err != nil {
		tb.Skip("no corpus")
	}
	return parse.Parse(path, data, parse.Options{})
}

// agreement collects by how much we differ from another checker.
type agreement struct {
	near, all int
	off       []difference
}

type difference struct {
	path         string
	ours, theirs float64
}

func (a *agreement) add(path string, ours, theirs, tolerance float64) {
	a.all++
	if math.Abs(ours-theirs) <= tolerance {
		a.near++
		return
	}
	a.off = append(a.off, difference{path, ours, theirs})
}

func (a *agreement) check(t *testing.T, name string, least float64) {
	t.Helper()
	slices.SortFunc(a.off, func(x, y difference) int {
		return int(1000 * (math.Abs(y.ours-y.theirs) - math.Abs(x.ours-x.theirs)))
	})
	t.Logf("%s: %d of %d agree", name, a.near, a.all)
	for _, d := range a.off[:min(12, len(a.off))] {
		t.Logf("    %s: %v here, %v there", d.path, d.ours, d.theirs)
	}
	if share := float64(a.near) / float64(a.all); share < least {
		t.Errorf("%s agree on %.1f %% of posts, want %.0f %%", name, 100*share, 100*least)
	}
}

func TestCountsAgreeWithAnotherChecker(t *testing.T) {
	var words, sentences, ease agreement
	for _, m := range measurements(t) {
		d := post(t, m.Path)
		checkProse(t, d)
		got, r := MetricsOf(d), m.Research
		words.add(m.Path, float64(got.Words), float64(r.WordCountInText), max(1, 0.02*float64(r.WordCountInText)))
		sentences.add(m.Path, float64(got.Sentences), float64(r.SentenceCount), max(1, 0.1*float64(r.SentenceCount)))
		if English(d.Language) {
			flesch := readingEase(got.Words, r.SentenceCountLegacy, allSyllables(d, ProseOf(d)))
			ease.add(m.Path, math.Round(10*flesch)/10, r.FleschScore, 5)
		}
	}
	words.check(t, "words within 2 %", 0.97)
	sentences.check(t, "sentences within 10 %", 0.9)
	ease.check(t, "reading ease within 5 by the same number of sentences", 0.8)
}

func TestSieveLetsEveryFormThrough(t *testing.T) {
	forms := map[string]map[string]bool{}
	for _, m := range measurements(t)[:150] {
		d := post(t, m.Path)
		for _, w := range ProseOf(d).Words {
			s := d.Blocks[w.Block].Text.Slice(int(w.Start), int(w.End))
			stem := Stem(s, "en")
			if forms[stem] == nil {
				forms[stem] = map[string]bool{}
			}
			forms[stem][s] = true
		}
	}
	for _, group := range forms {
		if len(group) < 2 {
			continue
		}
		for declared := range group {
			p := NewPhrase(declared, "en")
			for form := range group {
				if len(p.terms) == 1 && !p.In(form).All() {
					t.Errorf("%q declared, %q not found", declared, form)
				}
			}
		}
	}
	t.Logf("%d groups of forms", len(forms))
}

func TestWordsOfTheCorpusEqualLibrary(t *testing.T) {
	for _, m := range measurements(t) {
		d := post(t, m.Path)
		for i := range d.Blocks {
			s := d.Blocks[i].Text.String()
			if got, want := wordsIn(s), libraryWords(s); !slices.Equal(got, want) {
				t.Fatalf("%s: words of %q are %q, the library's %q", m.Path, s, got, want)
			}
		}
	}
}
