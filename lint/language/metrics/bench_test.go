package metrics

import (
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func BenchmarkMetrics(b *testing.B) {
	langtest.Benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			Of(langtest.Draft("", nil, p...))
		}
	})
}
