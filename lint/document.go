package lint

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Document is one parsed draft: its blocks in source order and everything else that
// rules need, indexed once by the parser. It must be used by one goroutine at a time.
// Apart from its facts, it does not change after parsing.
type Document struct {
	Source     *Source
	Format     Format
	Language   string // a BCP 47 tag, lower case, as declared or configured; "en" by default
	Meta       Meta
	Blocks     []Block
	Links      []Link
	Images     []Image
	Quotations []Quotation
	Comments   []Comment
	Anchors    []string     // ids that a #fragment may refer to, including those of headings
	Templates  []Span       // template tags; nothing in them is prose
	Unfenced   []Span       // runs of lines that are code but are not marked as code; their blocks are of kind Code
	Problems   []Problem    // what the parser could not read
	Review     []ReviewMark // what reviewers left in the file of a word processor
	Unread     bool         // the body was not read, so rules must not report anything as missing
	Tagger     Tagger       // answers questions about English grammar; nil for the model that is part of the program

	headings []int
	h1       int // index of the first H1 outside of block quotations, plus one; 0 for none
	facts    []factValue
}

// Tagger returns the part of speech of each word of an English sentence, as a tag of the Penn
// Treebank, or nil if it cannot answer yet. It must be safe for concurrent use.
type Tagger func(words []string) (tags []string)

// Problem is something that kept the parser from reading a part of the draft.
type Problem struct {
	Span    Span
	Message string
	// Unchecked means that some or all of the draft was not checked, because it exceeds
	// a limit or is not text. Such a run must not look clean.
	Unchecked bool
}

// Index completes a document that a parser has built. Parsers call it last.
func (d *Document) Index() {
	d.headings, d.h1 = d.headings[:0], 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != Heading {
			continue
		}
		d.headings = append(d.headings, i)
		if d.h1 == 0 && b.Level == 1 && b.Quote == None {
			d.h1 = i + 1
		}
	}
}

// Headings yields the index and block of each heading in order, except those inside
// block quotations.
func (d *Document) Headings() iter.Seq2[int, *Block] {
	return func(yield func(int, *Block) bool) {
		for _, i := range d.headings {
			if d.Blocks[i].Quote == None && !yield(i, &d.Blocks[i]) {
				return
			}
		}
	}
}

// Prose yields the index and block of everything the author wrote, which excludes code
// and block quotations.
func (d *Document) Prose() iter.Seq2[int, *Block] {
	return func(yield func(int, *Block) bool) {
		for i := range d.Blocks {
			if d.Blocks[i].Prose() && !yield(i, &d.Blocks[i]) {
				return
			}
		}
	}
}

// Paragraphs yields the author's paragraphs: the blocks of [Document.Prose] that are of
// kind Paragraph and not part of a footnote.
func (d *Document) Paragraphs() iter.Seq2[int, *Block] {
	return func(yield func(int, *Block) bool) {
		for i, b := range d.Prose() {
			if b.Kind == Paragraph && !b.Footnote && !yield(i, b) {
				return
			}
		}
	}
}

// Sections yields the sections in order. If there are blocks before the first heading,
// they come first, as a section whose Heading is None.
func (d *Document) Sections() iter.Seq[Section] {
	return func(yield func(Section) bool) {
		s := Section{Heading: None}
		for i := range d.Headings() {
			s.To = i
			if (s.Heading != None || s.To > s.From) && !yield(s) {
				return
			}
			s = Section{Heading: i, From: i + 1}
		}
		s.To = len(d.Blocks)
		if s.Heading != None || s.To > s.From {
			yield(s)
		}
	}
}

// Headline returns the headline a reader sees, with its span: the first H1 of the body,
// otherwise the title field. It is empty if there is neither.
func (d *Document) Headline() Text {
	if d.h1 > 0 {
		return d.Blocks[d.h1-1].Text
	}
	if f := d.Meta.Get(RoleHeadline); f.Present() {
		return f.Value()
	}
	return d.Meta.Title()
}

// Title returns what a search result shows as the title: the title field, otherwise the
// headline.
func (d *Document) Title() Text {
	if t := d.Meta.Title(); t.Len() > 0 {
		return t
	}
	return d.Headline()
}

// Unspaced returns the number of number signs at the beginning of block i if it looks like a
// heading that lacks the space after them, otherwise 0. A single sign may begin a hashtag, so
// it counts only at the top of a draft without a headline, or if another block has more signs.
func (d *Document) Unspaced(i int) int {
	n := d.signs(i)
	if n != 1 || i == 0 && d.Headline().Len() == 0 {
		return n
	}
	for k := range d.Blocks {
		if d.signs(k) > 1 {
			return n
		}
	}
	return 0
}

