package parse

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// BenchmarkMarkdown compares a whole parse of real posts with goldmark's parse of
// their bodies alone, options being the same.
func BenchmarkMarkdown(b *testing.B) {
	posts := parsetest.Corpus(b)
	size := 0
	bodies := make(map[string][]byte, len(posts))
	for name, content := range posts {
		size += len(content)
		bodies[name] = content[As(name, content, lint.Markdown, Options{}).Meta.Span.End:]
	}
	b.Run("goldmark", func(b *testing.B) {
		p := goldmark.New(
			goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
			goldmark.WithParserOptions(parser.WithHeadingAttribute()),
		).Parser()
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, body := range bodies {
				p.Parse(text.NewReader(body))
			}
		}
	})
	b.Run("document", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for name, content := range posts {
				As(name, content, lint.Markdown, Options{})
			}
		}
	})
}

func TestCorpusHoldsEveryInvariantAndHitsNoLimit(t *testing.T) {
	for name, content := range parsetest.Corpus(t) {
		doc := As(name, content, lint.Markdown, Options{})
		parsetest.Check(t, doc)
		for _, p := range doc.Problems {
			t.Errorf("%s: %s at %d: %q", name, p.Message, p.Span.Start, doc.Source.Slice(doc.Source.Line(doc.Source.Position(p.Span.Start).Line)))
		}
		if t.Failed() {
			t.Fatal(name)
		}
	}
}
