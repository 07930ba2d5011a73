package pattern

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/expression"
)

// nearby is the number of bytes before and after a match that “not-after” and “not-before” see.
const nearby = 200

// readBeside reads expressions for what is beside a match. layout puts one at the end or at the beginning.
func readBeside(c *declaration.Compiler, list []strict.Text, layout string) (all []*regexp.Regexp) {
	for _, t := range list {
		if expr := c.Pattern(t); expr != nil {
			c.CountPattern(t)
			all = append(all, regexp.MustCompile(fmt.Sprintf(layout, t.Value)))
		}
	}
	return all
}

// beside reports whether a match is right because of what is directly before or after it.
func (w *pattern) beside(text string, start, end int) bool {
	if len(w.notAfter)+len(w.notBefore) == 0 {
		return false
	}
	near := expression.Widen(text, start-nearby, end+nearby)
	matches := func(part string) func(*regexp.Regexp) bool {
		return func(expr *regexp.Regexp) bool { return expr.MatchString(part) }
	}
	return slices.ContainsFunc(w.notAfter, matches(text[near.Start:start])) || slices.ContainsFunc(w.notBefore, matches(text[end:near.End]))
}
