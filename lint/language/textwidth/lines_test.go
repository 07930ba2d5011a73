package textwidth

import "testing"

func TestFitLinesFillsTheFirstLineWithWords(t *testing.T) {
	const size = 10 // an m has 8.33 px, a space 2.78 px
	for _, test := range []struct {
		text, shown string
		lines       int
	}{
		{"mm mm mm", "mm mm mm", 2},
		{"mm mm mm mm mm", "mm mm mm", 2}, // two words per line; an ellipsis needs space
		{"mm mm mm mm mm", "mm mm mm mm mm", 3},
		{"mm mm mm", "mm", 1},
		{"mmmmmmmm mm mm", "mmmmmmmm", 2}, // no word fits into the first line
		{"", "", 2},
	} {
		if n := FitLines(test.text, size, 45, test.lines); test.text[:n] != test.shown {
			t.Errorf("%q in %d lines: %q, want %q", test.text, test.lines, test.text[:n], test.shown)
		}
	}
}
