package description

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// copied finds the paragraph that a description was copied from, among the first ones of
// the body; a longer description may run on into the next paragraphs. It returns the index
// of the paragraph in which the copy ends, and the offset after the last word in its text.
// The index is None if the description has its own wording.
func copied(d *lint.Document, description string) (block, end int) {
	const paragraphs = 3
	seen, at, words := 0, 0, 0
	for i, b := range d.Paragraphs() {
		n, next, more := common(description, at, b.Text.String())
		switch {
		case at > 0 && next == 0:
			return lint.None, 0
		case n > 0:
			at, words = next, words+more
			if nextSign(description, at) < 0 && words >= leastWords {
				return i, n
			}
		}
		if seen++; seen >= paragraphs && at == 0 {
			break
		}
	}
	return lint.None, 0
}

// leastWords is how many words make a copy: two texts may begin alike by chance.
const leastWords = 4

// common compares a description, from offset at, with the beginning of a text. It compares
// letters and digits only, not tags, white space or punctuation. It returns how many bytes
// of the text match, the offset in the description after the match, and the number of
// words; all are zero if the two differ before one of them ends.
func common(description string, at int, text string) (n, next, words int) {
	inWord := false
	for {
		from := nextSign(description, at)
		k := strings.IndexFunc(text[n:], signs)
		if from < 0 || k < 0 {
			return n, at, words
		}
		a, size := utf8.DecodeRuneInString(description[from:])
		b, width := utf8.DecodeRuneInString(text[n+k:])
		if a != b && unicode.ToLower(a) != unicode.ToLower(b) {
			return 0, 0, 0
		}
		if k > 0 || !inWord {
			words++
		}
		inWord, at, n = true, from+size, n+k+width
		for at < len(description) && n < len(text) && description[at] == text[n] && letter(text[n]) {
			at, n = at+1, n+1
		}
	}
}

// nextSign returns the offset of the next letter or digit at or after at, in a description
// that may hold HTML; -1 if there is none.
func nextSign(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if signs(r) {
			return at
		}
		if r == '<' && at+1 < len(s) && (s[at+1] == '/' || s[at+1]|0x20 >= 'a' && s[at+1]|0x20 <= 'z') {
			end := strings.IndexByte(s[at:], '>')
			if end < 0 {
				return -1
			}
			n = end + 1
		}
		at += n
	}
	return -1
}

// letter reports whether a byte is a lower-case ASCII letter, as most bytes of a text are.
func letter(b byte) bool { return 'a' <= b && b <= 'z' }

func signs(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sentenceEnds reports whether a sentence ends at offset n of a text: at a closing mark or
// at the end of the text.
func sentenceEnds(text string, n int) bool {
	for _, r := range text[n:] {
		switch r {
		case '.', '!', '?', '…':
			return true
		case '"', '”', '’', '\'', ')', ']', lint.Object:
		default:
			return r == '\n'
		}
	}
	return true
}

// decodeLower returns the first character of a text in lower case, and its size in bytes.
func decodeLower(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	return unicode.ToLower(r), n
}
