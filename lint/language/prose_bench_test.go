package language

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

func benchmark(b *testing.B, run func(posts [][]string)) {
	posts, size := paragraphs(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		run(posts)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/byte")
}

// BenchmarkDraft measures the time that the other benchmarks spend on creating documents.
func BenchmarkDraft(b *testing.B) {
	benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			draft("public service", nil, p...)
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			d := draft("", nil, p...)
			ProseOf(d)
		}
	})
}

func BenchmarkMetrics(b *testing.B) {
	benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			MetricsOf(draft("", nil, p...))
		}
	})
}

func BenchmarkKeyphrase(b *testing.B) {
	benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			KeyphraseOf(draft("public service", []string{"agency, civic technology"}, p...))
		}
	})
}

func BenchmarkLexicon(b *testing.B) {
	l := NewLexicon(ReadEntries(sampleList + strings.Join(PackOf("en").List("abbreviations-within"), " words\n")))
	benchmark(b, func(posts [][]string) {
		for _, p := range posts {
			l.Find(draft("", nil, p...))
		}
	})
}
