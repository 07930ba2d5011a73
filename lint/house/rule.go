package house

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/config/strict"
)

// common is what every kind of rule may say.
type common struct {
	Message  strict.Text     `yaml:"message" doc:"what the finding says: what is wrong, then what to do"`
	Summary  strict.Text     `yaml:"summary" doc:"one line about the rule for lists, in small letters and without a full stop"`
	Severity strict.Text     `yaml:"severity" doc:"off, advice, warning or error"`
	Basis    *basisSchema    `yaml:"basis" doc:"the guide that says so"`
	Why      strict.Text     `yaml:"why" doc:"the explanation that copychief explain shows, in Markdown"`
	Files    []strict.Text   `yaml:"files" doc:"globs of the drafts that the rule is for, relative to the folder of .copychief.yml"`
	Profile  []strict.Text   `yaml:"profile" doc:"profiles with which the rule runs"`
	Language []strict.Text   `yaml:"language" doc:"languages of the drafts that the rule is for, such as en"`
	Examples *examplesSchema `yaml:"examples" doc:"drafts that the rule flags and drafts that it does not; copychief rules test checks them"`
}

func (s *common) shared() *common { return s }

// located is what the kinds that look at texts may say in addition.
type located struct {
	In    []strict.Text `yaml:"in" doc:"where the rule looks: headline, title, description, headings, prose, introduction, last-paragraph, quotations, block-quotes, link-texts, alt, captions, lists, tables, body (all of it, quotations too), everywhere, or “field NAME”"`
	NotIn []strict.Text `yaml:"not-in" doc:"where it does not look"`
}

type basisSchema struct {
	Source strict.Text `yaml:"source" doc:"title of the guide"`
	URL    strict.Text `yaml:"url" doc:"its address"`
}

// basis returns the basis that is declared; usual is the one for what is left out.
func (s *basisSchema) basis(d *strict.Decoder, usual lint.Basis) lint.Basis {
	b := usual
	if s.Source.Node != nil {
		b.Source, b.URL = oneLine(d, s.Source, longMessage), ""
	}
	if t := s.URL; t.Node != nil {
		if b.URL = oneLine(d, t, longMessage); !strings.HasPrefix(b.URL, "https://") && !strings.HasPrefix(b.URL, "http://") {
			d.Fail(t.Node, "%s is no address; write one that begins with https://", strict.Quoted(t.Value))
		}
	}
	return b
}

// oneLine checks a text that must fit on one line, and returns it.
func oneLine(d *strict.Decoder, t strict.Text, longest int) string {
	s := strings.Join(strings.Fields(t.Value), " ")
	switch {
	case t.Node == nil:
	case s == "":
		d.Fail(t.Node, "this text is empty; write one, or take it out")
	case len(s) > longest:
		d.Fail(t.Node, "%s is too long; %d bytes are the most", strict.Quoted(s), longest)
	case strict.Printable(s) != s:
		d.Fail(t.Node, "%s has characters that cannot be shown; take them out", strict.Quoted(s))
	}
	return s
}

func severityOf(d *strict.Decoder, t strict.Text) lint.Severity {
	s, ok := lint.ParseSeverity(t.Value)
	if !ok {
		d.Fail(t.Node, "%s", strict.Unknown("severity", t.Value, []string{"off", "advice", "warning", "error"}))
	}
	return s
}

// spec is a decoded rule of one kind.
type spec interface {
	shared() *common
	// compile returns the checker, after reporting what is wrong to the compiler.
	compile(c *compiler) checker
}

// checker is what a kind of rule does on a draft that the rule applies to.
type checker interface{ check(p *lint.Pass) }

// kind is one kind of rule.
type kind struct {
	key   string // the key that names it
	about string
	spec  func() spec
}

// kinds returns the kinds, in the order in which messages list them.
func kinds() []kind {
	return []kind{
		{"phrases", "words or phrases to flag", func() spec { return &phrasesSpec{} }},
		{"replace", "words or phrases and what to write instead", func() spec { return &replaceSpec{} }},
		{"spelling", "names with one right spelling", func() spec { return &spellingSpec{} }},
		{"one-of", "spellings of which an article uses one", func() spec { return &oneOfSpec{} }},
		{"glossary", "a table of terms in a .csv or .yml file", func() spec { return &glossarySpec{} }},
		{"pattern", "a regular expression", func() spec { return &patternSpec{} }},
		{"limit", "a number with a minimum or maximum", func() spec { return &limitSpec{} }},
		{"require", "what every article must have", func() spec { return &requireSpec{} }},
		{"forbid", "what no article may have", func() spec { return &forbidSpec{} }},
	}
}

// Kinds returns the kinds of rules, for the JSON Schema of a configuration.
func Kinds() (all []config.HouseKind) {
	for _, k := range kinds() {
		all = append(all, config.HouseKind{Key: k.key, About: k.about, Type: reflect.TypeOf(k.spec()).Elem()})
	}
	return all
}

func kindNames() (names []string) {
	for _, k := range kinds() {
		names = append(names, k.key)
	}
	return names
}

// compiler turns one rule into a [Declared].
type compiler struct {
	*strict.Decoder
	loader *loader
	from   *source
	name   string
	at     *yaml.Node // the name
	common *common
	unread bool // some keys could not be read, so that what seems to be missing may be there

	summary  string
	digest   string        // of the files that the rule names
	severity lint.Severity // the worst of its parts, if they have their own
	articles bool          // it is about articles as a whole
	needs    []lint.Need
	scope    scope
	phrases  []string // as listed
}

