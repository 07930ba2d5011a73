package lint

import (
	"strings"
	"unicode/utf8"
)

// Shorten truncates draft text for a message to at most most bytes, between words if
// possible, and adds an ellipsis.
func Shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if cut := strings.LastIndexByte(text[:most], ' '); cut > 0 {
		return text[:cut] + "…"
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// Clip truncates draft text for a message to at most most characters (code points),
// within a word if need be, and adds an ellipsis, with no space or punctuation before it.
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

// ClipFront is Clip for a text whose end matters: it leaves out the beginning.
func ClipFront(most int, text string) string {
	over := utf8.RuneCountInString(text) - most
	if over <= 0 {
		return text
	}
	for i := range text {
		if over--; over < -1 {
			return "…" + strings.TrimLeft(text[i:], " ,;:–—-")
		}
	}
	return text
}
