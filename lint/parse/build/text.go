package build

import (
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Verbatim appends source bytes unchanged; a template tag among them becomes an Object.
func (b *Builder) Verbatim(start, end int) {
	if b.next > 0 {
		start = b.seek(start, end)
	}
	for b.next < len(b.Tags) && b.Tags[b.next].Span.Start < end {
		t := &b.Tags[b.next]
		b.next++
		if t.Span.End > start {
			b.copied(start, t.Span.Start)
			inlineTag(b, t)
			start = min(end, t.Span.End)
			continue
		}
		applyTag(b, t)
	}
	b.copied(start, end)
}

// seek moves the cursor on tags to the text at start. It is usually there already, but
// footnotes are written out of order. It returns the offset at which the text begins,
// after the rest of a tag that start falls into.
func (b *Builder) seek(start, end int) int {
	last := b.Tags[b.next-1].Span
	if start < last.Start {
		b.next = sort.Search(len(b.Tags), func(i int) bool { return b.Tags[i].Span.End > start })
		return start
	}
	return max(start, min(end, last.End))
}

// copied appends source bytes that contain no template tag.
func (b *Builder) copied(start, end int) {
	if end <= start {
		return
	}
	if n := len(b.runs); n == 0 || b.runs[n-1].Whole || b.runs[n-1].Source.End != start || b.Offset() == 0 {
		b.runs = append(b.runs, lint.Run{At: len(b.buf), Source: lint.Span{Start: start, End: end}})
	} else {
		b.runs[n-1].Source.End = end
	}
	b.buf = append(b.buf, b.Src[start:end]...)
}

// Replace appends text that replaces a source span as a whole.
func (b *Builder) Replace(text string, start, end int) {
	if text == "" {
		return
	}
	b.runs = append(b.runs, lint.Run{At: len(b.buf), Source: lint.Span{Start: start, End: end}, Whole: true})
	b.buf = append(b.buf, text...)
}

// Space appends one space for a soft line break or for several white space characters,
// unless the block is empty or already ends in white space.
func (b *Builder) Space(start, end int) {
	if n := len(b.buf); b.Offset() > 0 && b.buf[n-1] != ' ' && b.buf[n-1] != '\n' {
		b.Replace(" ", start, end)
	}
}

// Object appends the placeholder of an inline image or a template tag.
func (b *Builder) Object(image, start, end int) {
	at := b.Offset()
	b.Replace(string(lint.Object), start, end)
	b.marks = append(b.marks, lint.Mark{Kind: lint.MarkObject, Start: at, End: b.Offset(), Index: image})
}

// Mark opens a mark at the end of the text and returns a handle for CloseMark. unmark
// closes the innermost mark.
func (b *Builder) Mark(kind lint.MarkKind, index int) (handle int) {
	b.opened = append(b.opened, len(b.marks))
	b.marks = append(b.marks, lint.Mark{Kind: kind, Start: b.Offset(), End: b.Offset(), Index: index})
	return len(b.marks) - 1
}

func (b *Builder) unmark() {
	if n := len(b.opened); n > 0 {
		b.marks[b.opened[n-1]].End = b.Offset()
		b.opened = b.opened[:n-1]
	}
}

// CloseMark closes the mark with the given handle, even if it is not the innermost one.
// It does nothing if the end of the block has closed the mark already.
func (b *Builder) CloseMark(handle int) {
	for k := len(b.opened) - 1; k >= 0; k-- {
		if b.opened[k] == handle {
			b.marks[handle].End = b.Offset()
			b.opened = append(b.opened[:k], b.opened[k+1:]...)
			return
		}
	}
}

// BeginLink adds a link whose text begins here; EndLink sets its text and span. Links
// cannot be nested, as in HTML.
func (b *Builder) BeginLink(l lint.Link) int {
	l.Image = lint.None
	l.Block, l.Start, l.End = b.Current(), b.Offset(), b.Offset()
	b.Doc.Links = append(b.Doc.Links, l)
	i := len(b.Doc.Links) - 1
	if b.open {
		b.Mark(lint.MarkLink, i)
		b.linked = append(b.linked, i)
	}
	return i
}

// EndLink sets the text and the span of a link that BeginLink added.
func (b *Builder) EndLink(i int, span lint.Span) {
	b.Doc.Links[i].Span = span
	for k := len(b.linked) - 1; k >= 0; k-- {
		if b.linked[k] != i {
			continue
		}
		b.linked = append(b.linked[:k], b.linked[k+1:]...)
		b.Doc.Links[i].End = b.Offset()
		for _, h := range b.opened {
			if b.marks[h].Kind == lint.MarkLink && b.marks[h].Index == i {
				b.CloseMark(h)
				break
			}
		}
		return
	}
}

// Image adds an image to the document, within the open block and the open link if there
// are any, and returns its index.
func (b *Builder) Image(m lint.Image) int {
	m.Block = b.Current()
	b.Doc.Images = append(b.Doc.Images, m)
	i := len(b.Doc.Images) - 1
	if n := len(b.linked); n > 0 && b.Doc.Links[b.linked[n-1]].Image == lint.None {
		b.Doc.Links[b.linked[n-1]].Image = i
	}
	return i
}

// Last returns the last byte written, or 0 if there is none.
func (b *Builder) Last() byte {
	if len(b.buf) == 0 {
		return 0
	}
	return b.buf[len(b.buf)-1]
}

// Written returns the words of a finished block. They must not be changed, and are
// valid until the next write.
func (b *Builder) Written(block int) []byte {
	at := b.blocks[block]
	return b.buf[at.from:at.to]
}

// LinkText returns the text of a link so far.
func (b *Builder) LinkText(i int) string {
	l := &b.Doc.Links[i]
	if l.Block == lint.None {
		return ""
	}
	from := b.blocks[l.Block].from
	return string(b.buf[min(from+l.Start, len(b.buf)):min(from+max(l.Start, l.End), len(b.buf))])
}

// ResumeLink continues a link that has no text yet in the open block and returns the
// handle of its mark.
func (b *Builder) ResumeLink(i int) (handle int) {
	l := &b.Doc.Links[i]
	l.Block, l.Start, l.End = b.Current(), b.Offset(), b.Offset()
	handle = b.Mark(lint.MarkLink, i)
	b.linked = append(b.linked, i)
	return handle
}

// Slice returns a text outside the blocks that is identical to a part of the source,
// such as a link's target or an alt text.
func (b *Builder) Slice(start, end int) lint.Text {
	if len(b.slab) == cap(b.slab) {
		b.slab = make([]lint.Run, 0, max(32, 2*cap(b.slab)))
	}
	b.slab = append(b.slab, lint.Run{Source: lint.Span{Start: start, End: end}})
	k := len(b.slab)
	return lint.NewText(string(b.Src[start:end]), b.slab[k-1:k:k])
}

// checkpoint records how much a builder has written.
type checkpoint struct{ size, runs, marks int }

// Checkpoint returns how much the builder has written, for TakeBack.
func (b *Builder) Checkpoint() checkpoint {
	return checkpoint{len(b.buf), len(b.runs), len(b.marks)}
}

// TakeBack removes what was written since a checkpoint and returns it as a separate
// text. If nothing was written, the text is placed at offset empty.
func (b *Builder) TakeBack(c checkpoint, empty int) (text lint.Text) {
	switch written := b.runs[c.runs:]; {
	case len(written) == 0:
		text = b.Slice(empty, empty)
	case len(written) == 1 && !written[0].Whole:
		text = b.Slice(written[0].Source.Start, written[0].Source.End)
	default:
		own := append([]lint.Run(nil), written...)
		for k := range own {
			own[k].At -= c.size
		}
		text = lint.NewText(string(b.buf[c.size:]), own)
	}
	b.buf, b.runs, b.marks = b.buf[:c.size], b.runs[:c.runs], b.marks[:c.marks]
	return text
}

// InWord reports whether the open block ends in a character other than white space, so
// that a single space after it can be copied unchanged.
func (b *Builder) InWord() bool {
	return b.Offset() > 0 && !scan.IsHTMLSpace(b.buf[len(b.buf)-1])
}

// TrimSpaces removes spaces before a line break, also from the marks that end in them.
func (b *Builder) TrimSpaces() {
	at := b.blocks[len(b.blocks)-1]
	n := len(b.buf)
	for n > at.from && b.buf[n-1] == ' ' {
		n--
	}
	if n == len(b.buf) {
		return
	}
	b.cut(n)
	for k := at.mark; k < len(b.marks); k++ {
		m := &b.marks[k]
		m.Start, m.End = min(m.Start, n-at.from), min(m.End, n-at.from)
	}
	for k := len(b.Doc.Links) - 1; k >= 0 && b.Doc.Links[k].Block == len(b.blocks)-1; k-- {
		l := &b.Doc.Links[k]
		l.Start, l.End = min(l.Start, n-at.from), min(l.End, n-at.from)
	}
}
