package lint

import "strings"

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
