package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// around is how many words before and behind a span count for its fingerprint;
// reach is how many bytes are looked at for them, and mostOf how many of a long
// span itself at each of its ends.
const (
	around = 4
	reach  = 160
	mostOf = 256
)

// Fingerprints returns what other programs tell the findings of a result by from one
// run to the next, of 16 hexadecimal digits: it is made from the rule, the path and the
// words at the place, never from a line number. What is found more often in the same
// words is counted behind a hyphen, in the order of the findings.
func (r *Result) Fingerprints() map[*Finding]string {
	prints := make(map[*Finding]string, len(r.Findings))
	seen := make(map[string]int, len(r.Findings))
	for i := range r.Findings {
		f := &r.Findings[i]
		prints[f] = fingerprint(f)
		seen[prints[f]]++
		if n := seen[prints[f]]; n > 1 {
			prints[f] += "-" + strconv.Itoa(n)
		}
	}
	return prints
}

func fingerprint(f *Finding) string {
	h := append(make([]byte, 0, 256), f.Rule...)
	h = append(append(h, 0), f.Path...)
	return digest(append(append(h, 0), f.Words...))
}

// wordsAt stands for the words at a place: those of the span and a few on either
// side. It stays the same while text is added elsewhere: case, white space,
// punctuation and markup do not count, nor does what stands in another paragraph
// or, in metadata, in another field.
func wordsAt(text []byte, meta, span lint.Span) string {
	line := meta.Contains(span.Start)
	if !line && span.Start >= meta.End { // the last field is no context of the first words
		text, span = text[meta.End:], lint.Span{Start: span.Start - meta.End, End: span.End - meta.End}
	}
	h := make([]byte, 0, 2*(reach+mostOf)+64)
	h = appendWords(h, text[beside(text, span.Start, false, line):span.Start])
	h = append(h, 0)
	if span.Len() <= 2*mostOf {
		h = appendWords(h, text[span.Start:span.End])
	} else {
		h = appendWords(h, text[span.Start:span.Start+mostOf])
		h = appendWords(h, text[span.End-mostOf:span.End])
	}
	h = append(h, 0)
	h = appendWords(h, text[span.End:beside(text, span.End, true, line)])
	return digest(h)
}

func digest(of []byte) string {
	sum := sha256.Sum256(of)
	var text [16]byte
	hex.Encode(text[:], sum[:8])
	return string(text[:])
}

// beside returns where the words next to an offset end, looking ahead or back. They
// end with the paragraph or, where line is set, with the line.
func beside(text []byte, at int, ahead, line bool) int {
	words, edge, inside := 0, at, false
	for i := at; max(i-at, at-i) < reach; {
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
			if words++; words == around {
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

// blank reports whether the line that ends at the line feed or return text[i] is
// empty.
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

// isForeign is isWord beyond ASCII.
func isForeign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// folded has the ASCII letters and digits, in lower case, and spaces for the rest.
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

// appendWords appends the letters and digits of text, folded, words parted by one
// space.
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
		if c != last || c != ' ' { // in this order: two of the same are rare
			h, last = append(h, c), c
		}
	}
	return h
}
