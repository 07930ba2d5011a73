package description

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// copied finds the paragraph that a description was taken from: one of the first of
// the body that begins with the same words. It returns the paragraph's index and the
// offset in its text behind those words, which is its length where the description
// goes on behind it; None where no paragraph begins so.
func copied(d *lint.Document, description string) (block, end int) {
	const paragraphs = 3
	seen := 0
	for i, b := range d.Paragraphs() {
		if n := common(description, b.Text.String()); n > 0 {
			return i, n
		}
		if seen++; seen == paragraphs {
			break
		}
	}
	return lint.None, 0
}

// leastWords is how many words make a copy: two texts may well begin alike.
const leastWords = 4

// common compares a description with the beginning of a text. Letters and digits
// count; tags, white space and punctuation do not. It returns how much of the text
// the description is, or 0 where they differ before one of them ends.
func common(description, text string) int {
	at, n, words, inWord := 0, 0, 0, false
	for {
		next := nextSign(description, at)
		if next < 0 {
			break
		}
		k := strings.IndexFunc(text[n:], signs)
		if k < 0 {
			break // the description goes on
		}
		a, size := utf8.DecodeRuneInString(description[next:])
		b, width := utf8.DecodeRuneInString(text[n+k:])
		if a != b && unicode.ToLower(a) != unicode.ToLower(b) {
			return 0
		}
		if k > 0 || !inWord {
			words++
		}
		inWord, at, n = true, next+size, n+k+width
	}
	if words < leastWords {
		return 0
	}
	return n
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

func signs(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
