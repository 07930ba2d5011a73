// Package token finds the words of a text and compares them.
//
// A word is a token of UAX #29 that contains a letter or a digit: [Next]. Words that consist of
// ASCII letters, which most are, are found eight bytes at a time by [NextPlain]; a test checks that
// both agree with the library. Words are compared folded, without case, diacritics and typography
// ([FoldCase]; [Fold] removes the possessive as well), or by a hash of that form ([Key]), so that a
// word is looked up without folding it again. A [Set] holds words by their keys.
//
// The trade-off: a set does not distinguish two words with equal keys, which hardly ever occur;
// callers that need certainty compare the folded words too.
//
// Offsets are byte offsets. No type of a library is exported.
package token

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// The role of a byte at word boundaries (UAX #29, section 4). Non-ASCII bytes are foreign: the
// library handles them, except for the handful of typographic signs that every English article
// contains.
type byteClass uint8

const (
	letter byteClass = iota // A-Z a-z
	digit                   // 0-9
	joint                   // _ joins its neighbours
	foreign
	apart     // a token of its own, never a word, as the following are at a word boundary
	midLetter // : between two letters
	midNumber // , and ; between two digits
	midBoth   // . and ' between two letters or two digits
)

var byteClasses = classifyBytes()

func classifyBytes() (t [256]byteClass) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			t[c] = letter
		case '0' <= c && c <= '9':
			t[c] = digit
		case c == '_':
			t[c] = joint
		case c == ':':
			t[c] = midLetter
		case c == ',', c == ';':
			t[c] = midNumber
		case c == '.', c == '\'':
			t[c] = midBoth
		case c >= utf8.RuneSelf:
			t[c] = foreign
		default:
			t[c] = apart
		}
	}
	return t
}

// joiner joins a symbol to the character before it (zero width joiner).
const joiner = "\u200d"

// Next returns the first word of s at or after offset i, which must be a token boundary; ok is
// false if there is none. A word is a token of UAX #29 that contains a letter or a digit: "don’t",
// "1,500", "3.14" and "node.js" are one word, "well-known" and "and/or" are two, a dash or an
// emoji is none.
//
// Plain ASCII words are found here, all others by the library; a test checks that both agree.
func Next(s string, i int) (start, end int, ok bool) {
	for i < len(s) {
		switch byteClasses[s[i]] {
		case letter, digit, joint:
			end, ok := asciiWord(s, i)
			if !ok {
				end = i + token(s[i:])
			}
			if worded(s[i:end]) {
				return i, end, true
			}
			i = end
		default:
			n := 1
			if byteClasses[s[i]] == foreign {
				n = typographic(s, i)
			}
			if n > 0 && !strings.HasPrefix(s[i+n:], joiner) {
				i += n
				continue
			}
			end := i + token(s[i:])
			if worded(s[i:end]) {
				return i, end, true
			}
			i = end
		}
	}
	return i, i, false
}

// NextPlain returns the first word at or after offset i, a token boundary, with its key (see
// Key), if it consists of ASCII letters and nothing joins it to the text before or after it,
// as is true of most words. ok is false if Next has to be used. Letters are tested eight at a
// time, which avoids a branch misprediction at the end of each word.
func NextPlain(s string, i int) (start, end int, key uint64, ok bool) {
	if i < len(s) && s[i] == ' ' { // between most words
		i++
	}
	for i < len(s) && byteClasses[s[i]] >= foreign {
		if byteClasses[s[i]] > foreign {
			i++
		} else if n := typographic(s, i); n > 0 {
			i += n
		} else {
			return i, i, 0, false
		}
	}
	end, key = i, 0
	for {
		eight := uint64(0)
		if len(s)-end >= 8 {
			eight = swar.Load(s, end)
		} else {
			eight = swar.LoadShort(s[end:])
		}
		n := bits.TrailingZeros64(swar.NotLetters(eight)) >> 3
		end += n
		if n == 8 {
			key = hashtable.Mix(key, eight|swar.LowerBits)
			continue
		}
		if n > 0 {
			key = hashtable.Mix(key, (eight|swar.LowerBits)&(1<<(8*n)-1))
		}
		break
	}
	return i, end, key, end > i && (end == len(s) || byteClasses[s[end]] == apart || parts(s, end))
}

