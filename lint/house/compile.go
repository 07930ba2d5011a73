package house

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/capitals"
	"github.com/copychief/copychief/lint/house/condition"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/demand"
	"github.com/copychief/copychief/lint/house/limit"
	"github.com/copychief/copychief/lint/house/pattern"
	"github.com/copychief/copychief/lint/house/wording"
)

// kind is one kind of rule.
type kind struct {
	key   string // the key that names it
	about string
	spec  func() declaration.Spec
}

// kinds returns the kinds, in the order in which messages list them.
func kinds() []kind {
	return []kind{
		{"phrases", "words or phrases to flag", func() declaration.Spec { return &wording.Phrases{} }},
		{"replace", "words or phrases and what to write instead", func() declaration.Spec { return &wording.Replace{} }},
		{"spelling", "names with one right spelling", func() declaration.Spec { return &wording.Spelling{} }},
		{"one-of", "spellings of which an article uses one", func() declaration.Spec { return &wording.OneOf{} }},
		{"glossary", "a table of terms in a .csv or .yml file", func() declaration.Spec { return &wording.Glossary{} }},
		{"pattern", "a regular expression", func() declaration.Spec { return &pattern.Spec{} }},
		{"capitals", "the case of headings and other short texts", func() declaration.Spec { return &capitals.Spec{} }},
		{"limit", "a number with a minimum or maximum", func() declaration.Spec { return &limit.Spec{} }},
		{"require", "what every article must have", func() declaration.Spec { return &demand.Require{} }},
		{"forbid", "what no article may have", func() declaration.Spec { return &demand.Forbid{} }},
	}
}

// Kinds returns the kinds of rules, for the JSON Schema of a configuration.
func Kinds() (all []config.HouseKind) {
	for _, k := range kinds() {
		all = append(all, config.HouseKind{Key: k.key, About: k.about, Type: reflect.TypeOf(k.spec()).Elem()})
	}
	return all
}

// Pack returns what a pack is decoded into, for its JSON Schema.
func Pack() reflect.Type { return reflect.TypeFor[packSchema]() }

func kindNames() (names []string) {
	for _, k := range kinds() {
		names = append(names, k.key)
	}
	return names
}

// compiler turns one rule into a [Declared].
type compiler struct {
	*declaration.Compiler
	loader *loader
}

// compile returns the rule, or nil if something is wrong with it.
func (c *compiler) compile(n *yaml.Node) *Declared {
	before := len(c.Problems)
	k := c.kindOf(n)
	if k == nil {
		return nil
	}
	s := k.spec()
	c.Structure(n, reflect.ValueOf(s).Elem(), "rule "+strict.Quoted(c.Name), c.misplaced(k, n)...)
	c.Unread = len(c.Problems) > before
	c.Common = s.Shared()
	inner := s.Compile(c.Compiler)
	r := c.rule(inner)
	r.Kind = k.key
	r.Examples = readExamples(c, c.Common.Examples)
	r.Docs = docs(r, c.Common.Why.Value)
	if len(c.Problems) > before {
		return nil
	}
	return r
}

// misplaced reports what another kind of rule would say, such as places in a rule that has none, and
// returns the keys.
func (c *compiler) misplaced(k *kind, n *yaml.Node) (keys []string) {
	remedy, without := map[string]string{
		"limit":   "say with “of” in what it counts",
		"require": "to look in one place, use “pattern” with “whole: true”",
		"forbid":  "to look in one place, use “phrases” or “pattern”",
	}[k.key]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case without && (key.Value == "in" || key.Value == "not-in"):
			c.Fail(key, "%s does not go with %s; %s", strict.Quoted(key.Value), strict.Quoted(k.key), remedy)
		case key.Value == "phrases" && value.Kind == yaml.MappingNode:
			c.Fail(value, "“phrases” must be a list, not keys and values; to say what to write instead, use “replace”")
		case c.ofOthers(k, key):
		default:
			continue
		}
		keys = append(keys, key.Value)
	}
	return keys
}

// ofOthers reports a key that only other kinds of rules have.
func (c *compiler) ofOthers(own *kind, key *yaml.Node) bool {
	var others []string
	for _, k := range kinds() {
		for _, f := range strict.FieldsOf(reflect.TypeOf(k.spec()).Elem()) {
			switch {
			case f.Name == key.Value && k.key == own.key:
				return false
			case f.Name == key.Value:
				others = append(others, k.key)
			}
		}
	}
	if len(others) == 0 || slices.Contains(kindNames(), key.Value) {
		return false
	}
	c.Fail(key, "%s does not go with %s, only with: %s", strict.Quoted(key.Value), strict.Quoted(own.key), strings.Join(others, ", "))
	return true
}

