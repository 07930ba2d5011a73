package declaration

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/passage"
)

// Languages returns the primary subtags of the languages of the rule or, if it sets none,
// of its file.
func (c *Compiler) Languages() (tags []string) {
	list := c.Common.Language
	if len(list) == 0 {
		list = c.From.Language
	}
	for _, t := range list {
		tag, _, _ := strings.Cut(strings.ToLower(t.Value), "-")
		if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
			c.Fail(t.Node, "%s is not a language; write its code, such as en, de or pt-BR", strict.Quoted(t.Value))
			continue
		}
		tags = append(tags, tag)
	}
	return tags
}

// Regions returns the languages with a region that the rule names, such as en-us: it is not for
// drafts of another region. It is empty if one is named without.
func (c *Compiler) Regions() (tags []string) {
	list := c.Common.Language
	if len(list) == 0 {
		list = c.From.Language
	}
	for _, t := range list {
		tag := strings.ToLower(t.Value)
		if !strings.Contains(tag, "-") {
			return nil
		}
		tags = append(tags, tag)
	}
	return tags
}

// Language returns the language whose word forms the rule uses.
func (c *Compiler) Language() string {
	if tags := c.Languages(); len(tags) > 0 {
		return tags[0]
	}
	return "en"
}

// Places reads where the rule looks.
func (c *Compiler) Places(s *Located) passage.Scope {
	sc := passage.Scope{In: passage.Everywhere}
	if s.In != nil {
		sc.In, sc.Fields = readPlaces(c, s.In)
	}
	sc.Out, sc.Except = readPlaces(c, s.NotIn)
	checkSomewhere(c, s, &sc)
	c.Scope = sc
	return sc
}

// Texts reads the places of a rule that looks at what readers read, not at the source.
func (c *Compiler) Texts(s *Located) passage.Scope {
	sc := c.Places(s)
	for _, t := range s.In {
		if passage.Named(t.Value) == passage.Source {
			c.Fail(t.Node, "“source” is for rules with “pattern”; the others look at what readers read")
		}
	}
	return sc
}

// checkSomewhere reports a rule that looks nowhere.
func checkSomewhere(c *Compiler, s *Located, sc *passage.Scope) {
	left := sc.In &^ sc.Out
	if sc.Out&passage.Prose != 0 {
		left &^= passage.Introduction | passage.LastParagraph
	}
	if sc.Out&passage.Headings != 0 {
		left &^= passage.Levels
	}
	fields := slices.ContainsFunc(sc.Fields, func(f string) bool { return !passage.Contains(sc.Except, f) })
	switch {
	case s.In != nil && len(s.In) == 0:
		c.Fail(c.At, "rule %s: “in” is empty; name places, or delete it", strict.Quoted(c.Name))
	case left&^passage.Field == 0 && !fields && len(s.NotIn) > 0 && !c.Unread:
		c.Fail(s.NotIn[0].Node, "rule %s looks nowhere: “not-in” takes out all the places of “in”", strict.Quoted(c.Name))
	}
}

func readPlaces(c *Compiler, list []strict.Text) (bits passage.Places, fields []string) {
	for _, t := range list {
		if field, ok := strings.CutPrefix(t.Value, passage.FieldPrefix); ok && strings.TrimSpace(field) != "" {
			bits |= passage.Field
			fields = append(fields, strings.TrimSpace(field))
			continue
		}
		bit := passage.Named(t.Value)
		if bit == 0 {
			c.Fail(t.Node, "%s; for a front matter field, write “field %s”", strict.Unknown("place", t.Value, passage.Names()), strict.Printable(t.Value))
		}
		bits |= bit
	}
	return bits, fields
}
