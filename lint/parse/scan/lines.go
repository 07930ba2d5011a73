// Package scan answers the basic questions about the bytes of a draft: where a line
// ends, where the next blank line is, what counts as white space.
//
// All functions take the whole draft and offsets into it instead of substrings, so that
// results are positions in the draft. The trade-off: they only distinguish ASCII
// characters; a parser that needs more has to decode runes itself.
package scan

import (
	"bytes"
	"unicode/utf8"
)

// LineEnd returns the offset of the line break at the end of the line that contains i,
// or the length of src.
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

// NextLine returns the offset after the line break of the line that contains i.
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

// TrimEnd returns the end of src[start:end] without trailing white space.
func TrimEnd(src []byte, start, end int) int {
	for end > start && IsSpace(src[end-1]) {
		end--
	}
	return end
}

// RunLength returns the number of consecutive bytes c from i on.
func RunLength(s []byte, i int, c byte) int {
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	return n
}

// MarkLength returns the length of a byte order mark at the beginning of src.
func MarkLength(src []byte) int {
	if bytes.HasPrefix(src, []byte(byteOrderMark)) {
		return len(byteOrderMark)
	}
	return 0
}

const byteOrderMark = "\ufeff"

// ReplaceInvalid replaces each byte that is not valid UTF-8 by '?'. It returns the
// offset of the first one, or -1, and the number of places with such bytes.
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
