// Package textwidth measures the width of a line of text in a search result.
//
// [Of] adds up the widths of the characters, from two tables that gen.go generated: Arial's for
// Latin, Greek, Cyrillic and Hebrew letters, and those of the Noto fonts for other scripts. [Fit]
// returns how much of a text is shown in a given width. The trade-off: nothing is shaped. A title in
// Latin letters is measured to within a pixel or so of a browser, at the cost of one lookup per
// character. Combining marks have no width. In scripts that join, stack or reorder letters, each
// letter counts with the share of its width that is left on average, so a title is measured to
// within 5 to 15 %.
package textwidth

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/script"
)

//go:generate go run gen.go

// ellipsis is what a search result shows in place of cut text: a space and three dots in one
// character.
const ellipsis = " …"

// row holds the widths of the characters from first on, in order.
type row struct {
	first  rune
	widths []uint16
}

// unitsPerEm is how many units of the tables an em has.
const unitsPerEm = 2048

// hangul is the width of a Korean syllable in Noto Sans: 0.92 em.
const hangul = 1884

// Of returns the width of a line of text in px, set in an Arial-metric font
// at size px without kerning. A character outside the tables counts one em.
func Of(text string, size float64) float64 {
	return pixels(units(text), size)
}

// Measures reports whether the letters of a text are in scripts whose widths are known: those of
// the tables, and Chinese, Japanese and Korean. Otherwise the width is a guess.
func Measures(text string) bool {
	for _, r := range text {
		if r > unicode.MaxLatin1 && unicode.IsLetter(r) && !script.Syllabic(r) {
			if _, ok := tabled(r); !ok {
				return false
			}
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
	if 0xac00 <= r && r <= 0xd7a3 {
		return hangul
	}
	if width, ok := tabled(r); ok {
		return width
	}
	return unitsPerEm
}

// tabled returns the width of a character in one of the tables.
func tabled(r rune) (width int, ok bool) {
	for _, table := range [...][]row{advances[:], scripts[:]} {
		for i := range table {
			if k := int(r - table[i].first); k >= 0 && k < len(table[i].widths) {
				return int(table[i].widths[k]), true
			}
		}
	}
	return 0, false
}

// invisible reports whether a character has no width of its own: a combining mark, a joiner, a
// variation selector, a soft hyphen.
func invisible(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) }

// IsMark reports whether a character is a combining mark, which readers do not count.
func IsMark(r rune) bool { return r >= 0x300 && unicode.IsMark(r) }

// BreakBefore returns the last offset up to i, which is the beginning of a character, at which a
// line may end: white space, or beside a letter of a script without spaces between words. It is 0
// if there is none.
func BreakBefore(text string, i int) int {
	next, size := utf8.DecodeRuneInString(text[i:])
	for i > 0 && size > 0 {
		last, n := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case unicode.IsSpace(last):
			return i - n
		case !clings(next) && (script.Spaceless(next) || script.Spaceless(last)) && !unicode.Is(unicode.Ps, last):
			return i
		}
		next, i = last, i-n
	}
	return 0
}

// clings reports whether a line must not begin with a character: a sign of the letter before it, or
// a mark that closes.
func clings(r rune) bool {
	return unicode.In(r, unicode.M, unicode.Lm, unicode.Pe, unicode.Pf, unicode.Po)
}

// Fit returns how many bytes of text are shown within limit px: all of them, or as many whole
// words as leave space for a space and an ellipsis, as in Google's titles and descriptions. If not
// even the first word fits, it is cut between two characters, and so is a text in a script without
// spaces between words.
func Fit(text string, size, limit float64) int {
	room := limit - Of(ellipsis, size)
	sum, cut, letter := 0, lint.None, 0
	for i, r := range text {
		sum += advance(r)
		if !IsMark(r) {
			letter = i
		}
		width := pixels(sum, size)
		if width <= room {
			continue
		}
		if cut == lint.None && !unicode.IsSpace(r) {
			cut = letter
			if word := BreakBefore(text, i); word > 0 {
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