// compile returns the rule, or nil if something is wrong with it.
func (c *compiler) compile(n *yaml.Node) *Declared {
	before := len(c.Problems)
	k := c.kindOf(n)
	if k == nil {
		return nil
	}
	s := k.spec()
	c.Structure(n, reflect.ValueOf(s).Elem(), "rule "+strict.Quoted(c.name))
	c.unread = len(c.Problems) > before
	c.common = s.shared()
	inner := s.compile(c)
	r := c.rule(inner)
	r.Kind = k.key
	r.Examples = readExamples(c, c.common.Examples)
	r.Docs = docs(r, c.common.Why.Value)
	if len(c.Problems) > before {
		return nil
	}
	return r
}

// kindOf returns the kind of a rule: the one of whose keys it has exactly one.
func (c *compiler) kindOf(n *yaml.Node) (found *kind) {
	names := kindNames()
	if c.name == "rules" || c.name == "packs" {
		c.Fail(c.at, "%s does not belong here: rules are directly below “house”, and packs beside it; delete or move this line", strict.Quoted(c.name))
		return nil
	}
	if c.belongsInside(n) {
		c.Fail(c.at, "%s belongs inside a rule: indent it below the rule’s name", strict.Quoted(c.name))
		return nil
	}
	if strict.IsNull(n) {
		c.Fail(c.at, "rule %s is empty; indent what it says below its name", strict.Quoted(c.name))
		return nil
	}
	if n.Kind != yaml.MappingNode {
		c.Fail(c.at, "rule %s does not say what it looks for; give it one of: %s", strict.Quoted(c.name), strings.Join(names, ", "))
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
			c.Fail(key, "rule %s has both %s and %s; make two rules of it", strict.Quoted(c.name), strict.Quoted(first), strict.Quoted(key.Value))
			return nil
		}
		found, first = &kinds()[at], key.Value
	}
	if found != nil {
		return found
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if near := strict.Nearest(n.Content[i].Value, names); near != "" {
			c.Fail(n.Content[i], "rule %s: unknown key %s; did you mean %s?", strict.Quoted(c.name), strict.Quoted(n.Content[i].Value), strict.Quoted(near))
			return nil
		}
	}
	c.Fail(c.at, "rule %s does not say what it looks for; give it one of: %s", strict.Quoted(c.name), strings.Join(names, ", "))
	return nil
}

// belongsInside reports whether what looks like a rule is a key of one, a level too far left.
func (c *compiler) belongsInside(n *yaml.Node) bool {
	keys := kindNames()
	for _, f := range strict.FieldsOf(reflect.TypeFor[common]()) {
		keys = append(keys, f.Name)
	}
	for _, f := range strict.FieldsOf(reflect.TypeFor[located]()) {
		keys = append(keys, f.Name)
	}
	return slices.Contains(keys, c.name) && (n.Kind != yaml.MappingNode || !slices.ContainsFunc(kindNames(), func(kind string) bool { return has(n, kind) }))
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
func (c *compiler) rule(inner checker) *Declared {
	s := c.common
	if s.Summary.Node != nil {
		c.summary = oneLine(c.Decoder, s.Summary, longMessage)
	}
	r := &lint.Rule{
		Name: c.name, Family: lint.HouseFamily, Summary: c.summary, Severity: lint.Warning,
		Basis: c.from.basis, Needs: c.needs, Articles: c.articles && len(s.Files) == 0,
		Anywhere: len(s.Files) > 0, // whoever names files means them, whatever they are
	}
	for _, severity := range []lint.Severity{c.from.severity, c.severity} {
		if severity != lint.Unset {
			r.Severity = severity
		}
	}
	if s.Severity.Node != nil {
		r.Severity = severityOf(c.Decoder, s.Severity)
	}
	if r.Severity == lint.Off {
		r.Severity, r.Off = lint.Warning, true
	}
	if s.Basis != nil {
		r.Basis = s.Basis.basis(c.Decoder, r.Basis)
	}
	if len(s.Why.Value) > longText {
		c.Fail(s.Why.Node, "“why” has %d bytes, and %d are the most", len(s.Why.Value), longText)
	}
	r.Languages = c.languages()
	for _, p := range s.Profile {
		if !slices.Contains(config.Profiles, p.Value) {
			c.Fail(p.Node, "%s", strict.Unknown("profile", p.Value, config.Profiles))
		}
		r.Profiles = append(r.Profiles, p.Value)
	}
	g := &guard{inner: inner, globs: c.globs(s.Files), prefix: c.prefix(), regions: c.regions()}
	r.New = func() lint.Checker { return g }
	return &Declared{Rule: r, File: c.File, Line: c.at.Line, scope: c.scope, phrases: c.phrases}
}

// few joins words for a summary: the first few, and how many more there are.
func few(words []string) string {
	const shown = 3
	more := ""
	if n := len(words); n > shown {
		words, more = words[:shown], fmt.Sprintf(" and %d more", n-shown)
	}
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = "“" + lint.Clip(40, w) + "”"
	}
	return strings.Join(list, ", ") + more
}
