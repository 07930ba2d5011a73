package wording

import (
	"cmp"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/phrase"
)

// OneOf is a rule that an article uses one of several spellings.
type OneOf struct {
	declaration.Common
	declaration.Located
	declaration.Matching
	declaration.Fixing
	OneOf *yaml.Node `yaml:"one-of" doc:"the spellings of a word, or several such lists"`
}

// Compile implements [declaration.Spec].
func (s *OneOf) Compile(c *declaration.Compiler) lint.Checker {
	w := &phrase.Consistent{Words: c.NewWords(&s.Located, &s.Matching, "instead", "count")}
	w.Fix = c.Fixing(s.Fixing)
	if w.Fix == phrase.FixSafe {
		c.Fail(s.Fix.Node, "which of the spellings is meant is a guess, so that this fix cannot be safe; use “replace”")
	}
	forms := c.Forms(&s.Matching)
	groups := []*yaml.Node{s.OneOf}
	if s.OneOf != nil && s.OneOf.Kind == yaml.SequenceNode && len(s.OneOf.Content) > 0 && s.OneOf.Content[0].Kind == yaml.SequenceNode {
		groups = s.OneOf.Content
	}
	seen := seenPhrases(c)
	var listed []string
	for i, group := range groups {
		if group == nil || group.Kind != yaml.SequenceNode || len(group.Content) < 2 {
			c.Fail(cmp.Or(group, c.At), "rule %s: “one-of” is a list of two spellings or more, as in [e-mail, email]", strict.Quoted(c.Name))
			continue
		}
		for _, n := range group.Content {
			if n.Kind != yaml.ScalarNode {
				c.Fail(n, "a spelling is a text, not %s", strict.Kind(n))
				continue
			}
			t := strict.Text{Value: n.Value, Node: n}
			if text, ok := c.Phrase(t); ok && !seen(t, text) {
				listed = append(listed, text)
				c.Add(w.Words, &phrase.Term{Phrase: text, Group: i, Acronym: s.Acronym(text)}, forms, s.Cased(), n)
			}
		}
	}
	c.Summary = "an article uses one of " + finding.Few(listed)
	return w
}
