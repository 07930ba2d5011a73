package claims

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// hasNote reports whether a paragraph refers to a note in a form that is not read as a footnote: by
// a link to a place on the page whose text is a number or a sign, or by a raised number after a
// word or punctuation: “on Monday.¹⁶”, “on Monday.<sup>16</sup>”. Raised numbers after a figure or a
// unit are powers.
func hasNote(d *lint.Document, block int) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Block == block && l.Kind == lint.Fragment && isNoteMark(l.Text.Plain()) {
			return true
		}
	}
	b := &d.Blocks[block]
	if text := b.Text.String(); strings.ContainsAny(text, "¹²³⁴⁵⁶⁷⁸⁹") && raised(text) {
		return true
	}
	return raisedTag(d.Source.Slice(b.Span))
}

// isNoteMark reports whether a text is the number or the sign of a note, in brackets or not.
func isNoteMark(text string) bool {
	const longest = 5 // bytes: [123]
	return text != "" && len(text) <= longest && strings.Trim(text, "0123456789[]()*†‡ ") == ""
}

func isRaised(r rune) bool { return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r) }

// raised reports whether a raised number is after a word or punctuation.
func raised(text string) bool {
	for i, r := range text {
		if isRaised(r) && mayBeNoted(text[:i]) {
			return true
		}
	}
	return false
}

// raisedTag reports whether a source raises the number of a note by a tag.
func raisedTag(source string) bool {
	for {
		before, rest, found := strings.Cut(source, "<sup>")
		if !found {
			return false
		}
		number, after, closed := strings.Cut(rest, "</sup>")
		if closed && isNoteMark(strings.TrimSpace(number)) && mayBeNoted(before) {
			return true
		}
		source = after
	}
}

// mayBeNoted reports whether the number of a note may follow a text: the text ends with punctuation, or
// with a word that is longer than the symbol of a unit.
func mayBeNoted(before string) bool {
	const unit = 3 // letters: km, dag
	letters, before := 0, strings.TrimRight(before, " \n")
	for before != "" {
		r, n := utf8.DecodeLastRuneInString(before)
		switch {
		case strings.ContainsRune(".,;:!?)”’\"»", r):
			return letters == 0 || letters > unit
		case r >= '0' && r <= '9', isRaised(r):
			return false
		case r == ' ' || r == '\n' || r == '>':
			return letters > unit
		}
		if letters++; letters > unit {
			return true
		}
		before = before[:len(before)-n]
	}
	return false
}
