package token

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text in the form in which words are compared: lower case, no diacritics, straight
// apostrophes, hyphens for every dash, and each word without its possessive ’s. The result is for
// comparing, not for display: its offsets differ from those of the text.
func Fold(text string) string {
	if strings.IndexByte(text, '\'') < 0 {
		if folded, ok := foldASCII(text); ok {
			return folded
		}
	}
	folded := foldForeign(text)
	kept := folded[:0]
	for i := 0; i < len(folded); i++ {
		if folded[i] == '\'' && i > 0 && wordByte(folded[i-1]) {
			if i+1 < len(folded) && folded[i+1] == 's' && (i+2 == len(folded) || !wordByte(folded[i+2])) {
				i++
				continue
			}
			if folded[i-1] == 's' && (i+1 == len(folded) || !wordByte(folded[i+1])) {
				continue
			}
		}
		kept = append(kept, folded[i])
	}
	return string(kept)
}

func wordByte(c byte) bool {
	return IsLetter(c) || IsDigit(c) || c >= utf8.RuneSelf
}

// FoldCase folds case, diacritics and typography, but not possessives.
func FoldCase(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	return string(foldForeign(s))
}

// foldASCII is FoldCase for an ASCII text; ok is false for any other.
func foldASCII(s string) (folded string, ok bool) {
	upper := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		upper = upper || 'A' <= c && c <= 'Z'
	}
	if !upper {
		return s, true
	}
	return strings.ToLower(s), true
}

func foldForeign(s string) []byte { return appendForeign(make([]byte, 0, len(s)+4), s) }

func appendForeign(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b = append(b, Lower(s[i]))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < foldedRunes:
			b = append(b, foldedTable()[r]...)
		case '\u4e00' <= r && r <= '\u9fff': // Han
			b = append(b, s[i:i+n]...)
		default:
			b = appendFolded(b, s[i:i+n], r)
		}
		i += n
	}
	return b
}

// foldedRunes is the number of characters in the table of folded ones: those of two bytes, Latin,
// Greek and Cyrillic among them.
const foldedRunes = 0x800

// foldedTable holds the folded form of each character that comes before foldedRunes.
var foldedTable = sync.OnceValue(func() *[foldedRunes]string {
	var t [foldedRunes]string
	for r := range rune(foldedRunes) {
		if r < utf8.RuneSelf {
			t[r] = string(Lower(byte(r)))
		} else {
			t[r] = string(appendFolded(nil, string(r), r))
		}
	}
	return &t
})

// appendFolded appends one non-ASCII character; piece is its bytes.
func appendFolded(b []byte, piece string, r rune) []byte {
	switch r {
	case '‘', '’', 'ʼ', '＇', '‛', '′':
		return append(b, '\'')
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return append(b, '-')
	case '\u00a0', '\u202f':
		return append(b, ' ')
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\ufeff':
		return b
	case 'ß':
		return append(b, "ss"...)
	case 'æ', 'Æ':
		return append(b, "ae"...)
	case 'œ', 'Œ':
		return append(b, "oe"...)
	case 'ø', 'Ø':
		return append(b, 'o')
	case 'ł', 'Ł':
		return append(b, 'l')
	case 'đ', 'Đ', 'ð', 'Ð':
		return append(b, 'd')
	case 'ı':
		return append(b, 'i')
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	if r >= 0x1100 && unicode.In(r, unicode.Hangul) {
		return append(b, piece...)
	}
	d := norm.NFKD.PropertiesString(piece).Decomposition()
	if len(d) == 0 {
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
	for len(d) > 0 {
		c, n := utf8.DecodeRune(d)
		if !unicode.Is(unicode.Mn, c) {
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
		d = d[n:]
	}
	return b
}

// Lower returns an ASCII letter in lower case, and any other byte as it is.
func Lower(c byte) byte {
	if c-'A' < 26 {
		c |= 0x20
	}
	return c
}
