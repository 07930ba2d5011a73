// Package headings holds the rules about the structure that headings give an
// article: their levels, their number, and what they say.
package headings

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// clip shortens a text for a message.
func clip(text string) string {
	const characters = 36
	if utf8.RuneCountInString(text) <= characters {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > characters-1 {
			return strings.TrimRight(text[:i], " ,;:–—-") + "…"
		}
	}
	return text
}

// headline returns the index of the heading that is the headline: an H1 that
// comes before all other headings; otherwise None.
func headline(d *lint.Document) int {
	for i, b := range d.Headings() {
		if b.Level == 1 {
			return i
		}
		break
	}
	return lint.None
}
