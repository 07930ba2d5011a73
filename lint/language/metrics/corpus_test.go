package metrics

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
	"github.com/copychief/copychief/lint/language"
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
		for _, draft := range corpus.Drafts(t) {
			d := parse.Parse(draft.Name, draft.Content, parse.Options{})
			got, plain := Of(d), countPlainly(d)
			words.add(d.Source.Path, float64(got.Words), float64(plain.words), max(1, 0.02*float64(plain.words)))
			sentences.add(d.Source.Path, float64(got.Sentences), float64(plain.sentences), max(1, 0.1*float64(plain.sentences)))
			if language.English(d.Language) {
				ease.add(d.Source.Path, ReadingEase(d), readingEase(plain.words, plain.sentences, plain.syllables), 10)
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
			got, r := Of(d), m.Research
			words.add(m.Path, float64(got.Words), float64(r.WordCountInText), max(1, 0.02*float64(r.WordCountInText)))
			sentences.add(m.Path, float64(got.Sentences), float64(r.SentenceCount), max(1, 0.1*float64(r.SentenceCount)))
			if language.English(d.Language) {
				flesch := readingEase(got.Words, r.SentenceCountLegacy, allSyllables(d, language.ProseOf(d)))
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
