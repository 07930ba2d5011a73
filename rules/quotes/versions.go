package quotes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
)

// folded returns the words of a quotation in the form in which they are compared, without
// case, typography and punctuation.
func folded(text string) []string {
	text = token.Fold(text)
	words := make([]string, 0, min(len(text)/4+1, mostFolded))
	start := -1
	for i, r := range text {
		switch between := r < utf8.RuneSelf && separators[r] || r >= utf8.RuneSelf && strings.ContainsRune("“”…—–", r); {
		case !between && start < 0:
			start = i
		case between && start >= 0:
			if words = append(words, text[start:i]); len(words) == mostFolded {
				return words
			}
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	return words
}

// mostFolded is how many words are compared; a compound counts as several.
const mostFolded = 2 * mostWords

// separators are the ASCII characters that separate the words of a quotation.
var separators = [utf8.RuneSelf]bool{' ': true, '-': true, '.': true, ',': true, ';': true, ':': true, '!': true, '?': true, '"': true, '(': true, ')': true}

// within reports whether whole contains the words of part as a contiguous sequence.
func within(whole, part []string) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// common returns the length of the longest common subsequence of the words of two
// quotations.
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

// wordAt returns a word, or an ellipsis after the last.
func wordAt(words []string, i int) string {
	if i >= len(words) {
		return "…"
	}
	return words[i]
}

// omits reports whether the writer marked an omission or an insertion in a text.
func omits(text string) bool {
	return strings.IndexByte(text, '[') >= 0 || strings.Contains(text, "..") || strings.Contains(text, "…")
}