// kindOf returns the kind of a rule: the one of whose keys it has exactly one.
func (c *compiler) kindOf(n *yaml.Node) (found *kind) {
	names := kindNames()
	if c.Name == "rules" || c.Name == "packs" {
		c.Fail(c.At, "%s does not belong here: rules are directly below “house”, and packs beside it; delete or move this line", strict.Quoted(c.Name))
		return nil
	}
	if c.belongsInside(n) {
		c.Fail(c.At, "%s belongs inside a rule: indent it below the rule’s name", strict.Quoted(c.Name))
		return nil
	}
	if n.Kind == yaml.AliasNode {
		c.Fail(n, "rule %s is an alias of another place, which is not supported; write the rule out", strict.Quoted(c.Name))
		return nil
	}
	if strict.IsNull(n) {
		c.Fail(c.At, "rule %s is empty; indent what it says below its name", strict.Quoted(c.Name))
		return nil
	}
	if n.Kind != yaml.MappingNode {
		c.Fail(c.At, "rule %s does not say what it looks for; give it one of: %s", strict.Quoted(c.Name), strings.Join(names, ", "))
		return nil
	}
	var first string
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		at := slices.Index(names, key.Value)
		if at < 0 || key.Value == "pattern" && has(n, "limit") { // of “limit: matches”
			continue
		}
		if found != nil && first != key.Value {
			c.Fail(key, "rule %s has both %s and %s; make two rules of it", strict.Quoted(c.Name), strict.Quoted(first), strict.Quoted(key.Value))
			return nil
		}
		found, first = &kinds()[at], key.Value
	}
	if found != nil {
		return found
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; key.Value == "<<" {
			c.Fail(key, "rule %s: “<<” would take in the keys of another place, which is not supported; write them out", strict.Quoted(c.Name))
			return nil
		}
		if near := strict.Nearest(n.Content[i].Value, names); near != "" {
			c.Fail(n.Content[i], "rule %s: unknown key %s; did you mean %s?", strict.Quoted(c.Name), strict.Quoted(n.Content[i].Value), strict.Quoted(near))
			return nil
		}
	}
	c.Fail(c.At, "rule %s does not say what it looks for; give it one of: %s", strict.Quoted(c.Name), strings.Join(names, ", "))
	return nil
}

// belongsInside reports whether what looks like a rule is a key of one, a level too far left.
func (c *compiler) belongsInside(n *yaml.Node) bool {
	keys := kindNames()
	for _, f := range strict.FieldsOf(reflect.TypeFor[declaration.Common]()) {
		keys = append(keys, f.Name)
	}
	for _, f := range strict.FieldsOf(reflect.TypeFor[declaration.Located]()) {
		keys = append(keys, f.Name)
	}
	return slices.Contains(keys, c.Name) && (n.Kind != yaml.MappingNode || !slices.ContainsFunc(kindNames(), func(kind string) bool { return has(n, kind) }))
}

func has(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// rule returns the rule of a checker with the common settings.
func (c *compiler) rule(inner lint.Checker) *Declared {
	s := c.Common
	if s.Summary.Node != nil {
		c.Summary = declaration.OneLine(c.Decoder, s.Summary, declaration.LongMessage)
	}
	r := &lint.Rule{
		Name: c.Name, Family: lint.HouseFamily, Summary: c.Summary,
		Basis: c.From.Basis, Needs: c.Needs, Articles: c.Articles && len(s.Files) == 0,
		Anywhere: len(s.Files) > 0, // files that are named are meant, whatever their kind
	}
	c.judge(r)
	if s.Basis != nil {
		r.Basis = s.Basis.Of(c.Decoder, r.Basis)
	}
	if len(s.Why.Value) > declaration.LongText {
		c.Fail(s.Why.Node, "“why” has %d bytes, and %d are the most", len(s.Why.Value), declaration.LongText)
	}
	if r.Languages = c.Languages(); len(r.Languages) == 0 {
		r.Languages = c.Known
	}
	for _, p := range s.Profile {
		if !slices.Contains(config.Profiles, p.Value) {
			c.Fail(p.Node, "%s", strict.Unknown("profile", p.Value, config.Profiles))
		}
		r.Profiles = append(r.Profiles, p.Value)
	}
	g := &guard{inner: inner, globs: c.globs(s.Files), prefix: c.prefix(), regions: c.Regions(), where: condition.NewWhere(c.Compiler, s.Where)}
	r.New = func() lint.Checker { return g }
	return &Declared{Rule: r, File: c.File, Line: c.At.Line, Notes: c.Notes, scope: c.Scope, phrases: c.Phrases}
}

// judge sets the severity of a rule: what it says itself, its parts or its file.
func (c *compiler) judge(r *lint.Rule) {
	r.Severity = lint.Warning
	for _, severity := range []lint.Severity{c.From.Severity, c.Severity} {
		if severity != lint.Unset {
			r.Severity = severity
		}
	}
	if t := c.Common.Severity; t.Node != nil {
		r.Severity = declaration.SeverityOf(c.Decoder, t)
	}
	if r.Severity == lint.Off {
		r.Severity, r.Off = lint.Warning, true
	}
}
