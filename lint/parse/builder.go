package parse

import "github.com/copychief/copychief/lint"

// builder collects the blocks of a document. Every format writes through it, so
// that raw HTML inside Markdown, a template's image and a pasted text file yield
// the same things.
//
// The words of all blocks go into one buffer with one table of runs; blocks,
// links and alternatives are parts of it. That is a handful of allocations for a
// document instead of a handful for each sentence.
type builder struct {
	doc *lint.Document
	src []byte // as parsed: tags and bad bytes masked, offsets those of doc.Source

	buf    []byte
	runs   []lint.Run
	blocks []bounds // of doc.Blocks in buf
	links  []bounds // of doc.Links in buf
	marks  []lint.Mark
	opened []openMark // marks that are not closed yet, innermost last

	open  bool // a block is being written
	quote int  // innermost open block quotation, or lint.None
	note  bool // inside a footnote
}

// bounds is a part of the buffer and of the table of runs.
type bounds struct{ from, to int }

type openMark struct{ at int } // index into marks

func newBuilder(doc *lint.Document, src []byte) *builder {
	return &builder{
		doc: doc, src: src, quote: lint.None,
		buf:  make([]byte, 0, len(src)),
		runs: make([]lint.Run, 0, len(src)/40+8),
	}
}

// begin starts a block at a source offset and returns its index. A block that is
// still open is ended first.
func (b *builder) begin(kind lint.BlockKind, level, start int) int {
	if b.open {
		b.end(start)
	}
	b.open = true
	b.opened = b.opened[:0]
	b.blocks = append(b.blocks, bounds{len(b.buf), len(b.buf)})
	b.marks = nil
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
	b.open = false
	for len(b.opened) > 0 {
		b.unmark()
	}
	i := len(b.doc.Blocks) - 1
	block, at := &b.doc.Blocks[i], &b.blocks[i]
	if block.Kind != lint.Code {
		b.trim(at.from)
	}
	at.to = len(b.buf)
	block.Span.End = max(end, block.Span.Start)
	block.Marks = b.clip(b.marks, at.to-at.from)
	if at.to == at.from && block.Kind != lint.Heading {
		b.drop(i)
	}
}

// drop removes block i, the last one; links and images that stood in it stay in
// the document without a block.
func (b *builder) drop(i int) {
	b.doc.Blocks = b.doc.Blocks[:i]
	b.blocks = b.blocks[:i]
	for k := len(b.doc.Links) - 1; k >= 0 && b.doc.Links[k].Block >= i; k-- {
		b.doc.Links[k].Block = lint.None
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
	b.buf = b.buf[:n]
	for k := len(b.runs); k > 0 && b.runs[k-1].At >= n; k-- {
		b.runs = b.runs[:k-1]
	}
}

// clip fits marks into a text of n bytes.
func (b *builder) clip(marks []lint.Mark, n int) []lint.Mark {
	for k := range marks {
		marks[k].Start, marks[k].End = min(marks[k].Start, n), min(marks[k].End, n)
	}
	return marks
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

// verbatim adds source bytes that are read as they stand.
func (b *builder) verbatim(start, end int) {
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

// mark opens a mark at the end of what is written; unmark closes the innermost.
func (b *builder) mark(kind lint.MarkKind, index int) {
	b.opened = append(b.opened, openMark{len(b.marks)})
	b.marks = append(b.marks, lint.Mark{Kind: kind, Start: b.offset(), End: b.offset(), Index: index})
}

func (b *builder) unmark() {
	n := len(b.opened)
	if n == 0 {
		return
	}
	b.marks[b.opened[n-1].at].End = b.offset()
	b.opened = b.opened[:n-1]
}

// beginLink adds a link whose text begins here; endLink gives it its text and
// span. Links may not nest, as in HTML.
func (b *builder) beginLink(l lint.Link) int {
	l.Image = lint.None
	l.Block, l.Start = b.current(), b.offset()
	b.doc.Links = append(b.doc.Links, l)
	b.links = append(b.links, bounds{len(b.buf), len(b.buf)})
	i := len(b.doc.Links) - 1
	b.mark(lint.MarkLink, i)
	return i
}

func (b *builder) endLink(i int, span lint.Span) {
	b.unmark()
	l := &b.doc.Links[i]
	l.End, l.Span = b.offset(), span
	b.links[i].to = len(b.buf)
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
	b.doc.Quotations[b.quote].Span.End = end
	b.quote = outer
}

// finish hands the texts out and completes the document.
func (b *builder) finish() *lint.Document {
	if b.open {
		b.end(len(b.src))
	}
	whole := lint.NewText(string(b.buf), b.runs)
	for i, at := range b.blocks {
		b.doc.Blocks[i].Text = whole.Sub(at.from, at.to)
	}
	for i, at := range b.links {
		b.doc.Links[i].Text = whole.Sub(min(at.from, len(b.buf)), min(max(at.from, at.to), len(b.buf)))
	}
	b.doc.Index()
	return b.doc
}
