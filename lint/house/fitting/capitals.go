package fitting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// First returns a text with a capital at its beginning.
func First(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Initial reports whether a text begins with a capital.
func Initial(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Upper reports whether a text has capitals only.
func Upper(s string) bool {
	capital := false
	for _, r := range s {
		if unicode.ToUpper(r) != r {
			return false
		}
		capital = capital || unicode.ToLower(r) != r
	}
	return capital
}

// Titled reports whether all longer words of a text begin with capitals.
func Titled(s string) bool {
	for _, word := range strings.Fields(s) {
		if !Initial(word) && len(word) > 3 {
			return false
		}
	}
	return true
}

// Letters counts the letters of a text.
func Letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Primary returns the language of a tag without region and script.
func Primary(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return language
}
