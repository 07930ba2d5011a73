package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// around is how many bytes before and behind a span count for its fingerprint,
// and mostOf how many of the span itself at each of its ends.
const (
	around = 48
	mostOf = 256
)

// fingerprint tells a finding from others by its rule, its file and the words at
// its place, so that it stays the same while text is added elsewhere. Case, white
// space, punctuation and markup do not count.
func fingerprint(f *Finding, src *lint.Source) string {
	h := make([]byte, 0, 256)
	h = append(h, f.Rule...)
	h = append(h, 0)
	h = append(h, f.Path...)
	h = append(h, 0)
	start, end := max(0, f.Span.Start-around), min(len(src.Bytes), f.Span.End+around)
	if end-start <= 2*(around+mostOf) {
		h = appendWords(h, src.Bytes[start:end], start > 0, end < len(src.Bytes))
	} else {
		h = appendWords(h, src.Bytes[start:start+around+mostOf], start > 0, true)
		h = appendWords(h, src.Bytes[end-around-mostOf:end], true, end < len(src.Bytes))
	}
	sum := sha256.Sum256(h)
	return hex.EncodeToString(sum[:8])
}

// appendWords appends the letters and digits of text, folded, words parted by one
// space. A word that is cut at either end is left out.
func appendWords(h, text []byte, cutStart, cutEnd bool) []byte {
	for cutStart && len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if unicode.IsSpace(r) {
			break
		}
		text = text[size:]
	}
	for cutEnd && len(text) > 0 {
		r, size := utf8.DecodeLastRune(text)
		if unicode.IsSpace(r) {
			break
		}
		text = text[:len(text)-size]
	}
	space := true
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
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
