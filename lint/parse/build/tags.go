package build

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// passTags processes the template tags before a source offset that are not part of any
// text: those alone on their lines, and those in attributes.
func passTags(b *Builder, before int) {
	for b.next < len(b.Tags) && b.Tags[b.next].Span.Start < before {
		b.next++
		applyTag(b, &b.Tags[b.next-1])
	}
}

// inlineTag writes a tag within the text of the open block.
func inlineTag(b *Builder, t *template.Tag) {
	if t.Done {
		b.Object(lint.None, t.Span.Start, t.Span.End)
		return
	}
	switch t.Kind {
	case template.Image:
		b.Object(b.Image(t.Image()), t.Span.Start, t.Span.End)
		t.Done = true
	case template.Link:
		linkTag(b, t)
		t.Done = true
	case template.Quote:
		applyTag(b, t)
		if b.open && b.Offset() == 0 {
			b.Doc.Blocks[b.Current()].Quote = b.quote
		}
	case template.QuoteEnd:
		applyTag(b, t)
	case template.Note, template.Attributes, template.Admonition:
		t.Done = true
	default:
		if !t.Own {
			b.Object(lint.None, t.Span.Start, t.Span.End)
		}
	}
}

// applyTag applies a tag that is outside any text.
func applyTag(b *Builder, t *template.Tag) {
	if t.Done {
		return
	}
	t.Done = true
	switch t.Kind {
	case template.Image:
		b.Image(t.Image())
	case template.Quote:
		index, outer := b.BeginQuote(t.Span.Start)
		b.Doc.Quotations[index].Cite = t.Source
		b.quotes = append(b.quotes, outer)
	case template.QuoteEnd:
		if n := len(b.quotes); n > 0 {
			b.EndQuote(b.quotes[n-1], t.Span.End)
			b.quotes = b.quotes[:n-1]
		}
	case template.Link:
		if t.Own && !b.open {
			b.Begin(lint.Paragraph, 0, t.Span.Start)
			linkTag(b, t)
			b.End(t.Span.End)
		}
	case template.Code:
		if t.Own && !b.open {
			b.Begin(lint.Code, 0, t.Span.Start)
			codeTag(b, t.Body)
			b.End(t.Span.End)
		}
	case template.Plain, template.Note, template.Attributes, template.Admonition:
	}
}

// codeTag writes the lines of a span of the draft that is masked in the working copy.
func codeTag(b *Builder, span lint.Span) {
	src := b.Doc.Source.Bytes
	for span.Start < span.End && scan.IsHTMLSpace(src[span.Start]) {
		span.Start++
	}
	if end := scan.TrimEnd(src, span.Start, span.End); end > span.Start {
		b.runs = append(b.runs, lint.Run{At: len(b.buf), Source: lint.Span{Start: span.Start, End: end}})
		b.buf = append(b.buf, src[span.Start:end]...)
	}
}

// linkTag writes a tag that is a link, with its text.
func linkTag(b *Builder, t *template.Tag) {
	link := b.BeginLink(lint.Link{Target: t.Source, Kind: t.Link})
	if t.Alt.Len() > 0 {
		for r := range t.Alt.Runs() {
			r.At += len(b.buf)
			b.runs = append(b.runs, r)
		}
		b.buf = append(b.buf, t.Alt.String()...)
	} else {
		b.Object(lint.None, t.Span.Start, t.Span.End)
	}
	b.EndLink(link, t.Span)
}
