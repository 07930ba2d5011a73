package parse

import "github.com/copychief/copychief/lint"

// passTags deals with the template tags before a source offset that no text ran
// through: those alone on their lines, and those in attributes.
func (b *builder) passTags(before int) {
	for b.next < len(b.tags) && b.tags[b.next].span.Start < before {
		b.next++
		b.applyTag(&b.tags[b.next-1])
	}
}

// inlineTag writes a tag that stands in the text of the open block.
func (b *builder) inlineTag(t *tag) {
	if t.done {
		b.object(lint.None, t.span.Start, t.span.End)
		return
	}
	switch t.kind {
	case imageTag:
		b.object(b.image(t.image()), t.span.Start, t.span.End)
		t.done = true
	case linkTag:
		b.linkTag(t)
		t.done = true
	case quoteTag:
		b.applyTag(t)
		if b.open && b.offset() == 0 {
			b.doc.Blocks[b.current()].Quote = b.quote
		}
	case quoteEndTag:
		b.applyTag(t)
	case noteTag:
	default:
		if !t.own {
			b.object(lint.None, t.span.Start, t.span.End)
		}
	}
}

// applyTag does what a tag outside any text is there for.
func (b *builder) applyTag(t *tag) {
	if t.done {
		return
	}
	t.done = true
	switch t.kind {
	case imageTag:
		b.image(t.image())
	case quoteTag:
		index, outer := b.beginQuote(t.span.Start)
		b.doc.Quotations[index].Cite = t.source
		b.quotes = append(b.quotes, outer)
	case quoteEndTag:
		if n := len(b.quotes); n > 0 {
			b.endQuote(b.quotes[n-1], t.span.End)
			b.quotes = b.quotes[:n-1]
		}
	case linkTag:
		if t.own && !b.open {
			b.begin(lint.Paragraph, 0, t.span.Start)
			b.linkTag(t)
			b.end(t.span.End)
		}
	case plainTag, noteTag:
	}
}

// linkTag writes a tag that is a link with its text.
func (b *builder) linkTag(t *tag) {
	link := b.beginLink(lint.Link{Target: t.source, Kind: t.link})
	if t.alt.Len() > 0 {
		for r := range t.alt.Runs() {
			r.At += len(b.buf)
			b.runs = append(b.runs, r)
		}
		b.buf = append(b.buf, t.alt.String()...)
	} else {
		b.object(lint.None, t.span.Start, t.span.End)
	}
	b.endLink(link, t.span)
}
