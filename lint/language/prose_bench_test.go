package language

import (
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// BenchmarkDraft measures the time that the other benchmarks spend on creating documents.
func BenchmarkDraft(b *testing.B) {
	langtest.Benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			langtest.Draft("public service", nil, p...)
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	langtest.Benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			d := langtest.Draft("", nil, p...)
			ProseOf(d)
		}
	})
}
