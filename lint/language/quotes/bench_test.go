package quotes

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/parse"
)

// posts returns the documents of a corpus of real posts, and their size in bytes.
func posts(tb testing.TB) (docs []*lint.Document, size int) {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(langtest.Shared, "corpus", "18f", "*.md"))
	if err != nil || len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join(langtest.Shared, "corpus", "18f", "*", "*.md"))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, parse.Parse(file, data, parse.Options{}))
		size += len(data)
	}
	if len(docs) == 0 {
		tb.Skip("no corpus")
	}
	return docs, size
}

// BenchmarkQuotesOfPosts finds the quotations of real posts, whose marks are paired already.
func BenchmarkQuotesOfPosts(b *testing.B) {
	docs, size := posts(b)
	for _, d := range docs {
		pairing.Of(d)
	}
	for _, c := range []struct {
		name string
		ask  grammarian
	}{{"lists", nil}, {"model", tagParts}} {
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
