// Package textwidth measures the width of a line of text in a search result.
//
// [Of] adds up the widths of the characters in an Arial-metric font, from a table that gen.go
// generated from Liberation Sans; [Fit] returns how much of a text is shown in a given width. The
// trade-off: without kerning, and with one em for characters outside the table, a title is
// measured to within a pixel or so of a browser, at the cost of one lookup per character.
package textwidth

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:generate go run gen.go

// ellipsis is what a search result shows in place of cut text: a space and three dots in one
// character.
const ellipsis = " …"

// Of returns the width of a line of text in px, set in an Arial-metric font
// at size px without kerning. A character outside the table counts one em.
func Of(text string, size float64) float64 {
	return pixels(units(text), size)
}

// Measures reports whether the letters of a text are in scripts whose widths are known: those that
// the table contains, and Chinese, Japanese and Korean, whose characters are an em wide. Other scripts join letters, stack them, or may set them an em wide, so their width is a guess.
func Measures(text string) bool {
	for _, r := range text {
		if r > unicode.MaxLatin1 && unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return false
		}
	}
	return true
}

// pixels converts font units to px.
func pixels(units int, size float64) float64 { return float64(units) * size / unitsPerEm }

func units(text string) int {
	sum := 0
	for _, r := range text {
		sum += advance(r)
	}
	return sum
}

// advance returns the width of one character in units of the font.
func advance(r rune) int {
	if r < 0x7f {
		return int(advances[0].widths[max(r-' ', 0)]) // a line break or a tab shows as a space
	}
	return advanceBeyond(r)
}

// advanceBeyond is advance for characters beyond ASCII.
func advanceBeyond(r rune) int {
	if r == '\u00ad' || r == lint.Object || r >= 0x300 && invisible(r) {
		return 0
	}
	for i := range advances {
		if k := int(r - advances[i].first); k >= 0 && k < len(advances[i].widths) {
			return int(advances[i].widths[k])
		}
	}
	return unitsPerEm
}

// invisible reports whether a character has no width of its own: a combining mark, a joiner, a
// variation selector, a soft hyphen.
func invisible(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) }

// Fit returns how many bytes of text are shown within limit px: all of them, or as many whole
// words as leave space for a space and an ellipsis, as in Google's titles and descriptions. If not
// even the first word fits, it is cut between two characters.
func Fit(text string, size, limit float64) int {
	room := limit - Of(ellipsis, size)
	sum, cut := 0, lint.None
	for i, r := range text {
		sum += advance(r)
		width := pixels(sum, size)
		if width <= room {
			continue
		}
		if cut == lint.None && !unicode.IsSpace(r) {
			cut = i
			if word := strings.LastIndexFunc(text[:i], unicode.IsSpace); word > 0 {
				cut = word
			}
		}
		if width > limit {
			if cut == lint.None {
				cut = i // only white space exceeds the limit
			}
			return len(strings.TrimRightFunc(text[:cut], unicode.IsSpace))
		}
	}
	return len(text)
}
