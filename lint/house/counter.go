package house

import "regexp"

// counter counts the matches of a pattern.
type counter struct {
	expr  *regexp.Regexp
	words bool // the pattern stands for a word, which is counted without it
}

// newCounter returns the counter of a pattern; nil if there is none.
func newCounter(expr *regexp.Regexp) *counter {
	if expr == nil {
		return nil
	}
	switch expr.String() {
	case `\w+`, `(\w+)`, `\b\w+\b`, `\b(\w+)\b`, `\b(?:\w+)\b`: // as other programs count words
		return &counter{expr, true}
	}
	return &counter{expr, false}
}

func (c *counter) count(text string) (n int) {
	if !c.words {
		return len(c.expr.FindAllStringIndex(text, -1))
	}
	within := false
	for i := range len(text) {
		b := text[i]
		word := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_'
		if word && !within {
			n++
		}
		within = word
	}
	return n
}
