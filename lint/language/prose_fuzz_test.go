package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// FuzzSegment checks the invariants of words and sentences: they are in bounds, in order, do not
// overlap, begin and end at character boundaries, and cover all letters and digits.
func FuzzSegment(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(strings.ReplaceAll(c.text, "|", ""))
	}
	f.Add("ient")
	f.Add("a\n\n\n. b“c.”d\xff\xfe é.")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD") // as the parsers do
		d := langtest.Draft("", nil, strings.Split(s, "\n\n")...)
		checkProse(t, d)
	})
}

func checkProse(t *testing.T, d *lint.Document) {
	t.Helper()
	p := ProseOf(d)
	words := 0
	for i := range d.Blocks {
		s := d.Blocks[i].Text.String()
		last := int32(0)
		for _, w := range p.WordsIn(i) {
			if w.Start < last || w.End <= w.Start || int(w.End) > len(s) || int(w.Block) != i {
				t.Fatalf("word %+v after %d in %q", w, last, s)
			}
			if !utf8.ValidString(s[w.Start:w.End]) {
				t.Fatalf("word %+v cuts a character of %q", w, s)
			}
			last = w.End
		}
		last = 0
		for _, x := range p.SentencesIn(i) {
			if x.Start < last || x.End <= x.Start || int(x.End) > len(s) || int(x.From) != words || x.To <= x.From {
				t.Fatalf("sentence %+v after %d, word %d in %q", x, last, words, s)
			}
			if first, end := p.Words[x.From], p.Words[x.To-1]; first.Start < x.Start || end.End > x.End {
				t.Fatalf("sentence %+v leaves words out of %q", x, s)
			}
			if gap := s[last:x.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("%q between sentences of %q", gap, s)
			}
			last, words = x.End, int(x.To)
		}
	}
	if words != len(p.Words) {
		t.Fatalf("%d words in sentences, %d in all", words, len(p.Words))
	}
}
