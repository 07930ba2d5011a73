package declaration

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/passage"
)

// saying is the replacement that a rule gives for a phrase.
type saying struct {
	instead string
	rule    string
	file    string
	line    int
}

// sayings are the replacements of all rules, by rule and by phrase in lower case.
type sayings map[[2]string]saying

// ReserveSayings reserves memory for the replacements of a long list.
func ReserveSayings(c *Compiler, n int) {
	if len(c.sayings) == 0 {
		c.sayings = make(sayings, n)
	}
}

// RecordSaying records what the rule says to write for a phrase, and reports rules that say the
// opposite: they would undo each other's fixes for ever. Rules for drafts in certain languages are compared
// with each other. Rules that are only for some drafts or places are compared only with themselves, since others may apply elsewhere, and packs that ship
// with the program are not compared.
func RecordSaying(c *Compiler, phrase, instead string, at *yaml.Node) {
	if c.group == "" {
		c.group = strings.Join(c.Languages(), " ") + " " // never the name of a rule
		if isRestricted(c) {
			c.group = c.Name
		}
	}
	of := c.group
	if !c.From.Ships && !c.Settled {
		compareSaying(c, of, phrase, instead, at)
	}
}

func compareSaying(c *Compiler, of, phrase, instead string, at *yaml.Node) {
	const longest = 20 // phrases in a circle
	all := c.sayings
	fold, folded := strings.ToLower(phrase), strings.ToLower(instead)
	key := [2]string{of, fold}
	first, known := all[key]
	switch {
	case known && first.instead == instead:
	case known && first.rule == c.Name:
		c.Fail(at, "%s is to be replaced twice: with %s on line %d, and with %s here; take one of them out",
			strict.Quoted(phrase), strict.Quoted(first.instead), first.line, strict.Quoted(instead))
	case known && fold == folded && strings.ToLower(first.instead) == fold:
		reportOpposite(c, at, phrase, instead, first)
	case known && strings.ToLower(first.instead) != folded:
		c.Notes = append(c.Notes, fmt.Sprintf("“%s” is to become “%s” here, and “%s” in rule “%s” (%s, line %d)",
			phrase, instead, first.instead, first.rule, first.file, first.line))
	case !known:
		all[key] = saying{instead, c.Name, c.File, at.Line}
	}
	if fold == folded {
		return
	}
	for step, next := 0, folded; step < longest; step++ {
		then, goesOn := all[[2]string{of, next}]
		if !goesOn || strings.ToLower(then.instead) == next {
			return
		}
		if next = strings.ToLower(then.instead); next == fold {
			if step > 0 {
				c.Fail(at, "%s is to become %s here, which becomes %s again by rule %s (%s, line %d); take one of them out", strict.Quoted(phrase),
					strict.Quoted(instead), strict.Quoted(phrase), strict.Quoted(then.rule), then.file, then.line)
				return
			}
			reportOpposite(c, at, phrase, instead, then)
			return
		}
	}
}

func reportOpposite(c *Compiler, at *yaml.Node, phrase, instead string, other saying) {
	c.Fail(at, "%s is to become %s here, and the other way round in rule %s (%s, line %d); take one of them out",
		strict.Quoted(phrase), strict.Quoted(instead), strict.Quoted(other.rule), other.file, other.line)
}

// isRestricted reports whether the rule is for some drafts or some places in them only, or off.
func isRestricted(c *Compiler) bool {
	s := c.Common
	return len(s.Files)+len(s.Profile) > 0 || s.Severity.Value == lint.Off.String() ||
		c.Scope.In != passage.Everywhere || c.Scope.Out != 0 || len(c.Scope.Except) > 0
}
