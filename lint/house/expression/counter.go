package expression

import "regexp"

// Counter counts the matches of a pattern.
type Counter struct {
	expr  *regexp.Regexp
	words bool // the pattern stands for a word, which is counted without it
}

// NewCounter returns the counter of a pattern; nil if there is none.
func NewCounter(expr *regexp.Regexp) *Counter {
	if expr == nil {
		return nil
	}
	switch expr.String() {
	case `\w+`, `(\w+)`, `\b\w+\b`, `\b(\w+)\b`, `\b(?:\w+)\b`: // as other programs count words
		return &Counter{expr, true}
	}
	return &Counter{expr, false}
}

// Count returns the number of matches in a text.
func (c *Counter) Count(text string) (n int) {
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
