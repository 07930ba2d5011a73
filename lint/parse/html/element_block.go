package html

import (
	"github.com/copychief/copychief/lint"
	"golang.org/x/net/html/atom"
)

// ensure begins a block for text or an image at offset at, unless one is open.
func (e *Elements) ensure(at int) {
	if e.b.IsOpen() {
		return
	}
	start := at
	for k := len(e.stack) - 1; k >= 0; k-- {
		if el := &e.stack[k]; classOf(el.name) == blockElement {
			if !el.used {
				start = el.start
			}
			break
		}
	}
	e.beginBlock(at, start)
}

// beginBlock begins a block of the kind that the open elements require.
func (e *Elements) beginBlock(at, start int) {
	b := e.b
	kind, owner := e.kind()
	level := 0
	switch kind {
	case lint.Heading:
		level = headingLevel(e.stack[owner].name)
	case lint.Item:
		level = max(e.lists, 1)
	default:
	}
	i := b.Begin(kind, level, min(start, at))
	block := &b.Doc.Blocks[i]
	switch kind {
	case lint.Heading:
		block.ID = e.stack[owner].id
		block.Explicit = block.ID != ""
	case lint.Cell:
		if k := nearestOpen(e, atom.Table); k >= 0 {
			block.Row = max(e.stack[k].row, 0)
		}
	default:
	}
	for k := range e.stack {
		e.stack[k].used = true
	}
	e.reopenMarks()
}

// kind returns the kind of block for text at this point and the index of the element
// that determines it, or -1.
func (e *Elements) kind() (kind lint.BlockKind, owner int) {
	for k := len(e.stack) - 1; k >= 0; k-- {
		if kind, ok := blockOf(e.stack[k].name); ok {
			return kind, k
		}
	}
	return lint.Paragraph, -1
}

// endBlock ends the open block at a source offset. A link that continues keeps its text
// in this block; a link without text waits for the next block.
func (e *Elements) endBlock(end int) {
	empty := lint.None
	for k := range e.stack {
		el := &e.stack[k]
		if el.link != lint.None && el.block == e.b.Current() {
			if el.linked = e.b.Offset() > e.b.Doc.Links[el.link].Start; !el.linked {
				empty = el.link
			}
		}
		el.block = lint.None
	}
	e.b.End(end)
	if empty != lint.None {
		l := &e.b.Doc.Links[empty]
		l.Block, l.Start, l.End = lint.None, 0, 0
	}
}

// reopenMarks opens in a new block the marks of the elements around it, each kind of
// mark once.
func (e *Elements) reopenMarks() {
	var seen uint16
	for k := range e.stack {
		el := &e.stack[k]
		if el.link != lint.None {
			e.mark(el)
		} else if el.marks && seen&(1<<el.markKind) == 0 {
			seen |= 1 << el.markKind
			e.mark(el)
		}
	}
}

// mark opens the mark of an element at the end of the open block.
func (e *Elements) mark(el *openElement) {
	b := e.b
	switch {
	case el.link != lint.None:
		if el.linked || el.block == b.Current() {
			return
		}
		el.block, el.mark = b.Current(), b.ResumeLink(el.link)
	case el.marks:
		el.block, el.mark = b.Current(), b.Mark(el.markKind, lint.None)
	}
}

// unmark closes the mark of an element at the end of the text.
func (e *Elements) unmark(el *openElement) {
	b := e.b
	if !el.marks || !b.IsOpen() || el.block != b.Current() {
		return
	}
	b.CloseMark(el.mark)
	if el.name == atom.Cite {
		b.CiteMark(el.mark)
	}
	el.block = lint.None
}
