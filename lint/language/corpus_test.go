package language

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// measured is the result of another checker for a real post.
type measured struct {
	Path, Title string
	Research    struct {
		WordCountInText     int
		SentenceCount       int
		SentenceCountLegacy int // the basis of its reading ease: often twice as many
		PageTitleWidthExact float64
		FleschScore         float64
	}
}

func measurements(t *testing.T) (list []measured) {
	t.Helper()
	data, err := os.ReadFile(corpus.Shared(t, "oracle", "18f.yoast.jsonl"))
	if err != nil {
		t.Fatal(err)
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
	data, err := os.ReadFile(filepath.Join(corpus.Shared(tb, "corpus", "18f"), path))
	if err != nil {
		tb.Fatal(err)
	}
	return parse.Parse(path, data, parse.Options{})
}

// agreement collects our differences from another checker.
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
	t.Run("drafts", func(t *testing.T) {
		var words, sentences, ease agreement
		for _, d := range documents(t, corpus.Drafts(t)) {
			checkProse(t, d)
			got, plain := MetricsOf(d), countPlainly(d)
			words.add(d.Source.Path, float64(got.Words), float64(plain.words), max(1, 0.02*float64(plain.words)))
			sentences.add(d.Source.Path, float64(got.Sentences), float64(plain.sentences), max(1, 0.1*float64(plain.sentences)))
			if English(d.Language) {
				ease.add(d.Source.Path, ReadingEaseOf(d), readingEase(plain.words, plain.sentences, plain.syllables), 10)
			}
		}
		words.check(t, "words within 2 %", 0.9)
		sentences.check(t, "sentences within 10 %", 0.9)
		ease.check(t, "reading ease within 10", 0.9)
	})
	t.Run("posts", func(t *testing.T) {
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
	})
}

// counted is the result of [countPlainly].
type counted struct{ words, sentences, syllables int }

// countPlainly counts as a person with a pencil would: words between spaces, sentences by full
// stops and capitals, syllables by vowels. Block quotations, code and addresses do not count.
func countPlainly(d *lint.Document) (n counted) {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == lint.Code || b.Quote != lint.None {
			continue
		}
		first, stopped := true, false
		for w := range strings.FieldsSeq(strings.NewReplacer("—", " ", "\u200b", " ").Replace(b.Text.String())) {
			bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if bare == "" || strings.Contains(bare, "://") || strings.HasPrefix(bare, "www.") {
				continue
			}
			if begins, _ := utf8.DecodeRuneInString(bare); first || stopped && !unicode.IsLower(begins) {
				n.sentences++
			}
			first, stopped = false, strings.ContainsAny(w[strings.Index(w, bare)+len(bare):], ".!?…")
			n.words++
			n.syllables += max(1, len(vowels.FindAllString(strings.TrimSuffix(strings.ToLower(bare), "e"), -1)))
		}
	}
	return n
}

var vowels = regexp.MustCompile(`[aeiouyäöüé]+`)

// documents parses drafts.
func documents(t *testing.T, list []corpus.Draft) (docs []*lint.Document) {
	t.Helper()
	for _, d := range list {
		docs = append(docs, parse.Parse(d.Name, d.Content, parse.Options{}))
	}
	return docs
}

func TestSieveLetsEveryFormThrough(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		forms := map[string]map[string]bool{}
		for _, d := range documents(t, list[:min(150, len(list))]) {
			if !English(d.Language) {
				continue
			}
			for _, w := range ProseOf(d).Words {
				s := d.Blocks[w.Block].Text.Slice(int(w.Start), int(w.End))
				stem := Stem(s, "en")
				if forms[stem] == nil {
					forms[stem] = map[string]bool{}
				}
				forms[stem][s] = true
			}
		}
		groups := 0
		for _, group := range forms {
			if len(group) < 2 {
				continue
			}
			groups++
			for declared := range group {
				p := NewPhrase(declared, "en")
				for form := range group {
					if len(p.terms) == 1 && !p.In(form).All() {
						t.Errorf("%q declared, %q not found", declared, form)
					}
				}
			}
		}
		if t.Logf("%d groups of forms", groups); groups < 100 {
			t.Errorf("only %d groups of forms", groups)
		}
	})
}

func TestWordsOfTheCorpusEqualLibrary(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		for _, d := range documents(t, list) {
			for i := range d.Blocks {
				s := d.Blocks[i].Text.String()
				if got, want := wordsIn(s), libraryWords(s); !slices.Equal(got, want) {
					t.Fatalf("%s: words of %q are %q, the library's %q", d.Source.Path, s, got, want)
				}
			}
		}
	})
}
