package markdown_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// BenchmarkMarkdown compares a whole parse of real posts with goldmark's parse of their
// bodies alone, with the same options.
func BenchmarkMarkdown(b *testing.B) {
	posts := corpus.Posts(b)
	size := 0
	bodies := make([][]byte, len(posts))
	for i, post := range posts {
		size += len(post.Content)
		bodies[i] = post.Content[parse.As(post.Name, post.Content, lint.Markdown, parse.Options{}).Meta.Span.End:]
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
			for _, post := range posts {
				parse.As(post.Name, post.Content, lint.Markdown, parse.Options{})
			}
		}
	})
}

// Real drafts satisfy every invariant and reach no limit. The one with broken front
// matter has that problem and no other.
func TestCorpusSatisfiesAllInvariantsWithinLimits(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		for _, d := range list {
			doc := parse.Parse(d.Name, d.Content, parse.Options{})
			parsetest.Check(t, doc)
			if len(doc.Blocks) == 0 {
				t.Errorf("%s: nothing was read", d.Name)
			}
			if d.Name == "broken-front-matter.md" {
				if len(doc.Problems) != 1 || doc.Problems[0].Span != (lint.Span{Start: 4, End: 43}) {
					t.Errorf("%s: problems %+v", d.Name, doc.Problems)
				}
				continue
			}
			for _, p := range doc.Problems {
				t.Errorf("%s: %s at %d: %q", d.Name, p.Message, p.Span.Start, doc.Source.Slice(doc.Source.Line(doc.Source.Position(p.Span.Start).Line)))
			}
		}
	})
}
