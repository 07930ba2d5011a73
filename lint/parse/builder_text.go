package parse

import (
	"sort"

	"github.com/copychief/copychief/lint"
)

// verbatim adds source bytes that are read as they stand, a template tag among
// them as an Object.
func (b *builder) verbatim(start, end int) {
	if b.next > 0 {
		start = b.seek(start, end)
	}
	for b.next < len(b.tags) && b.tags[b.next].Span.Start < end {
		t := &b.tags[b.next]
		b.next++
		if t.Span.End > start {
			b.copied(start, t.Span.Start)
			b.inlineTag(t)
			start = min(end, t.Span.End)
			continue
		}
		b.applyTag(t)
	}
	b.copied(start, end)
}

// seek sets the cursor on tags where text goes on at start: usually it is there,
// but footnotes are written out of turn. It returns where the text begins that is
// no remainder of a tag.
func (b *builder) seek(start, end int) int {
	last := b.tags[b.next-1].Span
	if start < last.Start {
		b.next = sort.Search(len(b.tags), func(i int) bool { return b.tags[i].Span.End > start })
		return start
	}
	return max(start, min(end, last.End))
}

// copied adds source bytes that hold no template tag.
func (b *builder) copied(start, end int) {
	if end <= start {
		return
	}
	if n := len(b.runs); n == 0 || b.runs[n-1].Whole || b.runs[n-1].Source.End != start || b.offset() == 0 {
		b.runs = append(b.runs, lint.Run{At: len(b.buf), Source: lint.Span{Start: start, End: end}})
	} else {
		b.runs[n-1].Source.End = end
	}
	b.buf = append(b.buf, b.src[start:end]...)
}

// replace adds text that stands for a source span as a whole.
func (b *builder) replace(text string, start, end int) {
	if text == "" {
		return
	}
	b.runs = append(b.runs, lint.Run{At: len(b.buf), Source: lint.Span{Start: start, End: end}, Whole: true})
	b.buf = append(b.buf, text...)
}

// space adds one space for a soft line break or a fold of white space, unless
// the block is empty or ends in white space already.
func (b *builder) space(start, end int) {
	if n := len(b.buf); b.offset() > 0 && b.buf[n-1] != ' ' && b.buf[n-1] != '\n' {
		b.replace(" ", start, end)
	}
}

// object adds the sign for an inline image or a template tag.
func (b *builder) object(image, start, end int) {
	at := b.offset()
	b.replace(string(lint.Object), start, end)
	b.marks = append(b.marks, lint.Mark{Kind: lint.MarkObject, Start: at, End: b.offset(), Index: image})
}

// mark opens a mark at the end of what is written and returns a handle for
// closeMark. unmark closes the innermost.
func (b *builder) mark(kind lint.MarkKind, index int) (handle int) {
	b.opened = append(b.opened, len(b.marks))
	b.marks = append(b.marks, lint.Mark{Kind: kind, Start: b.offset(), End: b.offset(), Index: index})
	return len(b.marks) - 1
}

func (b *builder) unmark() {
	if n := len(b.opened); n > 0 {
		b.marks[b.opened[n-1]].End = b.offset()
		b.opened = b.opened[:n-1]
	}
}

// closeMark closes the mark with a handle wherever it stands among the open
// ones; one that its block's end has closed already is left alone.
func (b *builder) closeMark(handle int) {
	for k := len(b.opened) - 1; k >= 0; k-- {
		if b.opened[k] == handle {
			b.marks[handle].End = b.offset()
			b.opened = append(b.opened[:k], b.opened[k+1:]...)
			return
		}
	}
}

// beginLink adds a link whose text begins here; endLink gives it its text and
// span. Links may not nest, as in HTML.
func (b *builder) beginLink(l lint.Link) int {
	l.Image = lint.None
	l.Block, l.Start, l.End = b.current(), b.offset(), b.offset()
	b.doc.Links = append(b.doc.Links, l)
	i := len(b.doc.Links) - 1
	if b.open {
		b.mark(lint.MarkLink, i)
		b.linked = append(b.linked, i)
	}
	return i
}

func (b *builder) endLink(i int, span lint.Span) {
	b.doc.Links[i].Span = span
	for k := len(b.linked) - 1; k >= 0; k-- {
		if b.linked[k] != i {
			continue
		}
		b.linked = append(b.linked[:k], b.linked[k+1:]...)
		b.doc.Links[i].End = b.offset()
		for _, h := range b.opened {
			if b.marks[h].Kind == lint.MarkLink && b.marks[h].Index == i {
				b.closeMark(h)
				break
			}
		}
		return
	}
}

// image adds an image that stands in the open block, if there is one, and in the
// open link, and returns its index.
func (b *builder) image(m lint.Image) int {
	m.Block = b.current()
	b.doc.Images = append(b.doc.Images, m)
	i := len(b.doc.Images) - 1
	if n := len(b.linked); n > 0 && b.doc.Links[b.linked[n-1]].Image == lint.None {
		b.doc.Links[b.linked[n-1]].Image = i
	}
	return i
}

// slice returns a text outside the blocks that stands in the source to the
// letter: a link's target, an alternative.
func (b *builder) slice(start, end int) lint.Text {
	if len(b.slab) == cap(b.slab) {
		b.slab = make([]lint.Run, 0, max(32, 2*cap(b.slab)))
	}
	b.slab = append(b.slab, lint.Run{Source: lint.Span{Start: start, End: end}})
	k := len(b.slab)
	return lint.NewText(string(b.src[start:end]), b.slab[k-1:k:k])
}

// takeBack removes what was written behind offset n of the buffer and returns it
// as a text of its own.
func (b *builder) takeBack(n, runs int) lint.Text {
	own := append([]lint.Run(nil), b.runs[runs:]...)
	for k := range own {
		own[k].At -= n
	}
	text := lint.NewText(string(b.buf[n:]), own)
	b.buf, b.runs = b.buf[:n], b.runs[:runs]
	return text
}
