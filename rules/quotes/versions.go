package quotes

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// folded returns the words of a quotation as they are compared: case, typography
// and punctuation aside.
func folded(text string) []string {
	words := strings.FieldsFunc(language.Fold(text), func(r rune) bool {
		return strings.ContainsRune(" -.,;:!?\"“”()…—–", r)
	})
	return words
}

// within reports whether the words of part stand in whole, side by side.
func within(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// common returns how many words two quotations share in order: the length of their
// longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, w := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if w == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// differ returns the index of the first word in which two quotations differ.
func differ(a, b []string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// wordAt returns a word, or an ellipsis behind the last.
func wordAt(words []string, i int) string {
	if i >= len(words) {
		return "…"
	}
	return words[i]
}
