// Package words identifies places in drafts by their words, so that they are found again when text
// elsewhere, line numbers or markup have changed.
//
// The trade-off: places with the same words in the same context are the same, and callers that need
// to tell them apart have to count them.
package words

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// A digest covers contextWords words before and after a span, looked for in
// contextBytes bytes, and the first and last endBytes bytes of a long span.
const (
	contextWords = 4
	contextBytes = 160
	endBytes     = 256
)

// Reach is how many bytes after a span [At] looks at, at most: the last one may begin a character.
const Reach = contextBytes + utf8.UTFMax

// At returns a digest of the words of a span and a few on either side. It does not
// depend on text elsewhere, nor on case, white space, punctuation and markup, nor on other
// paragraphs or, in metadata, other fields.
func At(text []byte, meta, span lint.Span) string {
	line := meta.Contains(span.Start)
	if !line && span.Start >= meta.End { // metadata is not part of the context of the body
		text, span = text[meta.End:], lint.Span{Start: span.Start - meta.End, End: span.End - meta.End}
	}
	h := make([]byte, 0, 2*(contextBytes+endBytes)+64)
	h = appendWords(h, text[contextEnd(text, span.Start, false, line):span.Start])
	h = append(h, 0)
	if span.Len() <= 2*endBytes {
		h = appendWords(h, text[span.Start:span.End])
	} else {
		h = appendWords(h, text[span.Start:span.Start+endBytes])
		h = appendWords(h, text[span.End-endBytes:span.End])
	}
	h = append(h, 0)
	h = appendWords(h, text[span.End:contextEnd(text, span.End, true, line)])
	return Digest(h)
}

// Digest returns a digest of a text: 16 hexadecimal digits.
func Digest(of []byte) string {
	sum := sha256.Sum256(of)
	var text [16]byte
	hex.Encode(text[:], sum[:8])
	return string(text[:])
}

// contextEnd returns where the context of a span ends, forwards or backwards from an
// offset: after a few words, but within the paragraph or, if line is set, the line.
func contextEnd(text []byte, at int, ahead, line bool) int {
	words, edge, inside := 0, at, false
	for i := at; max(i-at, at-i) < contextBytes; {
		r, next := rune(0), i
		switch {
		case ahead && i < len(text):
			r, next = rune(text[i]), i+1
		case !ahead && i > 0:
			r, next = rune(text[i-1]), i-1
		}
		if r >= utf8.RuneSelf {
			r, next = step(text, i, ahead)
		}
		if next == i || (r == '\n' || r == '\r') && (line || blank(text, min(i, next))) {
			break
		}
		i = next
		if isWord(r) {
			edge, inside = i, true
			continue
		}
		if inside {
			if words++; words == contextWords {
				break
			}
		}
		inside = false
	}
	return edge
}

// step returns the character next to an offset and the offset beyond it.
func step(text []byte, i int, ahead bool) (r rune, next int) {
	if ahead {
		r, size := utf8.DecodeRune(text[i:])
		return r, i + size
	}
	r, size := utf8.DecodeLastRune(text[:i])
	return r, i - size
}

// blank reports whether the line that ends with the line break text[i] is empty.
func blank(text []byte, i int) bool {
	if i > 0 && text[i] == '\n' && text[i-1] == '\r' {
		i--
	}
	return i > 0 && (text[i-1] == '\n' || text[i-1] == '\r')
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return folded[r] != ' '
	}
	return isForeign(r)
}

// isForeign is isWord for characters outside ASCII.
func isForeign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// folded maps ASCII letters and digits to lower case and the rest to spaces.
var folded = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) | 0x20
		default:
			t[c] = ' '
		}
	}
	return t
}()

// appendWords appends the words of text in lower case, separated by single spaces.
func appendWords(h, text []byte) []byte {
	last := byte(' ')
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			c = folded[c]
		} else {
			r, size := utf8.DecodeRune(text[i:])
			i += size
			if isWord(r) {
				h, last = utf8.AppendRune(h, unicode.ToLower(r)), 0
				continue
			}
			c = ' '
		}
		if c != last || c != ' ' { // in this order, since equal characters in a row are rare
			h, last = append(h, c), c
		}
	}
	return h
}
