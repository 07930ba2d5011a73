package lexicon

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/language/wordpack"
)

func BenchmarkLexicon(b *testing.B) {
	l := New(readEntries(sampleList + strings.Join(wordpack.Of("en").List("abbreviations-within"), " words\n")))
	langtest.Benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			l.Find(langtest.Draft("", nil, p...))
		}
	})
}
