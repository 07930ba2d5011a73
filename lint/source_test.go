package lint_test

import (
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

func TestRangeIsWhereBothEndsAre(t *testing.T) {
	for _, text := range []string{
		"", "one line", "\ufeffa mark\nand ä second “line”\n\nlast", "a\r\nü b\rc é\nd", "– — é\n",
	} {
		src := lint.NewSource("a.md", []byte(text))
		for start := 0; start <= len(text); start++ {
			for end := start; end <= len(text); end++ {
				if start < len(text) && !utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]) {
					continue
				}
				from, to := src.Range(lint.Span{Start: start, End: end})
				if from != src.Position(start) || to != src.Position(end) {
					t.Fatalf("%q [%d:%d] is %v to %v, want %v to %v", text, start, end, from, to, src.Position(start), src.Position(end))
				}
			}
		}
	}
}