// wideSpace reports whether a character looks like a space but is not one in Markdown: a
// no-break or an ideographic space.
func wideSpace(r rune) bool { return r == '\u00a0' || r == '\u3000' || r == '\u202f' }

// signs returns the number of number signs, at most six, that a paragraph begins with, if they
// may be meant as a heading; otherwise 0. A single sign counts only before a capitalised first
// word of several; any number counts before a space that is not one in Markdown.
func (d *Document) signs(i int) int {
	b := &d.Blocks[i]
	text := b.Text.String()
	if len(text) == 0 || text[0] != '#' || b.Kind != Paragraph || !b.Prose() || b.Footnote || !d.Can(LinksByReference) {
		return 0
	}
	n := len(text) - len(strings.TrimLeft(text, "#"))
	r, size := utf8.DecodeRuneInString(text[n:])
	if wideSpace(r) && n <= 6 {
		if r, _ = utf8.DecodeRuneInString(text[n+size:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			return n
		}
		return 0
	}
	line := d.Source.Line(d.Source.Position(b.Text.Span(0, 1).Start).Line)
	first := strings.TrimSpace(d.Source.Slice(line))
	if n > 6 || !unicode.IsLetter(r) && !unicode.IsDigit(r) || n == 1 && (!unicode.IsUpper(r) || strings.IndexByte(first, ' ') < 0 || strings.Contains(first, " #")) {
		return 0
	}
	if span := b.Text.Span(0, n); span.Len() != n || d.Source.Slice(span) != text[:n] || b.Marked(MarkCode, 0) || b.Marked(MarkLink, 0) {
		return 0
	}
	return n
}

// Head returns the part of the source that holds the metadata, or the beginning of the
// source if there is none. It is the subject of findings about missing metadata; see
// [Finding.About]. It is never empty.
func (d *Document) Head() Span { return Span{0, max(d.Meta.Span.End, 1)} }

// Body returns the part of the source after the metadata. It is the subject of findings
// about the article as a whole; see [Finding.About]. It is never empty, even if the
// article is.
func (d *Document) Body() Span {
	text, start := d.Source.Bytes, d.Meta.Span.End
	if i := bytes.IndexByte(text[start:], '\n'); start > 0 && i >= 0 && len(bytes.TrimSpace(text[start:start+i])) == 0 {
		start += i + 1
	}
	return Span{start, max(len(text), start+1)}
}

// Top returns where to show a finding about something that is missing: the title field,
// otherwise the headline, otherwise the first line. Such a finding should also set
// [Finding.About].
func (d *Document) Top() Span {
	if f := d.Meta.Get(RoleTitle); f.Present() && f.Whole.End > 0 {
		return f.Whole
	}
	if t := d.Headline(); t.Placed() {
		return t.All()
	}
	return d.Source.Line(1)
}

// ShownAbove reports whether the source of something in a block, such as an image, also appears in
// a block of code right above it: the draft shows how to write it.
func (d *Document) ShownAbove(block int, span Span) bool {
	const reach = 3 // blocks
	source := d.Source.Bytes[min(span.Start, len(d.Source.Bytes)):min(span.End, len(d.Source.Bytes))]
	for i := block - 1; i >= max(0, block-reach) && i < len(d.Blocks) && len(source) > 0; i-- {
		if b := &d.Blocks[i]; b.Kind == Code && bytes.Contains(d.Source.Bytes[b.Span.Start:b.Span.End], source) {
			return true
		}
	}
	return false
}

// Can reports whether the draft has all of the abilities.
func (d *Document) Can(a Ability) bool { return d.Format.Can(a) }

// Has reports whether the document has a part.
func (d *Document) Has(p Part) bool {
	switch p {
	case HeadingPart:
		for range d.Headings() {
			return true
		}
		return false
	case ImagePart:
		return len(d.Images) > 0
	case TagPart:
		return len(d.Meta.Get(RoleTags).Values) > 0
	case QuotationPart:
		for i := range d.Blocks {
			if b := &d.Blocks[i]; b.Prose() && hasQuote(b.Text.String()) {
				return true
			}
		}
		return false
	default:
		return true
	}
}

// hasQuote reports whether a text has a double quotation mark: ", “, ” or „.
func hasQuote(text string) bool {
	const general = "\xe2\x80" // the first bytes of typographic marks
	if strings.IndexByte(text, '"') >= 0 {
		return true
	}
	for {
		_, rest, found := strings.Cut(text, general)
		if !found || strings.HasPrefix(rest, "\x9c") || strings.HasPrefix(rest, "\x9d") || strings.HasPrefix(rest, "\x9e") {
			return found
		}
		text = rest
	}
}
