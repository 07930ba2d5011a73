package driver

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

// fingerprint tells a finding from others by its rule, its file and the words at
// its place, so that it stays the same while text is added elsewhere. Case, white
// space, punctuation and markup do not count, nor does what stands in another
// paragraph.
func fingerprint(f *Finding, src *lint.Source) string {
	h := make([]byte, 0, 512)
	h = append(h, f.Rule...)
	h = append(h, 0)
	h = append(h, f.Path...)
	h = append(h, 0)
	text := src.Bytes
	h = appendWords(h, text[before(text, f.Span.Start):f.Span.Start])
	h = append(h, 0)
	if f.Span.Len() <= 2*mostOf {
		h = appendWords(h, text[f.Span.Start:f.Span.End])
	} else {
		h = appendWords(h, text[f.Span.Start:f.Span.Start+mostOf])
		h = appendWords(h, text[f.Span.End-mostOf:f.Span.End])
	}
	h = append(h, 0)
	h = appendWords(h, text[f.Span.End:behind(text, f.Span.End)])
	sum := sha256.Sum256(h)
	return hex.EncodeToString(sum[:8])
}

// before returns where the words in front of an offset begin.
func before(text []byte, at int) int {
	words, start, inside := 0, at, false
	for i := at; i > max(0, at-reach); {
		r, size := utf8.DecodeLastRune(text[:i])
		if r == '\n' && blank(text, i-1) {
			break
		}
		i -= size
		if !isWord(r) {
			if inside {
				if words++; words == around {
					break
				}
			}
			inside = false
			continue
		}
		start, inside = i, true
	}
	return start
}

// behind returns where the words after an offset end.
func behind(text []byte, at int) int {
	words, end, inside := 0, at, false
	for i := at; i < min(len(text), at+reach); {
		r, size := utf8.DecodeRune(text[i:])
		if r == '\n' && blank(text, i) {
			break
		}
		i += size
		if !isWord(r) {
			if inside {
				if words++; words == around {
					break
				}
			}
			inside = false
			continue
		}
		end, inside = i, true
	}
	return end
}

// blank reports whether the line that ends at the line feed text[i] is empty.
func blank(text []byte, i int) bool {
	if i > 0 && text[i-1] == '\r' {
		i--
	}
	return i > 0 && text[i-1] == '\n'
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// appendWords appends the letters and digits of text, folded, words parted by one
// space.
func appendWords(h, text []byte) []byte {
	space := true
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if isWord(r) {
			h = utf8.AppendRune(h, unicode.ToLower(r))
			space = false
		} else if !space {
			h = append(h, ' ')
			space = true
		}
	}
	return h
}

// number tells findings of one fingerprint apart by counting them in order.
func number(findings []Finding) {
	seen := make(map[string]int, len(findings))
	for i := range findings {
		f := &findings[i]
		seen[f.Fingerprint]++
		if n := seen[f.Fingerprint]; n > 1 {
			f.Fingerprint += "-" + strconv.Itoa(n)
		}
	}
}
