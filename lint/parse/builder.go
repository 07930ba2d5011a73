package parse

import (
	"slices"
	"unsafe"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/template"
)

// builder collects the blocks of a document. Every format writes through it, so
// that raw HTML inside Markdown, a template's image and a pasted text file yield
// the same things.
//
// The words of all blocks go into one buffer with one table of runs, their marks
// into one list; blocks and links are parts of them. That is a handful of
// allocations for a document instead of a handful for each sentence.
type builder struct {
	doc  *lint.Document
	src  []byte         // as parsed: tags and bad bytes masked, offsets those of doc.Source
	tags []template.Tag // template tags in order; the parser of the format sets them
	next int            // the first of tags that is not dealt with yet

	buf    []byte
	runs   []lint.Run
	blocks []bounds // of doc.Blocks
	lent   *scratch
	marks  []lint.Mark
	opened []int // marks that are not closed yet (indexes into marks), innermost last
	linked []int // links that are not closed yet, innermost last

	open   bool  // a block is being written
	quote  int   // innermost open block quotation, or lint.None
	quotes []int // quotations around those that template tags opened
	note   bool  // inside a footnote
	cites  []cite

	slab []lint.Run // for texts of one run outside the blocks
}

// bounds is what a block owns: buf[from:to], marks[mark:end] and runs[run:last].
type bounds struct{ from, to, mark, end, run, last int }

// cite is an attribution that stands in the last block of a quotation.
type cite struct{ quote, block, from, to int }

// newBuilder returns a builder for the body that begins at offset from, with room
// for what most articles of its length hold.
func newBuilder(doc *lint.Document, src []byte, from int, s *scratch) *builder {
	n := len(src) - from
	return &builder{
		doc: doc, src: src, quote: lint.None, lent: s,
		buf:   make([]byte, 0, n),
		runs:  make([]lint.Run, 0, n/64+8),
		marks: make([]lint.Mark, 0, n/300+4),
	}
}

// room makes room for n blocks.
func (b *builder) room(n int) {
	b.blocks = slices.Grow(b.lent.blocks[:0], n)
	b.doc.Blocks = make([]lint.Block, 0, n)
}

// begin starts a block at a source offset and returns its index. A block that is
// still open is ended first.
func (b *builder) begin(kind lint.BlockKind, level, start int) int {
	if b.open {
		b.end(start)
	}
	b.passTags(start)
	if b.blocks == nil {
		b.room(len(b.src)/250 + 8)
	}
	b.open = true
	b.blocks = append(b.blocks, bounds{from: len(b.buf), mark: len(b.marks), run: len(b.runs)})
	b.doc.Blocks = append(b.doc.Blocks, lint.Block{
		Kind: kind, Level: level, Span: lint.Span{Start: start, End: start},
		Quote: b.quote, Footnote: b.note,
	})
	return len(b.doc.Blocks) - 1
}

// end closes the open block at a source offset. White space at its end is
// dropped; one that holds nothing at all is dropped unless it is a heading.
func (b *builder) end(end int) {
	if !b.open {
		return
	}
	i := len(b.doc.Blocks) - 1
	block, at := &b.doc.Blocks[i], &b.blocks[i]
	if block.Kind != lint.Code {
		b.trim(at.from)
	}
	for len(b.opened) > 0 {
		b.unmark()
	}
	for _, l := range b.linked {
		b.doc.Links[l].End = b.offset()
	}
	b.linked = b.linked[:0]
	b.open = false
	at.to, at.end, at.last = len(b.buf), len(b.marks), len(b.runs)
	block.Span.End = max(end, block.Span.Start)
	for k := at.mark; k < at.end; k++ {
		m := &b.marks[k]
		m.Start, m.End = min(m.Start, at.to-at.from), min(m.End, at.to-at.from)
	}
	if at.to == at.from && block.Kind != lint.Heading {
		b.drop(i)
	}
}

