// Package detect detects the language of a text.
//
// [Language] weighs the text of a draft against the language that is declared for it, [Draft] is
// for a draft that declares none, [Text] for any piece of text, and [Mark] marks the blocks of a
// draft that are in another language than the draft.
//
// The script comes first: most scripts other than Latin belong to one language, and kana
// distinguish Japanese from Chinese. Within a script, function words and characteristic letters
// decide: each adds to the scores of the languages that have it, and counts more the fewer they
// are. Both are listed in text files with one line per language. A sample of some hundred words is
// read, and fewer if English is far ahead early, since most drafts are English.
//
// The trade-off: lists of some sixty words per language fit in memory and take a microsecond or
// two, whereas models of letter sequences take megabytes and milliseconds. The lists need some ten
// words of running text, and cannot distinguish languages that differ only in vocabulary, such as
// Bosnian and Croatian in a short note.
package detect

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// The limits below are in words; in scripts without spaces, two letters count as one word.
const (
	fewest = 10  // words that a draft must have for its language to be detected
	sample = 400 // most words of a draft that are read
)

// Draft returns the language of a draft's text as the primary subtag of a BCP 47 tag, or "" if it
// cannot be detected.
func Draft(d *lint.Document) string {
	if mostlyEnglish(d) {
		return "en"
	}
	var c counter
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() {
			if countBlock(&c, b); c.units() >= sample || c.english() {
				break
			}
			c.blocks++
		}
	}
	if c.units() < fewest {
		c.text(d.Meta.Title().Plain())
		c.text(d.Meta.Description().Plain())
	}
	if c.units() < fewest {
		return ""
	}
	if found := c.decide(); found != "" {
		return found
	}
	return majority(d)
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

// countBlock counts the beginning of a block, without code.
func countBlock(c *counter, b *lint.Block) {
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

// mostOfBlock is how many bytes of a block are read: a block with a data table or an encoded
// picture must not outweigh the rest.
const mostOfBlock = 1200

// beginning returns the part of a text that is read.
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
