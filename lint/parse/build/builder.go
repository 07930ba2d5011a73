// Package build puts a document together. Every format writes through one [Builder],
// so that raw HTML inside Markdown, the image of a template tag and a pasted text file
// yield the same things.
//
// A format begins blocks, writes stretches of the source or what stands for them, and
// opens and closes marks, links and quotations around. The builder lays template tags
// into the text where it runs through them, and [Builder.Finish] hands the texts out.
//
// The words of all blocks go into one buffer with one table of runs, their marks into
// one list, and blocks and links are parts of them. That is a handful of allocations for
// a document instead of a handful for each sentence. The price is that texts of blocks
// exist only when all is written: until then a format asks for the bytes of a block.
package build

import (
	"slices"
	"unsafe"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/template"
)

// Options are what a repository says that the parsers of formats ask for.
type Options struct {
	Hosts  []string     // own hosts, for telling internal links from external ones
	Fields fields.Names // names of metadata fields, in place of the defaults
	Limits quota.Limits // all of them set
}

// Memory is what a builder needs only while it writes. It may go from one draft to
// the next.
type Memory struct{ blocks []bounds }

// Reset gives back what is larger than most drafts need.
func (m *Memory) Reset() {
	if cap(m.blocks) > most {
		m.blocks = nil
	}
	bufpool.Poison(m.blocks)
}

// most is how many blocks are kept for the next draft.
const most = 1 << 12

// Builder collects the blocks of a document. Every format writes through it, so
// that raw HTML inside Markdown, a template's image and a pasted text file yield
// the same things.
//
// The words of all blocks go into one buffer with one table of runs, their marks
// into one list; blocks and links are parts of them. That is a handful of
// allocations for a document instead of a handful for each sentence.
type Builder struct {
	Doc  *lint.Document
	Src  []byte         // as parsed: tags and bad bytes masked, offsets those of doc.Source
	Tags []template.Tag // template tags in order; the parser of the format sets them
	next int            // the first of tags that is not dealt with yet

	buf    []byte
	runs   []lint.Run
	blocks []bounds // of doc.Blocks
	memory *Memory
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

// New returns a builder for the body that begins at offset from, with room
// for what most articles of its length hold.
func New(doc *lint.Document, src []byte, from int, memory *Memory) *Builder {
	n := len(src) - from
	return &Builder{
		Doc: doc, Src: src, quote: lint.None, memory: memory,
		buf:   make([]byte, 0, n),
		runs:  make([]lint.Run, 0, n/64+8),
		marks: make([]lint.Mark, 0, n/300+4),
	}
}

// Reserve makes room for n blocks.
func (b *Builder) Reserve(n int) {
	b.blocks = slices.Grow(b.memory.blocks[:0], n)
	b.Doc.Blocks = make([]lint.Block, 0, n)
}

// Begin starts a block at a source offset and returns its index. A block that is
// still open is ended first.
func (b *Builder) Begin(kind lint.BlockKind, level, start int) int {
	if b.open {
		b.End(start)
	}
	b.passTags(start)
	if b.blocks == nil {
		b.Reserve(len(b.Src)/250 + 8)
	}
	b.open = true
	b.blocks = append(b.blocks, bounds{from: len(b.buf), mark: len(b.marks), run: len(b.runs)})
	b.Doc.Blocks = append(b.Doc.Blocks, lint.Block{
		Kind: kind, Level: level, Span: lint.Span{Start: start, End: start},
		Quote: b.quote, Footnote: b.note,
	})
	return len(b.Doc.Blocks) - 1
}

// End closes the open block at a source offset. White space at its end is
// dropped; one that holds nothing at all is dropped unless it is a heading.
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

// drop removes block i, the last one; links and images that stood in it stay in
// the document without a block.
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

// trim cuts white space off the end of the buffer, down to offset from, and the
// runs that only held it.
func (b *Builder) trim(from int) {
	n := len(b.buf)
	for n > from && (b.buf[n-1] == ' ' || b.buf[n-1] == '\n' || b.buf[n-1] == '\t') {
		n--
	}
	b.cut(n)
}

// cut shortens the buffer to n bytes, and the table of runs with it.
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

// Footnote says whether what is written from here on belongs to a footnote.
func (b *Builder) Footnote(inside bool) { b.note = inside }

// Cite notes that a part of a block that has ended, its bytes from one offset to
// another, names the source of a quotation.
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

// BeginQuote opens a block quotation and returns its index together with the one
// around it, which EndQuote takes back.
func (b *Builder) BeginQuote(start int) (index, outer int) {
	outer = b.quote
	b.Doc.Quotations = append(b.Doc.Quotations, lint.Quotation{Span: lint.Span{Start: start, End: start}})
	b.quote = len(b.Doc.Quotations) - 1
	return b.quote, outer
}

// EndQuotation closes the block quotation of an index, whatever was opened in it.
func (b *Builder) EndQuotation(index, outer, end int) {
	b.quote = index
	b.EndQuote(outer, end)
}

// EndQuote closes the innermost block quotation; outer is what BeginQuote gave.
func (b *Builder) EndQuote(outer, end int) {
	if b.quote != lint.None {
		q := &b.Doc.Quotations[b.quote]
		q.Span.End = max(end, q.Span.Start)
	}
	b.quote = outer
}

// Finish hands the texts out and completes the document.
func (b *Builder) Finish() *lint.Document {
	if b.open {
		b.End(len(b.Src))
	}
	b.passTags(len(b.Src) + 1)
	// The buffer is as long as the draft and nobody writes to it any more.
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
	b.Doc.Index()
	return b.Doc
}

// EndOpen closes the open block, if there is one, at a source offset.
func (b *Builder) EndOpen(end int) {
	if b.open {
		b.End(end)
	}
}
