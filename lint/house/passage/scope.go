// Package passage cuts a draft into the texts in which house rules look.
//
// A [Passage] is the text of a block, an alternative text or a metadata value, with the
// [Places] that it belongs to: a paragraph can be prose, introduction and last paragraph at once.
// A draft is cut once for all rules. A [Scope] is where one rule looks. Quotations in direct
// speech and links are parts of a passage, so that their places are those of an offset.
//
// The trade-off: the voice at an offset is that of the word there, as package language reads it;
// where quotation marks are not closed, that is a guess.
package passage

import (
	"strings"
)

// Places is a set of the parts of a draft in which a rule looks.
type Places uint32

// The places. A passage may belong to several: the first paragraph is prose and
// introduction.
const (
	Headline Places = 1 << iota
	Title
	Description
	Headings
	Prose
	Introduction
	LastParagraph
	Quotations
	LinkTexts
	Alt
	Captions
	Lists
	Tables
	Field
	BlockQuotes
	H2
	H3
	H4
	H5
	H6
	Footnotes
	Source    // the file as it is written
	Addresses // what is inside domains and mail addresses
)

// Levels are the headings of a level.
const Levels = H2 | H3 | H4 | H5 | H6

// Everywhere is where a rule looks by default: at all that the author wrote and a reader reads.
// Quotations are the words of others.
const Everywhere = Headline | Title | Description | Headings | Prose | Alt | Captions | Lists | Tables

// Body is all of the body, quotations included.
const Body = Headings | Prose | Alt | Captions | Lists | Tables | Quotations

// placeName is the name of places in a declaration.
type placeName struct {
	name string
	bits Places
}

// placeTable returns the names of the places.
func placeTable() []placeName {
	return []placeName{
		{"headline", Headline}, {"title", Title}, {"description", Description}, {"headings", Headings},
		{"h2", H2}, {"h3", H3}, {"h4", H4}, {"h5", H5}, {"h6", H6},
		{"prose", Prose}, {"introduction", Introduction}, {"last-paragraph", LastParagraph},
		{"quotations", Quotations}, {"link-texts", LinkTexts}, {"block-quotes", BlockQuotes}, {"alt", Alt}, {"captions", Captions},
		{"lists", Lists}, {"tables", Tables}, {"footnotes", Footnotes}, {"addresses", Addresses}, {"source", Source}, {"body", Body}, {"everywhere", Everywhere | Body},
	}
}

// Names returns the names of the places, for messages.
func Names() (names []string) {
	for _, p := range placeTable() {
		switch {
		case p.bits == H2:
			names = append(names, "h2 to h6")
		case p.bits&Levels == 0:
			names = append(names, p.name)
		}
	}
	return names
}

// FieldPrefix is before the name of a front matter field among the places.
const FieldPrefix = "field "

// Scope is where a rule looks.
type Scope struct {
	In, Out        Places
	Fields, Except []string // names of front matter fields
}

// Selects reports whether a rule looks at a part of a passage that belongs to these places. A footnote is
// prose unless the rule names footnotes.
func (s *Scope) Selects(at Places, field string) bool {
	if at&s.In&Footnotes != 0 {
		at &^= Prose
	}
	switch {
	case at&Field != 0 && at&(Title|Description|Headline) == 0:
		return Contains(s.Fields, field) && !Contains(s.Except, field)
	case Contains(s.Except, field) && field != "":
		return false
	case at&s.Out != 0:
		return false
	case at&Addresses != 0 && s.In != Addresses:
		return s.In&Addresses != 0 && s.Selects(at&^Addresses, field)
	case at&Quotations != 0 && s.In != Addresses:
		return s.In&Quotations != 0 || at&s.In&BlockQuotes != 0
	}
	return at&^Field&s.In != 0 || field != "" && Contains(s.Fields, field)
}

// MaySelect reports whether a rule may look at a part of a passage: links and quotations are
// inside it.
func (s *Scope) MaySelect(p *Passage) bool {
	return p.At&s.In != 0 || Contains(s.Fields, p.Field) || s.In&(Quotations|BlockQuotes|LinkTexts) != 0 || s.In == Addresses
}

// Named returns the places of a name in a declaration, or none.
func Named(name string) (places Places) {
	for _, p := range placeTable() {
		if p.name == strings.ReplaceAll(strings.ToLower(name), " ", "-") {
			places = p.bits
		}
	}
	return places
}

// Contains reports whether a list of names has a name, in any case: names of fields are
// compared so.
func Contains(list []string, name string) bool {
	for _, s := range list {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}
