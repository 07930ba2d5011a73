package textwidth

import (
	"strings"
	"unicode"
)

// FitLines returns how many bytes of text are shown in a number of lines of width px: whole words
// fill each line, and the last one is cut as [Fit] cuts it.
func FitLines(text string, size, width float64, lines int) int {
	shown := 0
	for ; lines > 1; lines-- {
		n := firstLine(text[shown:], size, width)
		if shown += n; shown == len(text) {
			return shown
		}
	}
	rest := text[shown:]
	shown += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return shown + Fit(text[shown:], size, width)
}

// firstLine returns how many bytes of text fit into a line: whole words, or as much of the first
// as fits.
func firstLine(text string, size, width float64) int {
	sum := 0
	for i, r := range text {
		if sum += advance(r); pixels(sum, size) > width && !unicode.IsSpace(r) {
			if end := BreakBefore(text, i); end > 0 {
				return end
			}
			return i
		}
	}
	return len(text)
}
