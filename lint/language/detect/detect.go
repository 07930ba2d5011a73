// Package detect tells in which language a text is written.
//
// [Draft] is for a draft that does not say so, [Text] for any piece of text, and [Mark]
// notes on a draft's blocks which of them are in another language than the draft.
//
// The script comes first: most scripts other than Latin belong to one language, and kana
// tell Japanese from Chinese. Within a script, function words and telling letters decide:
// each of them adds to the scores of the languages that have it, the more the fewer they
// are. Both stand in text files, a line a language. A sample of some hundred words is
// read, and fewer where English is ahead early, since most drafts are English.
//
// The trade: lists of some sixty words a language fit in memory and take a microsecond or
// two, where models of letter sequences take megabytes and milliseconds. They need some
// ten words of running text, and cannot tell apart what only vocabulary can, such as
// Bosnian from Croatian in a short note.
package detect

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// Units of the limits below are words, or twice as many letters in scripts without spaces.
const (
	fewest = 10  // words that a draft needs to be told by
	sample = 400 // words of a draft that are read at most
)

// Draft returns the language that the text of a draft is written in, as the primary
// subtag of a BCP 47 tag, or "" where the text does not tell.
func Draft(d *lint.Document) string {
	if mostlyEnglish(d) {
		return "en"
	}
	var c counter
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() {
			if c.block(b); c.units() >= sample || c.english() {
				break
			}
		}
	}
	if c.units() < fewest {
		c.text(d.Meta.Title().Plain())
		c.text(d.Meta.Description().Plain())
	}
	if c.units() < fewest {
		return ""
	}
	return c.decide()
}

// Text is [Draft] for a piece of text.
func Text(s string) string {
	var c counter
	c.text(s)
	if c.units() < fewest {
		return ""
	}
	return c.decide()
}

// block counts the beginning of a block, but for code in it.
func (c *counter) block(b *lint.Block) {
	s, at := beginning(b.Text.String()), 0
	for i := range b.Marks {
		m := &b.Marks[i]
		if m.End > len(s) {
			break
		}
		if (m.Kind == lint.MarkCode || m.Kind == lint.MarkKeyboard) && m.Start >= at {
			c.text(s[at:m.Start])
			at = m.End
		}
	}
	c.text(s[at:])
}

// mostOfBlock is how many bytes of a block are read: a table of data or an encoded
// picture in one of them must not outweigh the rest.
const mostOfBlock = 1200

// beginning returns as much of a text as is read.
func beginning(s string) string {
	if len(s) <= mostOfBlock {
		return s
	}
	end := mostOfBlock
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}
