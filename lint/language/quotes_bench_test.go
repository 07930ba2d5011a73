package language

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// BenchmarkQuotesOfPosts finds the quotations of a corpus of real posts, whose
// marks are paired already.
func BenchmarkQuotesOfPosts(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "18f", "*.md"))
	if err != nil || len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join(shared, "corpus", "18f", "*", "*.md"))
	}
	var docs []*lint.Document
	size := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		d := parse.Parse(file, data, parse.Options{})
		PairingOf(d)
		docs = append(docs, d)
		size += len(data)
	}
	if len(docs) == 0 {
		b.Skip("no corpus")
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
