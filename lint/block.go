package lint

import "sort"

// BlockKind says what a block of prose is.
type BlockKind uint8

// The kinds of blocks. A list item or a table cell of several paragraphs is
// several blocks of its kind.
const (
	Paragraph BlockKind = iota
	Heading
	Item    // in a list
	Cell    // in a table
	Caption // figcaption, table caption, a template tag's caption
	Term    // in a definition list
	Code    // fenced, indented or pre: never prose
)

var blockKinds = [...]string{"paragraph", "heading", "item", "cell", "caption", "term", "code"}

// String returns the lower-case name of the kind.
func (k BlockKind) String() string { return blockKinds[k] }

// None is the value of an index that points at nothing.
const None = -1

// Block is one stretch of text that a reader sees as a unit. The fields that every rule looks at come
// first, in one cache line.
type Block struct {
	Kind     BlockKind
	Footnote bool // the block is part of a footnote
	Explicit bool // headings: the anchor is written in the draft
	Quote    int  // index into Document.Quotations of the enclosing block quotation, or None
	Text     Text // what is read; for Code, the code

	Marks    []Mark
	Span     Span   // the block in the source, its markup included
	Level    int    // headings: 1 to 6; items: depth of nesting from 1; otherwise 0
	Row      int    // cells: the row from 0 (the header); otherwise 0
	ID       string // headings: the anchor: as written, otherwise as GitHub and Hugo derive it
	Language string // primary subtag, where it is clearly another than the document's; otherwise ""

	marked *markIndex // built on first use
}

// Prose reports whether the block holds the author's own running text: no code
// and nothing quoted.
func (b *Block) Prose() bool { return b.Kind != Code && b.Quote == None }

// MarkKind says what a mark means.
type MarkKind uint8

// The kinds of marks.
const (
	MarkCode MarkKind = iota
	MarkEmphasis
	MarkStrong
	MarkStrike
	MarkLink     // Index: into Document.Links
	MarkQuote    // HTML q
	MarkCite     // HTML cite
	MarkFootnote // a reference to a footnote; no bytes of text
	MarkObject   // the Object of an inline image (Index: into Document.Images) or a template tag (None)
	MarkKeyboard // HTML kbd, samp, var
)

// Mark is a range of a block's text with a meaning. Marks of a block are sorted
// by Start; they may nest.
type Mark struct {
	Kind       MarkKind
	Start, End int // offsets in the block's text
	Index      int // see the kinds; None where the kind has none
}

// fewMarks is the number of marks up to which a linear scan is used.
const fewMarks = 32

// Marked reports whether offset i of the block's text is inside a mark of kind.
func (b *Block) Marked(kind MarkKind, i int) bool {
	if len(b.Marks) > fewMarks {
		if b.marked == nil {
			b.marked = newMarkIndex(b.Marks)
		}
		return b.marked.contains(kind, i)
	}
	for _, m := range b.Marks {
		if m.Start > i {
			return false
		}
		if m.Kind == kind && i < m.End {
			return true
		}
	}
	return false
}

// markIndex is for blocks with many marks. For each kind, it lists where marks start and
// the furthest end of all marks that have started by then.
type markIndex [MarkKeyboard + 1][]reach

type reach struct{ start, end int }

func newMarkIndex(marks []Mark) *markIndex {
	x := &markIndex{}
	for _, m := range marks {
		end, of := m.End, x[m.Kind]
		if n := len(of); n > 0 {
			end = max(end, of[n-1].end)
		}
		x[m.Kind] = append(of, reach{m.Start, end})
	}
	return x
}

func (x *markIndex) contains(kind MarkKind, i int) bool {
	of := x[kind]
	k := sort.Search(len(of), func(k int) bool { return of[k].start > i })
	return k > 0 && i < of[k-1].end
}

// Quotation is a block quotation: the text of its blocks is not the author's own.
type Quotation struct {
	Span Span
	Cite Text // the attribution: a cite element or attribute, a footer, a configured tag's argument
}

// Section is a heading and everything up to the next heading of any level. The blocks
// before the first heading form a section without a heading.
type Section struct {
	Heading  int // index into Document.Blocks, or None
	From, To int // its blocks without the heading: Blocks[From:To]
}
