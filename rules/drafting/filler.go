package drafting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fills reports whether a text, apart from punctuation, is nothing but one of the fillers.
func fills(alone []string, text string) bool {
	return len(text) < 60 && containsFold(alone, betweenLetters(text))
}

// betweenLetters returns a text without what is around its first and its last letter.
func betweenLetters(text string) string {
	for text != "" && text[0] < utf8.RuneSelf && !asciiLetter(text[0]) {
		text = text[1:]
	}
	for text != "" && text[len(text)-1] < utf8.RuneSelf && !asciiLetter(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	if text == "" || asciiLetter(text[0]) && asciiLetter(text[len(text)-1]) {
		return text // most texts
	}
	return strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}
