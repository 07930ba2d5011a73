// Package referent finds out whom “he” and “she” mean beside a quotation.
//
// [Of] reads the whole document once more: who is introduced by name, who is its central person, and
// who was the last to speak or act before each pronoun. It names somebody only if nobody else can be
// meant. The trade-off: most pronouns stay unresolved, since a wrong name is worse than none.
package referent

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Of returns, for each quotation of [quotes.Of], the name of the person whom "he" or "she" means, or
// nil: for all other speakers, and wherever somebody else could be meant. It is certain only if the
// words before the pronoun, in its paragraph and the one before, are about a single person, who is the
// last speaker or the subject of a sentence there. A description of somebody ("the mayor", "a friend")
// is a second person, unless it is in apposition, and so is a pronoun of the other gender. It reads the
// whole document once more, so no rule uses it.
func Of(d *lint.Document) []*quotes.Mention {
	all := quotes.Of(d)
	out := make([]*quotes.Mention, len(all))
	c := &cast{doc: d, words: clause.Listed(), surnames: wordpack.Shared().Words("no-surnames"), quotes: all}
	meant := make([]string, len(all)) // surnames
	used := make(map[string]gender)   // the pronouns for each surname
	for i := range all {
		q := &all[i]
		if q.Speaker == nil {
			continue
		}
		g := c.genderOf(q.Speaker.Text)
		if g == 0 {
			meant[i] = c.surname(strings.Fields(q.Speaker.Text))
			continue
		}
		if meant[i] = c.referent(i, g, meant); meant[i] != "" {
			out[i] = c.known[meant[i]].name
			used[meant[i]] |= g
		}
	}
	for i := range out {
		if out[i] != nil && used[meant[i]] == masculine|feminine {
			out[i] = nil
		}
	}
	return out
}

// gender is that of a pronoun.
type gender uint8

const (
	masculine gender = 1 << iota // he, his
	feminine                     // she, her
)

func (c *cast) genderOf(word string) gender {
	switch {
	case c.words.Masculine.HasWord(word):
		return masculine
	case c.words.Feminine.HasWord(word):
		return feminine
	}
	return 0
}

// cast is the people of a document.
type cast struct {
	doc      *lint.Document
	words    *clause.Vocabulary
	surnames *token.Set // words of a name that are not surnames: Jr., Mayor
	quotes   []quotes.Quote
	known    map[string]*person // by surname
	blocks   [][]figure
	central  string // the person in the headline, or most often in the text
}

// person is somebody whose full name is in the document.
type person struct {
	given string
	name  *quotes.Mention
	two   bool // two people have this surname
}

// figure is a place at which a person is mentioned.
type figure struct {
	at      int    // offset in the source
	surname string // empty for a description: "the mayor"
	subject bool   // it begins a sentence
	gender  gender // of a pronoun
}

// surname returns the last word of a name that is a surname.
func (c *cast) surname(name []string) string {
	for _, w := range slices.Backward(name) {
		if w = bareName(w); w != "" && !c.surnames.HasWord(w) && !c.surnames.HasWord(w+".") {
			return w
		}
	}
	return ""
}

// bareName removes punctuation and a possessive ending from a word of a name.
func bareName(w string) string {
	w = strings.Trim(w, ".,;:()“”\"’'")
	w = strings.TrimSuffix(w, "’s")
	return strings.TrimSuffix(w, "'s")
}

// referent returns the surname of the person whom the pronoun of quotation i means; meant are those of
// the speakers before.
func (c *cast) referent(i int, g gender, meant []string) string {
	const most = 3 // blocks
	if c.blocks == nil {
		readCast(c)
	}
	at, last := c.quotes[i].Speaker.Span.Start, ""
	if i > 0 {
		last = meant[i-1]
	}
	name, subject, beside, seen := "", false, false, 0
	for b := blockAt(c.doc, at); b >= 0 && seen < most; b-- {
		block := &c.doc.Blocks[b]
		switch {
		case block.Kind == lint.Caption:
			continue
		case block.Kind != lint.Paragraph && block.Kind != lint.Item || !block.Prose():
			return ""
		}
		seen++
		for _, f := range append(c.blocks[b], c.before(i, b, g, last)...) {
			switch {
			case f.at >= at || f.gender == g:
			case f.surname == "" || name != "" && f.surname != name || c.known[f.surname] == nil || c.known[f.surname].two:
				return ""
			default:
				name, subject, beside = f.surname, subject || f.subject, beside || seen == 1
			}
		}
		if name != "" && seen > 1 {
			break
		}
	}
	if name == "" || strings.Contains(c.quotes[i].Text, name) || !subject && name != last || !beside && c.central != "" && c.central != name {
		return "" // in a profile of somebody else, only a name in the same paragraph is certain
	}
	return name
}

// before returns the speaker of the quotation before quotation i as a figure, if that is a pronoun of
// the same gender in block b: “…,” she said. “…,” she added.
func (c *cast) before(i, b int, g gender, last string) []figure {
	if i == 0 || last == "" {
		return nil
	}
	said := c.quotes[i-1].Speaker
	if span := c.doc.Blocks[b].Span; c.genderOf(said.Text) != g || said.Span.Start < span.Start || said.Span.Start >= span.End {
		return nil
	}
	return []figure{{at: said.Span.Start, surname: last, subject: true}}
}

// blockAt returns the block with an offset of the source.
func blockAt(d *lint.Document, at int) int {
	for i := range d.Blocks {
		if s := d.Blocks[i].Span; s.Start <= at && at < s.End {
			return i
		}
	}
	return lint.None
}
