package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// repetition compares a headline with the beginning of a text. Case, punctuation and white
// space are ignored: a pasted headline often loses its dash or gains a full stop. It
// returns the offset in the text after the headline and any punctuation that follows, and
// the number of words in the headline; words is 0 if the text begins differently.
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

// counts reports whether a character is compared.
func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