// drop removes block i, the last one; links and images that stood in it stay in
// the document without a block.
func (b *builder) drop(i int) {
	b.marks = b.marks[:b.blocks[i].mark]
	b.doc.Blocks = b.doc.Blocks[:i]
	b.blocks = b.blocks[:i]
	for k := len(b.doc.Links) - 1; k >= 0 && b.doc.Links[k].Block >= i; k-- {
		l := &b.doc.Links[k]
		l.Block, l.Start, l.End = lint.None, 0, 0
	}
	for k := len(b.doc.Images) - 1; k >= 0 && b.doc.Images[k].Block >= i; k-- {
		b.doc.Images[k].Block = lint.None
	}
}

// trim cuts white space off the end of the buffer, down to offset from, and the
// runs that only held it.
func (b *builder) trim(from int) {
	n := len(b.buf)
	for n > from && (b.buf[n-1] == ' ' || b.buf[n-1] == '\n' || b.buf[n-1] == '\t') {
		n--
	}
	b.cut(n)
}

// cut shortens the buffer to n bytes, and the table of runs with it.
func (b *builder) cut(n int) {
	b.buf = b.buf[:n]
	k := len(b.runs)
	for k > 0 && b.runs[k-1].At >= n {
		k--
	}
	b.runs = b.runs[:k]
	if k > 0 {
		if r := &b.runs[k-1]; !r.Whole {
			r.Source.End = min(r.Source.End, r.Source.Start+n-r.At)
		}
	}
}

// current returns the index of the open block, or lint.None.
func (b *builder) current() int {
	if !b.open {
		return lint.None
	}
	return len(b.doc.Blocks) - 1
}

// offset returns the length of the open block's text so far.
func (b *builder) offset() int {
	if !b.open {
		return 0
	}
	return len(b.buf) - b.blocks[len(b.blocks)-1].from
}

// beginQuote opens a block quotation and returns its index together with the one
// around it, which endQuote takes back.
func (b *builder) beginQuote(start int) (index, outer int) {
	outer = b.quote
	b.doc.Quotations = append(b.doc.Quotations, lint.Quotation{Span: lint.Span{Start: start, End: start}})
	b.quote = len(b.doc.Quotations) - 1
	return b.quote, outer
}

func (b *builder) endQuote(outer, end int) {
	if b.quote != lint.None {
		q := &b.doc.Quotations[b.quote]
		q.Span.End = max(end, q.Span.Start)
	}
	b.quote = outer
}

// finish hands the texts out and completes the document.
func (b *builder) finish() *lint.Document {
	if b.open {
		b.end(len(b.src))
	}
	b.passTags(len(b.src) + 1)
	// The buffer is as long as the draft and nobody writes to it any more.
	whole := unsafe.String(unsafe.SliceData(b.buf), len(b.buf))
	for i, at := range b.blocks {
		block := &b.doc.Blocks[i]
		if at.to > at.from {
			runs := b.runs[at.run:at.last:at.last]
			for k := range runs {
				runs[k].At -= at.from
			}
			block.Text = lint.NewText(whole[at.from:at.to], runs)
		} else {
			block.Text = b.slice(block.Span.End, block.Span.End)
		}
		if at.end > at.mark {
			block.Marks = b.marks[at.mark:at.end:at.end]
		}
	}
	for _, c := range b.cites {
		b.doc.Quotations[c.quote].Cite = b.doc.Blocks[c.block].Text.Sub(c.from, c.to)
	}
	for i := range b.doc.Links {
		l := &b.doc.Links[i]
		if l.Block == lint.None {
			continue
		}
		text := &b.doc.Blocks[l.Block].Text
		l.End = min(l.End, text.Len())
		l.Start = min(l.Start, l.End)
		l.Text = text.Sub(l.Start, l.End)
	}
	b.lent.blocks = b.blocks[:0]
	b.doc.Index()
	return b.doc
}

// endOpen closes the open block, if there is one, at a source offset.
func (b *builder) endOpen(end int) {
	if b.open {
		b.end(end)
	}
}
