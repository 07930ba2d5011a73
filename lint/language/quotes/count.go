package quotes

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/internal/swar"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// wordCount counts the stretches between white space that contain a letter or digit.
func wordCount(s string) int {
	n, counted := 0, false // counted: whether the current stretch has been counted
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			counted = false
			i++
		case counted && c < utf8.RuneSelf:
			i = skipPlain(s, i+1)
		case c < utf8.RuneSelf:
			if clause.Alphanumeric(c) {
				n, counted = n+1, true
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case unicode.IsSpace(r):
				counted = false
			case !counted && clause.Wordy(r):
				n, counted = n+1, true
			}
			i += size
		}
	}
	return n
}

// skipPlain returns the offset of the first byte at or after offset i that is a space, a control
// character or above ASCII, or the length of the text. It looks at eight bytes at a time.
func skipPlain(s string, i int) int {
	const each = 0x0101010101010101
	for ; len(s)-i >= 8; i += 8 {
		eight := swar.Load(s, i)
		// Only the lowest set bit is reliable; higher bits may be wrong.
		if found := ((eight-(' '+1)*each)&^eight | eight) & swar.HighBits; found != 0 {
			return i + bits.TrailingZeros64(found)>>3
		}
	}
	for i < len(s) && s[i] > ' ' && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}
