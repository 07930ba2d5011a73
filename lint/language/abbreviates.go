package language

import (
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
	if slices.Contains(SharedPack().List("abbreviations-at-the-end"), word) || dotted(word) || utf8.RuneCountInString(word) == 1 && capital(word) {
		return true
	}
	kind := abbreviationKind(word)
	return kind == titleKind || kind == dateKind || kind == mayEnd
}
