package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// repetition compares a headline with the beginning of a text. Case, punctuation
// and white space do not count: a pasted headline often loses its dash or gains a
// full stop. It returns the offset in the text behind the headline and whatever
// punctuation follows it, and the number of the headline's words; no words where
// the text begins otherwise.
func repetition(headline, text string) (n, words int) {
	inWord := false
	for _, r := range headline {
		if !counts(r) {
			inWord = inWord && r == '\'' || inWord && r == '’'
			continue
		}
		if !inWord {
			inWord = true
			words++
		}
		at := strings.IndexFunc(text[n:], counts)
		if at < 0 {
			return 0, 0
		}
		n += at
		other, size := utf8.DecodeRuneInString(text[n:])
		if other != r && unicode.ToLower(other) != unicode.ToLower(r) {
			return 0, 0
		}
		n += size
	}
	if words == 0 {
		return 0, 0
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if counts(r) || unicode.IsSpace(r) {
			break
		}
		n += size
	}
	return n, words
}

// counts reports whether a sign makes a difference between two headlines.
func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
