package casing

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// EachWord yields the offsets of the words of a headline: letters and digits, including
// apostrophes and full stops between them.
func EachWord(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(s); {
			start := strings.IndexFunc(s[at:], counts)
			if start < 0 {
				return
			}
			start += at
			end := start
			for end < len(s) {
				if c := s[end]; c < utf8.RuneSelf && counts(rune(c)) {
					end++
					continue
				}
				r, n := utf8.DecodeRuneInString(s[end:])
				inner := strings.ContainsRune("'’.", r) && StartsWord(s[end+n:])
				if !inner && !counts(r) && !unicode.Is(unicode.Mn, r) {
					break
				}
				end += n
			}
			if !yield(start, end) {
				return
			}
			at = end
		}
	}
}

// StartsWord reports whether a text begins with a letter or a digit.
func StartsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return counts(r)
}

func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// HasWord reports whether a text contains a whole word.
func HasWord(s, word string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(word):])
		if !counts(before) && !counts(after) {
			return true
		}
		at = i + len(word)
	}
}
