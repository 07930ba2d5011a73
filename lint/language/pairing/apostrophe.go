package pairing

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint/language/wordlist"
)

// isSlip reports whether a straight double mark between two letters was meant for the apostrophe on
// the same key: don"t, l"eau. What can be nothing else is one always, the rest only if no other
// mark could be its partner.
func isSlip(s *scanner, at int, before, after rune) bool {
	if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
		return false
	}
	from, to := wordAround(s.text, at)
	lists := wordlist.Of(s.language)
	if joins(lists.List("apostrophe-certain"), s.text[from:at], s.text[at+1:to]) {
		return true
	}
	return s.count[Straight] == 0 && !strings.Contains(s.text[at+1:], `"`) &&
		joins(lists.List("apostrophe-likely"), s.text[from:at], s.text[at+1:to])
}

// wordAround returns the bounds of the letters on both sides of a mark of one byte.
func wordAround(text string, at int) (from, to int) {
	from = len(strings.TrimRightFunc(text[:at], unicode.IsLetter))
	to = len(text) - len(strings.TrimLeftFunc(text[at+1:], unicode.IsLetter))
	return from, to
}

// joins reports whether one of the patterns, in which * is any letters, has an apostrophe between two
// parts of a word: *n't, l'*.
func joins(patterns []string, left, right string) bool {
	left, right = strings.ToLower(left), strings.ToLower(right)
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		before, after, _ := strings.Cut(pattern, "'")
		ending, anyBefore := strings.CutPrefix(before, "*")
		beginning, anyAfter := strings.CutSuffix(after, "*")
		return (before == left || anyBefore && strings.HasSuffix(left, ending)) &&
			(after == right || anyAfter && strings.HasPrefix(right, beginning))
	})
}
