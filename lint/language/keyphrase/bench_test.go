package keyphrase

import (
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func BenchmarkKeyphrase(b *testing.B) {
	langtest.Benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			Of(langtest.Draft("public service", []string{"agency, civic technology"}, p...))
		}
	})
}
