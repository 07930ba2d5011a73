package passage

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

// Passage is a text of a draft with the places that it belongs to.
type Passage struct {
	Text  lint.Text
	At    Places
	Block int    // index into Document.Blocks, or lint.None
	Field string // the name of the metadata field that it is the value of, or ""
}

var passages = lint.NewFact(find)

// Of returns the texts of a draft, in the order of the source.
func Of(d *lint.Document) []Passage { return passages.Of(d) }

func find(d *lint.Document) []Passage {
	list := metadata(d)
	intro, last := EndOfIntroduction(d), lint.None
	for i := range d.Paragraphs() {
		last = i
	}
	headline := lint.None
	for i, b := range d.Headings() {
		if b.Level == 1 {
			headline = i
			break
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == lint.Code || b.Text.Len() == 0 {
			continue
		}
		at := blockPlaces[b.Kind]
		if b.Kind == lint.Heading && b.Level >= 2 && b.Level <= 6 {
			at |= H2 << (b.Level - 2)
		}
		if b.Quote != lint.None {
			at |= Quotations | BlockQuotes
		}
		if b.Footnote {
			at |= Footnotes
		}
		if i < intro && b.Kind == lint.Paragraph {
			at |= Introduction
		}
		if i == last {
			at |= LastParagraph
		}
		if i == headline {
			at |= Headline
		}
		list = append(list, Passage{Text: b.Text, At: at, Block: i})
	}
	for i := range d.Images {
		if m := &d.Images[i]; m.Alt.Len() > 0 && !m.Decorative {
			list = append(list, Passage{Text: m.Alt, At: Alt, Block: lint.None})
		}
	}
	return list
}

// SourceOf returns all of a draft as it is written, with front matter, markup and code. It is not among the texts of
// the draft, which are what readers read.
func SourceOf(d *lint.Document) *Passage { return sources.Of(d) }

var sources = lint.NewFact(func(d *lint.Document) *Passage {
	return &Passage{Text: lint.Verbatim(string(d.Source.Bytes), 0), At: Source, Block: lint.None}
})

var blockPlaces = [...]Places{
	lint.Paragraph: Prose, lint.Heading: Headings, lint.Item: Lists, lint.Cell: Tables,
	lint.Caption: Captions, lint.Term: Lists,
}

// metadata returns the values of the metadata fields.
func metadata(d *lint.Document) (list []Passage) {
	title, headline, description := d.Meta.Get(lint.RoleTitle), d.Meta.Get(lint.RoleHeadline), d.Meta.Get(lint.RoleDescription)
	shown := d.Headline()
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		for _, v := range f.Values {
			if v.Len() == 0 {
				continue
			}
			at := Field
			switch f {
			case title, headline:
				at |= Title
			case description:
				at |= Description
			}
			if (f == title || f == headline) && v.Placed() && shown.Placed() && v.All() == shown.All() {
				at |= Headline
			}
			list = append(list, Passage{Text: v, At: at, Block: lint.None, Field: f.Name})
		}
	}
	return list
}

// EndOfIntroduction returns the index of the first block after the introduction: that is the
// paragraphs before the first subheading or, if there is none, the first paragraph.
func EndOfIntroduction(d *lint.Document) int {
	first := lint.None
	for i := range d.Paragraphs() {
		first = i
		break
	}
	for i, b := range d.Headings() {
		if b.Level > 1 && i > first {
			return i
		}
	}
	return first + 1
}

// PlacesAt returns the places that a part of a passage belongs to, in addition to those of the
// passage: quotation marks and links are inside it. What goes on after a link is not its text.
func (p *Passage) PlacesAt(d *lint.Document, start, end int) Places {
	if p.Block == lint.None {
		return p.At
	}
	at := p.At
	b := &d.Blocks[p.Block]
	if b.Marked(lint.MarkLink, start) && b.Marked(lint.MarkLink, max(start, end-1)) {
		at |= LinkTexts
	}
	if v := voiceAt(d, p.Block, start); v == language.Speech || v == language.Quoted {
		at |= Quotations
	}
	return at
}

// voiceAt returns whose words are at an offset of a block: the voice of the word there, or of
// the next one.
func voiceAt(d *lint.Document, block, offset int) language.Voice {
	words := language.ProseOf(d).WordsIn(block)
	k := sort.Search(len(words), func(k int) bool { return int(words[k].End) > offset })
	if k == len(words) {
		return language.Author
	}
	return words[k].Voice
}

