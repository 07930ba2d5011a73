package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The hash is FNV-1a. 32 bits are enough, since only words at corresponding places are
// compared.
const (
	hashBasis = 2166136261
	hashPrime = 16777619
)

// keyOf returns the key of a word, by which words are compared.
func keyOf(word string) uint32 {
	word = spelled(word)
	h := uint32(hashBasis)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return hash(fold(word))
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == ',':
			continue // 1,500
		}
		h = (h ^ uint32(c)) * hashPrime
	}
	return max(h, 1)
}

func hash(s string) uint32 {
	h := uint32(hashBasis)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return max(h, 1)
}

// fold normalises a word for comparison: lower case, straight apostrophes, no accents, no
// invisible characters, no commas in numbers.
func fold(word string) string {
	word = spelled(word)
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFKD.String(word) {
		switch {
		case apostrophe(r):
			b.WriteByte('\'')
		case r == ',' || r == '⁄' || invisible(r) || unicode.Is(unicode.Mn, r):
		case r == '−':
			b.WriteByte('-')
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
