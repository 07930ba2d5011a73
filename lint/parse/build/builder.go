// Package build assembles a document. The parsers of all formats write through one
// [Builder], so that raw HTML inside Markdown, the image of a template tag and a pasted
// text file produce the same structures.
//
// A parser begins blocks, writes spans of the source or their replacements, and opens
// and closes marks, links and quotations around them. The builder inserts the template
// tags that occur within the text, and [Builder.Finish] returns the texts.
//
// The words of all blocks go into one buffer with one table of runs, and their marks
// into one list; blocks and links are slices of them. A document takes a handful of
// allocations instead of a handful for each sentence, and these come from a pool, to
// which bufpool.Release returns them. The trade-off: the texts of blocks exist only when
// everything has been written; until then a parser has to ask for the bytes of a block.
package build

import (
	"unsafe"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/template"
)

// Options are the settings of a repository that the parsers need.
type Options struct {
	Hosts  []string     // the site's own hosts, to tell internal links from external ones
	Fields fields.Names // names of metadata fields that replace the defaults
	Limits quota.Limits // all of them must be set
}

// Memory is what a builder needs only while it writes. It can be reused for the next
// draft.
type Memory struct{ blocks []bounds }

// Reset releases memory that is larger than most drafts need.
func (m *Memory) Reset() {
	if cap(m.blocks) > most {
		m.blocks = nil
	}
	bufpool.Poison(m.blocks)
}

// most is the number of blocks whose memory is reused for the next draft.
const most = 1 << 12

// content is the memory that a document refers to, until it is released.
type content struct {
	buf    []byte
	runs   []lint.Run
	marks  []lint.Mark
	blocks []lint.Block
	links  []lint.Link
	slab   []lint.Run
}

var contents bufpool.Pool[content]

// Builder collects the blocks of a document. The package comment describes how it
// stores them.
type Builder struct {
	Doc  *lint.Document
	Src  []byte         // the working copy: tags and invalid bytes are masked, offsets are those of doc.Source
	Tags []template.Tag // template tags in order, set by the parser
	next int            // index of the first tag that has not been processed

	buf    []byte
	runs   []lint.Run
	blocks []bounds // of doc.Blocks
	memory *Memory
	lent   *content // where buf, runs, marks, Doc.Blocks and Doc.Links come from
	marks  []lint.Mark
	opened []int // open marks (indexes into marks), innermost last
	linked []int // open links, innermost last

	open   bool  // whether a block is being written
	quote  int   // innermost open block quotation, or lint.None
	quotes []int // quotations around those that template tags opened
	note   bool  // whether a footnote is being written
	cites  []cite

	slab []lint.Run // for texts of one run outside the blocks
}

// bounds is the part of the buffers that belongs to a block: buf[from:to],
// marks[mark:end] and runs[run:last].
type bounds struct{ from, to, mark, end, run, last int }

// cite is an attribution in the last block of a quotation.
type cite struct{ quote, block, from, to int }

// New returns a builder for the body that begins at offset from. It allocates enough
// memory for most articles of this length.
func New(doc *lint.Document, src []byte, from int, memory *Memory) *Builder {
	n := len(src) - from
	c := contents.Get()
	doc.Blocks, doc.Links = bufpool.Sized(c.blocks, n/250+8), bufpool.Sized(c.links, n/400)
	return &Builder{
		Doc: doc, Src: src, quote: lint.None, memory: memory, lent: c,
		buf:    bufpool.Sized(c.buf, n),
		runs:   bufpool.Sized(c.runs, n/64+8),
		marks:  bufpool.Sized(c.marks, n/300+4),
		blocks: bufpool.Sized(memory.blocks, n/250+8),
		slab:   c.slab[:0],
	}
}

// Begin starts a block at a source offset and returns its index. It first ends a block
// that is still open.
func (b *Builder) Begin(kind lint.BlockKind, level, start int) int {
	if b.open {
		b.End(start)
	}
	passTags(b, start)
	b.open = true
	b.blocks = append(b.blocks, bounds{from: len(b.buf), mark: len(b.marks), run: len(b.runs)})
	b.Doc.Blocks = append(b.Doc.Blocks, lint.Block{
		Kind: kind, Level: level, Span: lint.Span{Start: start, End: start},
		Quote: b.quote, Footnote: b.note,
	})
	return len(b.Doc.Blocks) - 1
}

