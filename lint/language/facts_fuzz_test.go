package language_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/textwidth"
)

// FuzzFacts checks that the places of facts are within the document.
func FuzzFacts(f *testing.F) {
	f.Add("Stop the dog, and it is. A dog stops “it is” there.\n\nThe dog’s stop, 3.5 times.")
	f.Add("ient")
	f.Add("a\n\n\n. b“c.”d\xff\xfe é.")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD") // as the parsers do
		d := langtest.Draft("stop. the dog", []string{"and, \"it is\""}, strings.Split(s, "\n\n")...)
		for _, h := range keyphrase.Of(d).Hits {
			if h.Start < 0 || h.Start >= h.End || h.End > d.Blocks[h.Block].Text.Len() {
				t.Errorf("hit %+v out of bounds", h)
			}
		}
		if n := textwidth.Fit(s, 20, 100); n < 0 || n > len(s) {
			t.Errorf("Fit returned %d of %d", n, len(s))
		}
		p := language.ProseOf(d)
		if m := metrics.Of(d); m.Words > len(p.Words) || m.Sentences > len(p.Sentences) || m.LongestSection > m.Words || m.Words < 0 {
			t.Errorf("%+v of %d words in %d sentences", m, len(p.Words), len(p.Sentences))
		}
		for _, h := range lexicon.New([]lexicon.Entry{{Phrase: s}}).Find(d) {
			if h.From < 0 || h.From >= h.To || h.To > len(p.Words) || h.Start < 0 || h.Start >= h.End || h.End > d.Blocks[h.Block].Text.Len() {
				t.Errorf("hit %+v out of bounds", h)
			}
		}
	})
}
