package quotes

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// posts returns the documents of a corpus of real posts, and their size in bytes.
func posts(tb testing.TB) (docs []*lint.Document, size int) {
	tb.Helper()
	for _, d := range corpus.Posts(tb) {
		docs = append(docs, parse.Parse(d.Name, d.Content, parse.Options{}))
		size += len(d.Content)
	}
	return docs, size
}

// BenchmarkQuotesOfPosts finds the quotations of real posts whose marks are already paired.
func BenchmarkQuotesOfPosts(b *testing.B) {
	docs, size := posts(b)
	for _, d := range docs {
		pairing.Of(d)
	}
	for _, c := range []struct {
		name string
		ask  clause.Grammarian
	}{{"lists", nil}, {"model", clause.TagParts}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for _, d := range docs { // so that loading the model is not timed
				quotesWith(d, c.ask)
			}
			for b.Loop() {
				for _, d := range docs {
					quotesWith(d, c.ask)
				}
			}
		})
	}
}
