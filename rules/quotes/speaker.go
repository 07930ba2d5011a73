package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// surname returns the last word of a speaker that is named: "Lee" for "Mayor Ann Lee
// Jr.". It is empty for a pronoun and for one who is described and not named.
func surname(m *language.Mention) string {
	if m == nil {
		return ""
	}
	last, words := "", 0
	for w := range strings.FieldsSeq(m.Text) {
		w = strings.Trim(w, ".,;:()“”\"’'")
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			continue
		}
		words++
		switch w {
		case "Jr", "Sr", "II", "III", "IV", "He", "She", "They", "We", "I", "It", "You", "One", "Who", "This", "That", "The", "A", "An", "His", "Her", "Their":
		default:
			last = w
		}
	}
	if words == 0 || language.FunctionWord(last, "en") {
		return ""
	}
	return last
}

// wholly reports whether a speaker is nothing but a name: "Ann Lee", not "a
// spokesman for Ann Lee".
func wholly(m *language.Mention) bool {
	for w := range strings.FieldsSeq(m.Text) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
