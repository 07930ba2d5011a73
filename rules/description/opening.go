package description

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// copied finds the paragraph that a description was taken from: one of the first of
// the body, with those behind it where the description is longer. It returns the index
// of the paragraph in which the description ends, and the offset in its text behind
// the last word; None where the description has words of its own.
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

// leastWords is how many words make a copy: two texts may well begin alike.
const leastWords = 4

// common compares a description, from offset at on, with the beginning of a text.
// Letters and digits count; tags, white space and punctuation do not. It returns how
// much of the text the description is, where the description stands then, and the
// number of words; nothing where they differ before one of them ends.
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

// nextSign returns the offset of the next letter or digit of a description that may
// hold HTML, at or behind offset at; -1 where there is none.
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

// letter reports whether a byte is a small letter, as nearly all of a text are.
func letter(b byte) bool { return 'a' <= b && b <= 'z' }

func signs(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sentenceEnds reports whether a sentence ends behind offset n of a text: a mark
// that closes one stands there, or nothing more.
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

// decodeLower returns the first character of a text as a small letter, and its
// size in bytes.
func decodeLower(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	return unicode.ToLower(r), n
}
