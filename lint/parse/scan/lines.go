// Package scan holds the questions that every reader of a draft asks of its bytes:
// where a line ends, where the next blank line is, what is white space.
//
// Everything works on the bytes of the whole draft and on offsets in them, never on
// pieces that were cut out, so that what is found is a place. Only ASCII is told
// apart; a reader that needs more decodes runes itself.
package scan

import (
	"bytes"
	"unicode/utf8"
)

// LineEnd returns the offset of the line break of the line that holds i, or the
// length of src.
func LineEnd(src []byte, i int) int {
	k := bytes.IndexByte(src[i:], '\n')
	if k < 0 {
		return len(src)
	}
	if k += i; k > i && src[k-1] == '\r' {
		k--
	}
	return k
}

// NextLine returns the offset behind the line break of the line that holds i.
func NextLine(src []byte, i int) int {
	if k := bytes.IndexByte(src[i:], '\n'); k >= 0 {
		return i + k + 1
	}
	return len(src)
}

// ParagraphEnd returns the offset of the first blank line from i on.
func ParagraphEnd(src []byte, i int) int {
	for i < len(src) && len(bytes.TrimSpace(src[i:LineEnd(src, i)])) > 0 {
		i = NextLine(src, i)
	}
	return i
}

// TrimEnd returns the end of src[start:end] without white space.
func TrimEnd(src []byte, start, end int) int {
	for end > start && IsSpace(src[end-1]) {
		end--
	}
	return end
}

// RunLength returns how often c stands at i in a row.
func RunLength(s []byte, i int, c byte) int {
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	return n
}

// MarkLength returns the length of a byte order mark at the head of src.
func MarkLength(src []byte) int {
	if bytes.HasPrefix(src, []byte(byteOrderMark)) {
		return len(byteOrderMark)
	}
	return 0
}

const byteOrderMark = "\ufeff"

// ReplaceInvalid replaces each byte that is not UTF-8 by '?' and returns the offset of the
// first, -1 if there is none, and in how many places they stand.
func ReplaceInvalid(src []byte) (first, places int) {
	first, last := -1, -2
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r != utf8.RuneError || n > 1 {
			i += n
			continue
		}
		src[i] = '?'
		if first < 0 {
			first = i
		}
		if last != i-1 {
			places++
		}
		last = i
		i++
	}
	return first, places
}
