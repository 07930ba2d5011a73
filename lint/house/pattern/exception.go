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
type exceptions struct {
	texts   []string
	written bool // their capitals count
}

// readExceptions reads the texts in which matches are right. One with a capital inside is also right with one at its
// beginning, where a sentence begins.
func readExceptions(c *declaration.Compiler, list []strict.Text, written bool) exceptions {
	all := exceptions{written: written}
	for _, t := range list {
		exception := newException(c, t)
		all.texts = append(all.texts, exception)
		if first := fitting.First(exception); exception != "" && !written && declaration.AsWritten(exception) && first != exception {
			all.texts = append(all.texts, first)
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
	for _, s := range e.texts {
		around := expression.Widen(text, start-2*len(s), end+2*len(s))
		fold := strings.ToLower
		if e.written || declaration.AsWritten(s) {
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
