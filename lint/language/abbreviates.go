package language

import (
	"github.com/copychief/copychief/lint/language/wordpack"
	"slices"
	"strings"
	"unicode/utf8"
)

// Abbreviates reports whether the full stop at the end of a short text belongs to its last word
// ("Smith Inc.", "in the U.S.") rather than to a sentence. All languages share one list.
func Abbreviates(text string) bool {
	text, stop := strings.CutSuffix(strings.TrimSpace(text), ".")
	if !stop {
		return false
	}
	word := text[strings.LastIndexAny(text, " \u00a0(")+1:]
	if slices.Contains(wordpack.Shared().List("abbreviations-at-the-end"), word) || dotted(word) || utf8.RuneCountInString(word) == 1 && capital(word) {
		return true
	}
	kind := abbreviationKind(word)
	return kind == titleKind || kind == dateKind || kind == mayEnd
}

// Ordinal reports whether the full stop after a text makes its last digits an ordinal number or
// a date, in languages that write them like this: German “am 23.11.”, Czech “5.”.
func Ordinal(tag, text string) bool {
	if text == "" || text[len(text)-1] < '0' || text[len(text)-1] > '9' {
		return false
	}
	return writesOrdinals(tag)
}
