package house

import (
	"fmt"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
)

// phrasesSpec is a rule that flags words and phrases.
type phrasesSpec struct {
	common
	located
	matching
	Phrases []strict.Text `yaml:"phrases" doc:"words or phrases to flag"`
}

func (s *phrasesSpec) compile(c *compiler) checker {
	w := c.newWords(&s.located, &s.matching)
	w.usual = func(_ *term, found, _ string) string {
		return fmt.Sprintf("“%s” is a phrase that this house avoids; write it in other words", found)
	}
	if len(s.Phrases) == 0 && !c.unread {
		c.Fail(c.at, "rule %s: “phrases” is empty; list the words to flag", strict.Quoted(c.name))
	}
	forms := c.forms(&s.matching)
	seen := seenPhrases(c)
	var listed []string
	for _, t := range s.Phrases {
		phrase, ok := c.phrase(t)
		if !ok || seen(t, phrase) {
			continue
		}
		listed = append(listed, phrase)
		w.add(c, &term{phrase: phrase, acronym: s.acronym(phrase)}, forms, s.cased(), t.Node)
	}
	c.phrases = listed
	c.summary = "the house avoids " + few(listed)
	return w
}

// seenPhrases returns a function that reports phrases that stand in a rule twice.
func seenPhrases(c *compiler) func(t strict.Text, phrase string) bool {
	lines := map[string]int{}
	return func(t strict.Text, phrase string) bool {
		if line, twice := lines[phrase]; twice {
			c.Fail(t.Node, "%s stands here twice, first on line %d; take one out", strict.Quoted(phrase), line)
			return true
		}
		lines[phrase] = t.Node.Line
		return false
	}
}

// replaceSpec is a rule that says what to write instead of a phrase.
type replaceSpec struct {
	common
	located
	matching
	fixing
	Replace *yaml.Node `yaml:"replace" doc:"phrases and what to write instead: one text or several, the best first; an empty text takes the phrase out"`
}

func (s *replaceSpec) compile(c *compiler) checker {
	w := c.newWords(&s.located, &s.matching, "instead")
	w.fix = readFix(c, s.fixing)
	w.usual = func(t *term, found, write string) string {
		if t.remove {
			return fmt.Sprintf("“%s” adds nothing; take it out", found)
		}
		return fmt.Sprintf("House style: write %s instead of “%s”", write, found)
	}
	forms := c.forms(&s.matching)
	var listed []string
	if s.Replace != nil && s.Replace.Kind != yaml.MappingNode && !strict.IsNull(s.Replace) {
		c.Fail(s.Replace, "“replace” is a list of phrases and what to write instead, as in replace: {utilize: use}")
		return w
	}
	if s.Replace == nil || len(s.Replace.Content) == 0 {
		c.Fail(c.at, "rule %s: “replace” is empty; list phrases and what to write instead, as in utilize: use", strict.Quoted(c.name))
		return w
	}
	c.Pairs(s.Replace, "“replace”", func(key, value *yaml.Node) {
		phrase, ok := c.phrase(strict.Text{Value: key.Value, Node: key})
		t := &term{phrase: phrase, acronym: s.acronym(phrase)}
		readInstead(c, t, key, value)
		if ok {
			listed = append(listed, phrase)
			w.add(c, t, forms, s.cased(), key)
			if len(t.instead) > 0 {
				recordSaying(c, phrase, t.instead[0], key)
			}
		}
	})
	w.allowRightForms(c)
	c.phrases = listed
	c.summary = "the house has other words for " + few(listed)
	return w
}

// readInstead reads what to write for a phrase.
func readInstead(c *compiler, t *term, key, value *yaml.Node) {
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
			t.remove = true
		case n.Value == key.Value:
			c.Fail(n, "%s is to be replaced with itself; change one of them", strict.Quoted(key.Value))
		default:
			t.instead = append(t.instead, oneLine(c.Decoder, strict.Text{Value: n.Value, Node: n}, longPhrase))
		}
	}
}
