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
	from    *origin
	line    int
}

// origin is the rule of a replacement.
type origin struct{ rule, file string }

// sayings are the replacements of all rules that are compared with each other, by phrase in lower
// case.
type sayings map[string]saying

// ReserveSayings reserves memory for the replacements of a long list.
func ReserveSayings(c *Compiler, n int) {
	if of := groupOf(c); isCompared(c) && len(c.sayings[of]) == 0 {
		c.sayings[of] = make(sayings, n)
	}
}

// RecordSaying records what the rule says to write for a phrase, and reports rules that say the
// opposite: they would undo each other's fixes forever. Rules for drafts in certain languages are
// compared with each other. Rules that are only for some drafts or places are compared only with
// themselves, since others may apply elsewhere, and packs that ship with the program are not
// compared.
func RecordSaying(c *Compiler, phrase, instead string, at *yaml.Node) {
	if !isCompared(c) {
		return
	}
	of := groupOf(c)
	all := c.sayings[of]
	if all == nil {
		all = sayings{}
		c.sayings[of] = all
	}
	compareSaying(c, all, phrase, instead, at)
}

// isCompared reports whether the replacements of a rule are compared with others.
func isCompared(c *Compiler) bool { return !c.From.Ships && !c.Settled }

// groupOf returns the group of rules that a rule is compared with.
func groupOf(c *Compiler) string {
	if c.group == "" {
		c.group = strings.Join(c.Languages(), " ") + " " // never the name of a rule
		if isRestricted(c) {
			c.group = c.Name
		}
	}
	return c.group
}

func compareSaying(c *Compiler, all sayings, phrase, instead string, at *yaml.Node) {
	const longest = 20 // phrases in a circle
	fold, folded := strings.ToLower(phrase), strings.ToLower(instead)
	first, known := all[fold]
	switch {
	case known && first.instead == instead:
	case known && first.from.rule == c.Name:
		c.Fail(at, "%s is to be replaced twice: with %s on line %d, and with %s here; take one of them out",
			strict.Quoted(phrase), strict.Quoted(first.instead), first.line, strict.Quoted(instead))
	case known && fold == folded && strings.ToLower(first.instead) == fold:
		reportOpposite(c, at, phrase, instead, first)
	case known && strings.ToLower(first.instead) != folded:
		c.Notes = append(c.Notes, fmt.Sprintf("“%s” is to become “%s” here, and “%s” in rule “%s” (%s, line %d)",
			phrase, instead, first.instead, first.from.rule, first.from.file, first.line))
	case !known:
		all[fold] = saying{instead, originOf(c), at.Line}
	}
	if fold == folded {
		return
	}
	for step, next := 0, folded; step < longest; step++ {
		then, goesOn := all[next]
		if !goesOn || strings.ToLower(then.instead) == next {
			return
		}
		if next = strings.ToLower(then.instead); next == fold {
			if step > 0 {
				c.Fail(at, "%s is to become %s here, which becomes %s again by rule %s (%s, line %d); take one of them out", strict.Quoted(phrase),
					strict.Quoted(instead), strict.Quoted(phrase), strict.Quoted(then.from.rule), then.from.file, then.line)
				return
			}
			reportOpposite(c, at, phrase, instead, then)
			return
		}
	}
}

// originOf returns where the replacements of a rule come from.
func originOf(c *Compiler) *origin {
	if c.from == nil || c.from.file != c.File {
		c.from = &origin{c.Name, c.File}
	}
	return c.from
}

func reportOpposite(c *Compiler, at *yaml.Node, phrase, instead string, other saying) {
	c.Fail(at, "%s is to become %s here, and the other way round in rule %s (%s, line %d); take one of them out",
		strict.Quoted(phrase), strict.Quoted(instead), strict.Quoted(other.from.rule), other.from.file, other.line)
}

// isRestricted reports whether the rule is for some drafts or some places in them only, or off.
func isRestricted(c *Compiler) bool {
	s := c.Common
	return len(s.Files)+len(s.Profile) > 0 || s.Severity.Value == lint.Off.String() ||
		c.Scope.In != passage.Everywhere || c.Scope.Out != 0 || len(c.Scope.Except) > 0
}