// Struck reports whether a place in a passage is in text that is struck out: it is kept for the record.
func (p *Passage) Struck(d *lint.Document, at int) bool {
	return p.Block != lint.None && d.Blocks[p.Block].Marked(lint.MarkStrike, at)
}

// Hides reports whether a match begins in code, in text that is struck out, or in an address and is
// only a part of it: a rule about whole addresses finds them, and one that looks inside addresses
// finds their parts.
func (s *Scope) Hides(d *lint.Document, p *Passage, start, end int) bool {
	if p.Block == lint.None {
		return false
	}
	switch {
	case d.Blocks[p.Block].Marked(lint.MarkCode, start), p.Struck(d, start):
		return true
	case s.In&Addresses != 0 && !p.hasScheme(start):
		return false
	case voiceAt(d, p.Block, start) != language.Symbol || p.gapAt(d, start):
		return false
	}
	return !endsWord(p.Text.Slice(0, start)) || !beginsGap(p.Text.Slice(end, p.Text.Len()))
}

// hasScheme reports whether what has no white space around an offset is an address with a scheme,
// “https://example.org”: a browser reads it, not a reader.
func (p *Passage) hasScheme(at int) bool {
	text := p.Text.String()
	from := strings.LastIndexFunc(text[:at], unicode.IsSpace) + 1
	to := len(text)
	if n := strings.IndexFunc(text[at:], unicode.IsSpace); n >= 0 {
		to = at + n
	}
	return strings.Contains(text[from:to], "://")
}

// gapAt reports whether there is white space between an offset and the next word: the word is not there yet.
func (p *Passage) gapAt(d *lint.Document, start int) bool {
	words := language.ProseOf(d).WordsIn(p.Block)
	k := sort.Search(len(words), func(k int) bool { return int(words[k].End) > start })
	return k < len(words) && int(words[k].Start) > start && strings.ContainsFunc(p.Text.Slice(start, int(words[k].Start)), unicode.IsSpace)
}

// endsWord reports whether the end of a text cannot be part of an address.
func endsWord(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi) || r == '"' || r == '\''
}

// beginsGap reports whether a text begins with something that is not part of an address: white
// space, or the end of a sentence.
func beginsGap(after string) bool {
	rest := strings.TrimLeftFunc(after, func(r rune) bool { return strings.ContainsRune(".,;:!?\"'”’)]»", r) })
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r)
}

// Readable returns a part of the text of a passage, with an ellipsis for code, in which no rule looks.
func (p *Passage) Readable(d *lint.Document, part lint.Span) string {
	if p.Block == lint.None {
		return p.Text.Plain()
	}
	var b strings.Builder
	code := false
	for i, r := range p.Text.Slice(part.Start, part.End) {
		switch now := d.Blocks[p.Block].Marked(lint.MarkCode, part.Start+i); {
		case now && !code:
			b.WriteString("…")
			code = true
		case !now:
			b.WriteRune(r)
			code = false
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), string(lint.Object), " ")), " ")
}

// Looks reports whether a rule looks at a part of a passage that belongs to these places. A draft
// that is not to be reworded, such as an interview, is a quotation as a whole; this is determined
// only if it matters.
func (s *Scope) Looks(d *lint.Document, p *Passage, at Places) bool {
	own := s.Selects(at, p.Field)
	if p.Block == lint.None || at&(Prose|Lists|Tables) == 0 || own == s.Selects(at|Quotations, p.Field) {
		return own
	}
	return own != transcript.Verbatim(d)
}

// PlaceNames returns the names of the places of a part of a passage.
func (p *Passage) PlaceNames(d *lint.Document, at Places) (names []string) {
	if at&(Prose|Lists|Tables) != 0 && p.Block != lint.None && transcript.Verbatim(d) {
		at |= Quotations
	}
	for _, place := range placeTable() {
		if single := place.bits&(place.bits-1) == 0; single && at&place.bits != 0 {
			names = append(names, place.name)
		}
	}
	if p.Field != "" {
		names = append(names, FieldPrefix+strings.ToLower(p.Field))
	}
	return names
}
