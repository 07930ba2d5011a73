package house

import (
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// passage is a text of a draft with the places that it belongs to.
type passage struct {
	text  lint.Text
	at    places
	block int    // index into Document.Blocks, or lint.None
	field string // the name of the metadata field that it is the value of, or ""
}

// passages are the texts of a draft, in the order of the source.
var passages = lint.NewFact(func(d *lint.Document) []passage {
	list := metadata(d)
	intro, last := introduction(d), lint.None
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
		if b.Quote != lint.None {
			at |= inQuotations | inBlockQuotes
		}
		if i < intro && b.Kind == lint.Paragraph {
			at |= inIntroduction
		}
		if i == last {
			at |= inLastParagraph
		}
		if i == headline {
			at |= inHeadline
		}
		list = append(list, passage{text: b.Text, at: at, block: i})
	}
	for i := range d.Images {
		if m := &d.Images[i]; m.Alt.Len() > 0 && !m.Decorative {
			list = append(list, passage{text: m.Alt, at: inAlt, block: lint.None})
		}
	}
	return list
})

var blockPlaces = [...]places{
	lint.Paragraph: inProse, lint.Heading: inHeadings, lint.Item: inLists, lint.Cell: inTables,
	lint.Caption: inCaptions, lint.Term: inLists,
}

// metadata returns the values of the metadata fields.
func metadata(d *lint.Document) (list []passage) {
	title, headline, description := d.Meta.Get(lint.RoleTitle), d.Meta.Get(lint.RoleHeadline), d.Meta.Get(lint.RoleDescription)
	shown := d.Headline()
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		for _, v := range f.Values {
			if v.Len() == 0 {
				continue
			}
			at := inField
			switch f {
			case title, headline:
				at |= inTitle
			case description:
				at |= inDescription
			}
			if (f == title || f == headline) && v.Placed() && shown.Placed() && v.All() == shown.All() {
				at |= inHeadline
			}
			list = append(list, passage{text: v, at: at, block: lint.None, field: f.Name})
		}
	}
	return list
}

// introduction returns the index of the first block after the introduction: that is the
// paragraphs before the first subheading or, if there is none, the first paragraph.
func introduction(d *lint.Document) int {
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

// at returns the places that a part of a passage belongs to, in addition to those of the
// passage: quotation marks and links are inside it.
func (p *passage) placesAt(d *lint.Document, start int) places {
	if p.block == lint.None {
		return p.at
	}
	at := p.at
	b := &d.Blocks[p.block]
	if b.Marked(lint.MarkLink, start) {
		at |= inLinkTexts
	}
	if v := voiceAt(d, p.block, start); v == language.Speech || v == language.Quoted {
		at |= inQuotations
	}
	return at
}

// voiceAt returns whose words stand at an offset of a block: those of the word there, or of
// the next one.
func voiceAt(d *lint.Document, block, offset int) language.Voice {
	words := language.ProseOf(d).WordsIn(block)
	k := sort.Search(len(words), func(k int) bool { return int(words[k].End) > offset })
	if k == len(words) {
		return language.Author
	}
	return words[k].Voice
}
