package pattern

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/expression"
)

// nearby is how many bytes before and after a match are searched for “not-after” and the like.
const nearby = 200

// readBeside reads expressions for what is beside a match. layout puts one at the end or at the beginning.
// An expression that is true of any text beside a match says nothing.
func readBeside(c *declaration.Compiler, list []strict.Text, layout string) (all []*regexp.Regexp) {
	for _, t := range list {
		if c.Expression(t) == nil {
			continue
		}
		c.CountPattern(t)
		expr := regexp.MustCompile(fmt.Sprintf(layout, t.Value))
		if expr.MatchString(string(lint.Object)) && expr.MatchString("") {
			c.RejectEmpty(t)
		}
		all = append(all, expr)
	}
	return all
}

// beside reports whether a match is right because of what is directly before or after it.
func (w *pattern) beside(text string, start, end int) bool {
	if len(w.notAfter)+len(w.notBefore)+len(w.onlyAfter)+len(w.onlyBefore) == 0 {
		return false
	}
	near := expression.Widen(text, start-nearby, end+nearby)
	before, after := text[near.Start:start], text[end:near.End]
	return anyMatches(w.notAfter, before) || anyMatches(w.notBefore, after) ||
		len(w.onlyAfter) > 0 && !anyMatches(w.onlyAfter, before) || len(w.onlyBefore) > 0 && !anyMatches(w.onlyBefore, after)
}

func anyMatches(list []*regexp.Regexp, text string) bool {
	return slices.ContainsFunc(list, func(expr *regexp.Regexp) bool { return expr.MatchString(text) })
}
