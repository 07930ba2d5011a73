// Package headline holds the rules about the headline: the title that a search
// result shows and the H1 that a reader sees.
package headline

import (
	"strings"
	"unicode/utf8"
)

// ending returns the last words of a text, led by an ellipsis where it is long:
// enough for a writer to find the place.
func ending(text string) string {
	const words = 3
	all := strings.Fields(text)
	if len(all) <= words {
		return strings.Join(all, " ")
	}
	return "…" + strings.Join(all[len(all)-words:], " ")
}

// clip shortens a text for a message.
func clip(text string) string {
	const characters = 36
	if utf8.RuneCountInString(text) <= characters {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > characters-1 {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}
