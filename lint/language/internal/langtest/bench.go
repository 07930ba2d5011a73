package langtest

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
)

// paragraphs returns the posts of the corpus as lists of paragraphs, markup included, and their
// size: segmentation must be fast on raw text.
func paragraphs(b *testing.B) (posts [][]string, size int) {
	b.Helper()
	list := corpus.Posts(b)
	for _, d := range list[:min(100, len(list))] {
		size += len(d.Content)
		posts = append(posts, strings.Split(string(d.Content), "\n\n"))
	}
	return posts, size
}

// Benchmark measures run on posts.
func Benchmark(b *testing.B, run func(posts [][]string)) {
	posts, size := paragraphs(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		run(posts)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/byte")
}