// End closes the open block at a source offset. It trims trailing white space and drops
// an empty block unless it is a heading.
func (b *Builder) End(end int) {
	if !b.open {
		return
	}
	i := len(b.Doc.Blocks) - 1
	block, at := &b.Doc.Blocks[i], &b.blocks[i]
	if block.Kind != lint.Code {
		b.trim(at.from)
	}
	for len(b.opened) > 0 {
		b.unmark()
	}
	for _, l := range b.linked {
		b.Doc.Links[l].End = b.Offset()
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

// drop removes block i, which is the last one; its links and images stay in the
// document without a block.
func (b *Builder) drop(i int) {
	b.marks = b.marks[:b.blocks[i].mark]
	b.Doc.Blocks = b.Doc.Blocks[:i]
	b.blocks = b.blocks[:i]
	for k := len(b.Doc.Links) - 1; k >= 0 && b.Doc.Links[k].Block >= i; k-- {
		l := &b.Doc.Links[k]
		l.Block, l.Start, l.End = lint.None, 0, 0
	}
	for k := len(b.Doc.Images) - 1; k >= 0 && b.Doc.Images[k].Block >= i; k-- {
		b.Doc.Images[k].Block = lint.None
	}
}

// trim removes white space from the end of the buffer, but nothing before offset from,
// together with the runs that covered only white space.
func (b *Builder) trim(from int) {
	n := len(b.buf)
	for n > from && (b.buf[n-1] == ' ' || b.buf[n-1] == '\n' || b.buf[n-1] == '\t') {
		n--
	}
	b.cut(n)
}

// cut shortens the buffer to n bytes, and the table of runs accordingly.
func (b *Builder) cut(n int) {
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

// IsOpen reports whether a block is being written.
func (b *Builder) IsOpen() bool { return b.open }

// Quotation returns the index of the block quotation that is open, or lint.None.
func (b *Builder) Quotation() int { return b.quote }

// Footnote sets whether the blocks that follow belong to a footnote.
func (b *Builder) Footnote(inside bool) { b.note = inside }

// Cite records that a part of a finished block, given by its byte offsets, names the
// source of a quotation.
func (b *Builder) Cite(quote, block, from, to int) {
	b.cites = append(b.cites, cite{quote, block, from, to})
}

// Current returns the index of the open block, or lint.None.
func (b *Builder) Current() int {
	if !b.open {
		return lint.None
	}
	return len(b.Doc.Blocks) - 1
}

// Offset returns the length of the open block's text so far.
func (b *Builder) Offset() int {
	if !b.open {
		return 0
	}
	return len(b.buf) - b.blocks[len(b.blocks)-1].from
}

// BeginQuote opens a block quotation. It returns its index and that of the quotation
// around it, which EndQuote takes as an argument.
func (b *Builder) BeginQuote(start int) (index, outer int) {
	outer = b.quote
	b.Doc.Quotations = append(b.Doc.Quotations, lint.Quotation{Span: lint.Span{Start: start, End: start}})
	b.quote = len(b.Doc.Quotations) - 1
	return b.quote, outer
}

// EndQuotation closes the block quotation with the given index and everything that was
// opened in it.
func (b *Builder) EndQuotation(index, outer, end int) {
	b.quote = index
	b.EndQuote(outer, end)
}

// EndQuote closes the innermost block quotation; outer is the value that BeginQuote
// returned.
func (b *Builder) EndQuote(outer, end int) {
	if b.quote != lint.None {
		q := &b.Doc.Quotations[b.quote]
		q.Span.End = max(end, q.Span.Start)
	}
	b.quote = outer
}

// Finish sets the texts of all blocks and completes the document.
func (b *Builder) Finish() *lint.Document {
	if b.open {
		b.End(len(b.Src))
	}
	passTags(b, len(b.Src)+1)
	// The buffer is complete, and nothing writes to it any more.
	whole := unsafe.String(unsafe.SliceData(b.buf), len(b.buf))
	for i, at := range b.blocks {
		block := &b.Doc.Blocks[i]
		if at.to > at.from {
			runs := b.runs[at.run:at.last:at.last]
			for k := range runs {
				runs[k].At -= at.from
			}
			block.Text = lint.NewText(whole[at.from:at.to], runs)
		} else {
			block.Text = b.Slice(block.Span.End, block.Span.End)
		}
		if at.end > at.mark {
			block.Marks = b.marks[at.mark:at.end:at.end]
		}
	}
	for _, c := range b.cites {
		b.Doc.Quotations[c.quote].Cite = b.Doc.Blocks[c.block].Text.Sub(c.from, c.to)
	}
	for i := range b.Doc.Links {
		l := &b.Doc.Links[i]
		if l.Block == lint.None {
			continue
		}
		text := &b.Doc.Blocks[l.Block].Text
		l.End = min(l.End, text.Len())
		l.Start = min(l.Start, l.End)
		l.Text = text.Sub(l.Start, l.End)
	}
	b.memory.blocks = b.blocks[:0]
	*b.lent = content{b.buf, b.runs, b.marks, b.Doc.Blocks, b.Doc.Links, b.slab}
	bufpool.Lend(b.Doc, b.lent, &contents)
	b.Doc.Index()
	return b.Doc
}

// EndOpen closes the open block, if any, at a source offset.
func (b *Builder) EndOpen(end int) {
	if b.open {
		b.End(end)
	}
}