// parts reports whether the sign at offset i, right after a letter, ends its word; false if
// Next has to be used.
func parts(s string, i int) bool {
	switch byteClasses[s[i]] {
	case apart, midNumber:
		return true
	case midLetter, midBoth:
		if i+1 == len(s) {
			return true
		}
		next := byteClasses[s[i+1]]
		return next != letter && (next != foreign || typographic(s, i+1) > 0)
	case foreign:
		return typographic(s, i) > 0 && typographicClass(s, i) == apart
	default:
		return false
	}
}

// asciiWord returns the end of the token that starts at i with a letter, a digit
// or an underscore; ok is false where a foreign character may belong to it.
func asciiWord(s string, i int) (end int, ok bool) {
	last := byteClasses[s[i]]
	for i++; i < len(s); i++ {
		c := byteClasses[s[i]]
		if c <= joint {
			last = c
			continue
		}
		if c == apart {
			return i, true
		}
		n := 1
		if c == foreign {
			if n = typographic(s, i); n == 0 {
				return i, false
			}
			if c = typographicClass(s, i); c == apart {
				return i, true
			}
		}
		next := apart
		if i+n < len(s) {
			if next = byteClasses[s[i+n]]; next == foreign && typographic(s, i+n) == 0 {
				return i, false
			}
		}
		if !bridges(c, last, next) {
			return i, true
		}
		i += n
		last = next
	}
	return i, true
}

// bridges reports whether a sign between two characters joins them into one token.
func bridges(sign, last, next byteClass) bool {
	if last != next {
		return false
	}
	switch sign {
	case midLetter:
		return last == letter
	case midNumber:
		return last == digit
	case midBoth:
		return last == letter || last == digit
	default:
		return false
	}
}

// typographic returns the length of the typographic sign at i if its role is known, or 0: ‘ ’ “ ”
// – — … and the no-break space. The next character must be known too, since a combining mark would
// change the result.
func typographic(s string, i int) int {
	n := 0
	switch {
	case len(s) >= i+3 && s[i] == 0xe2 && s[i+1] == 0x80:
		switch s[i+2] {
		case 0x93, 0x94, 0x98, 0x99, 0x9c, 0x9d, 0xa6:
			n = 3
		}
	case len(s) >= i+2 && s[i] == 0xc2 && s[i+1] == 0xa0:
		n = 2
	}
	return n
}

// typographicClass returns the class of a sign that typographic recognises.
func typographicClass(s string, i int) byteClass {
	if s[i] == 0xe2 && (s[i+2] == 0x98 || s[i+2] == 0x99) {
		return midBoth
	}
	return apart
}

// token returns the length of the first token of s.
func token(s string) int {
	it := words.FromString(s)
	if !it.Next() {
		return len(s)
	}
	return it.End()
}

// worded reports whether a token contains a letter or a digit.
func worded(s string) bool {
	for i := 0; i < len(s); i++ {
		switch byteClasses[s[i]] {
		case letter, digit:
			return true
		case foreign:
			for _, r := range s[i:] {
				if unicode.IsLetter(r) || unicode.IsNumber(r) {
					return true
				}
			}
			return false
		default:
		}
	}
	return false
}

// Split returns the words of a short text; an underscore, which slugs use for a space,
// separates words.
func Split(text string) []string {
	text = strings.ReplaceAll(text, "_", " ")
	var list []string
	for at := 0; ; {
		start, end, ok := Next(text, at)
		if !ok {
			return list
		}
		list = append(list, text[start:end])
		at = end
	}
}

// IsLetter reports whether a byte is an ASCII letter.
func IsLetter(c byte) bool { return byteClasses[c] == letter }

// IsDigit reports whether a byte is an ASCII digit.
func IsDigit(c byte) bool { return byteClasses[c] == digit }
