package parse

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/template"
)

// passTags deals with the template tags before a source offset that no text ran
// through: those alone on their lines, and those in attributes.
func (b *builder) passTags(before int) {
	for b.next < len(b.tags) && b.tags[b.next].Span.Start < before {
		b.next++
		b.applyTag(&b.tags[b.next-1])
	}
}

// inlineTag writes a tag that stands in the text of the open block.
func (b *builder) inlineTag(t *template.Tag) {
	if t.Done {
		b.object(lint.None, t.Span.Start, t.Span.End)
		return
	}
	switch t.Kind {
	case template.Image:
		b.object(b.image(t.Image()), t.Span.Start, t.Span.End)
		t.Done = true
	case template.Link:
		b.linkTag(t)
		t.Done = true
	case template.Quote:
		b.applyTag(t)
		if b.open && b.offset() == 0 {
			b.doc.Blocks[b.current()].Quote = b.quote
		}
	case template.QuoteEnd:
		b.applyTag(t)
	case template.Note:
	default:
		if !t.Own {
			b.object(lint.None, t.Span.Start, t.Span.End)
		}
	}
}

// applyTag does what a tag outside any text is there for.
func (b *builder) applyTag(t *template.Tag) {
	if t.Done {
		return
	}
	t.Done = true
	switch t.Kind {
	case template.Image:
		b.image(t.Image())
	case template.Quote:
		index, outer := b.beginQuote(t.Span.Start)
		b.doc.Quotations[index].Cite = t.Source
		b.quotes = append(b.quotes, outer)
	case template.QuoteEnd:
		if n := len(b.quotes); n > 0 {
			b.endQuote(b.quotes[n-1], t.Span.End)
			b.quotes = b.quotes[:n-1]
		}
	case template.Link:
		if t.Own && !b.open {
			b.begin(lint.Paragraph, 0, t.Span.Start)
			b.linkTag(t)
			b.end(t.Span.End)
		}
	case template.Plain, template.Note:
	}
}

// linkTag writes a tag that is a link with its text.
func (b *builder) linkTag(t *template.Tag) {
	link := b.beginLink(lint.Link{Target: t.Source, Kind: t.Link})
	if t.Alt.Len() > 0 {
		for r := range t.Alt.Runs() {
			r.At += len(b.buf)
			b.runs = append(b.runs, r)
		}
		b.buf = append(b.buf, t.Alt.String()...)
	} else {
		b.object(lint.None, t.Span.Start, t.Span.End)
	}
	b.endLink(link, t.Span)
}
