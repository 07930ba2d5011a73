package fields

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Split splits a value at its commas.
func Split(t lint.Text) []lint.Text {
	var parts []lint.Text
	s := t.String()
	for from := 0; from <= len(s); {
		to := strings.IndexByte(s[from:], ',')
		if to < 0 {
			to = len(s)
		} else {
			to += from
		}
		parts = append(parts, Values(t.Sub(from, to))...)
		from = to + 1
	}
	return parts
}

// Values returns the values of one scalar: its text without leading and trailing white
// space, or none if nothing is left.
func Values(t lint.Text) []lint.Text {
	if t = Trimmed(t); t.Len() == 0 {
		return nil
	}
	return []lint.Text{t}
}

// Trimmed returns a text without leading and trailing white space.
func Trimmed(t lint.Text) lint.Text {
	s := t.String()
	i, j := 0, len(s)
	for i < j && scan.IsSpace(s[i]) {
		i++
	}
	for j > i && scan.IsSpace(s[j-1]) {
		j--
	}
	if i == 0 && j == len(s) {
		return t
	}
	return t.Sub(i, j)
}
