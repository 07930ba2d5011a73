// Package wording reads the house rules about words: phrases to flag, replacements, spellings
// of names, one spelling of several, and glossaries. It turns what is declared into terms;
// package phrase finds them.
//
// Wrong spellings of a name are generated, by case, spacing, hyphens and, if asked for, letters,
// rather than compared with every word of a draft. A glossary is a table in CSV or YAML, made
// for people who keep it in a spreadsheet.
//
// The trade-off: what is not generated is not found. Comparing each word with each name would
// find more, and take longer with each of them.
package wording

import (
	"fmt"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/phrase"
)

// Phrases is a rule that flags words and phrases.
type Phrases struct {
	declaration.Common
	declaration.Located
	declaration.Matching
	Phrases []strict.Text `yaml:"phrases" doc:"words or phrases to flag"`
}

// Compile implements [declaration.Spec].
func (s *Phrases) Compile(c *declaration.Compiler) lint.Checker {
	w := c.NewWords(&s.Located, &s.Matching)
	w.Usual = func(_ *phrase.Term, found, _ string) string {
		return fmt.Sprintf("“%s” is a phrase that this house avoids; write it in other words", found)
	}
	if len(s.Phrases) == 0 && !c.Unread {
		c.Fail(c.At, "rule %s: “phrases” is empty; list the words to flag", strict.Quoted(c.Name))
	}
	forms := c.Forms(&s.Matching)
	seen := seenPhrases(c)
	var listed []string
	for _, t := range s.Phrases {
		text, ok := c.Phrase(t)
		if !ok || seen(t, text) {
			continue
		}
		listed = append(listed, text)
		c.Add(w, &phrase.Term{Phrase: text, Acronym: s.Acronym(text)}, forms, s.Cased(), t.Node)
	}
	c.Phrases = listed
	c.Summary = "the house avoids " + finding.Few(listed)
	return w
}

// seenPhrases returns a function that reports phrases that are in a rule twice.
func seenPhrases(c *declaration.Compiler) func(t strict.Text, text string) bool {
	lines := map[string]int{}
	return func(t strict.Text, text string) bool {
		if line, twice := lines[text]; twice {
			c.Fail(t.Node, "%s is already on line %d; delete one", strict.Quoted(text), line)
			return true
		}
		lines[text] = t.Node.Line
		return false
	}
}

// Replace is a rule that says what to write instead of a phrase.
type Replace struct {
	declaration.Common
	declaration.Located
	declaration.Matching
	declaration.Fixing
	Replace *yaml.Node `yaml:"replace" doc:"phrases and what to write instead: one text or several, the best first; an empty text deletes the phrase"`
}

// Compile implements [declaration.Spec].
func (s *Replace) Compile(c *declaration.Compiler) lint.Checker {
	w := c.NewWords(&s.Located, &s.Matching, "instead")
	w.Fix = c.Fixing(s.Fixing)
	w.Usual = func(t *phrase.Term, found, write string) string {
		if t.Remove {
			return fmt.Sprintf("“%s” adds nothing; delete it", found)
		}
		return fmt.Sprintf("House style: write %s instead of “%s”", write, found)
	}
	forms := c.Forms(&s.Matching)
	var listed []string
	if s.Replace != nil && s.Replace.Kind != yaml.MappingNode && !strict.IsNull(s.Replace) {
		c.Fail(s.Replace, "“replace” is a list of phrases and what to write instead, as in replace: {utilize: use}")
		return w
	}
	if s.Replace == nil || len(s.Replace.Content) == 0 {
		c.Fail(c.At, "rule %s: “replace” is empty; list phrases and what to write instead, as in utilize: use", strict.Quoted(c.Name))
		return w
	}
	c.Pairs(s.Replace, "“replace”", func(key, value *yaml.Node) {
		text, ok := c.Phrase(strict.Text{Value: key.Value, Node: key})
		t := &phrase.Term{Phrase: text, Acronym: s.Acronym(text)}
		readInstead(c, t, key, value)
		if ok {
			listed = append(listed, text)
			c.Add(w, t, forms, s.Cased(), key)
			if len(t.Instead) > 0 {
				declaration.RecordSaying(c, text, t.Instead[0], key)
			}
		}
	})
	c.AllowRightForms(w)
	c.Phrases = listed
	c.Summary = "the house has other words for " + finding.Few(listed)
	return w
}

// readInstead reads what to write for a phrase.
func readInstead(c *declaration.Compiler, t *phrase.Term, key, value *yaml.Node) {
	items := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		items = value.Content
	}
	if len(items) == 0 || strict.IsNull(value) {
		c.Fail(key, "%s has nothing to write instead; add it, or write \"\" to have the phrase taken out", strict.Quoted(key.Value))
		return
	}
	for _, n := range items {
		switch {
		case n.Kind != yaml.ScalarNode:
			c.Fail(n, "%s: what to write instead is a text, not %s", strict.Quoted(key.Value), strict.Kind(n))
		case n.Value == "" && len(items) == 1:
			t.Remove = true
		case n.Value == key.Value:
			c.Fail(n, "%s is to be replaced with itself; change one of them", strict.Quoted(key.Value))
		default:
			t.Instead = append(t.Instead, declaration.OneLine(c.Decoder, strict.Text{Value: n.Value, Node: n}, phrase.Longest))
		}
	}
}
