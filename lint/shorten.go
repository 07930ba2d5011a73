package lint

import (
	"strings"
	"unicode/utf8"
)

// Shorten cuts draft text for a message: to most bytes at most, at a word where there
// is one, with an ellipsis in place of what is left out.
func Shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if cut := strings.LastIndexByte(text[:most], ' '); cut > 0 {
		return text[:cut] + "…"
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// Clip cuts draft text for a message to most characters (code points) at most, wherever
// that is, with an ellipsis in place of what is left out and no mark hanging before it.
func Clip(most int, text string) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	n := 0
	for i := range text {
		if n++; n == most {
			return strings.TrimRight(text[:i], " ,;:–—-") + "…"
		}
	}
	return text
}
