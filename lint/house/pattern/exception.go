package pattern

import (
	"strings"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/expression"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/phrase"
)

// exceptions are texts in which a match of a pattern is right.
type exceptions []string

// readExceptions reads the texts in which matches are right. One with a capital inside is also right with one at its
// beginning, where a sentence begins.
func readExceptions(c *declaration.Compiler, list []strict.Text) (all exceptions) {
	for _, t := range list {
		exception := newException(c, t)
		all = append(all, exception)
		if first := fitting.First(exception); exception != "" && declaration.AsWritten(exception) && first != exception {
			all = append(all, first)
		}
	}
	return all
}

// newException reads a text in which a match of a pattern is right.
func newException(c *declaration.Compiler, t strict.Text) string {
	for _, sign := range [...]string{`\b`, `\d`, `\s`, `\w`, `\.`, "(?", ".*", ".+", "[a-", "[A-", "[0-", "[^"} {
		if strings.Contains(t.Value, sign) {
			c.Fail(t.Node, "%s is compared as it is written, not as an expression; list the texts that are right", strict.Quoted(t.Value))
			break
		}
	}
	return declaration.OneLine(c.Decoder, t, phrase.Longest)
}

// covers reports whether a match is part of an exception, or an exception part of it: where
// “financial leverage” is right, so is “leverage” in it.
func (e exceptions) covers(text string, start, end int) bool {
	for _, s := range e {
		around := expression.Widen(text, start-2*len(s), end+2*len(s))
		fold := strings.ToLower
		if declaration.AsWritten(s) {
			fold = strings.Clone
		}
		near := fold(text[around.Start:around.End])
		from, to := len(fold(text[around.Start:start])), len(fold(text[around.Start:end]))
		for at := 0; ; {
			i := strings.Index(near[at:], s)
			if i < 0 || s == "" {
				break
			}
			i += at
			inside, outside := i >= from && i+len(s) <= to, i <= from && i+len(s) >= to
			if (inside || outside) && fitting.Boundary(near, i) && fitting.Boundary(near, i+len(s)) {
				return true
			}
			at = i + 1
		}
	}
	return false
}
