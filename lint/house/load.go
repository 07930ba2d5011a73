package house

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/passage"
)

// Set is the rules that a repository declares.
type Set struct {
	Rules []*lint.Rule
	Files []string // absolute paths of the packs and glossaries that were read, or looked for

	declared []*Declared
}

// Declared is a declared rule with what only its author needs.
type Declared struct {
	*lint.Rule
	Kind     string // the key that says what it looks for: "phrases"
	File     string // where it is declared, as messages show it
	Line     int
	Examples []Example
	Notes    []string // about what the rule does not find, for its author

	scope   passage.Scope
	phrases []string
}

// Phrases returns the phrases that the rule looks for, as they are listed.
func (r *Declared) Phrases() []string { return r.phrases }

// Declared returns the rules with their examples, in the order of [Set.Rules].
func (s *Set) Declared() []*Declared { return s.declared }

// Load reads the rules that a configuration declares. known are the rules of the program,
// whose names are taken. The error is [config.Problems]; the set then has no rules, only the
// files. A configuration that declares nothing has an empty set.
func Load(f *config.File, known []*lint.Rule) (*Set, error) {
	return newLoader(f, known).load(f)
}

// newLoader returns the loader of a configuration.
func newLoader(f *config.File, known []*lint.Rule) *loader {
	l := &loader{known: known, names: map[string]place{}, read: map[string]bool{}, set: &Set{}, conf: f.House()}
	l.shared = declaration.NewShared(l)
	if l.conf != nil {
		l.dir, l.shownDir = l.conf.Dir, filepath.Dir(filepath.FromSlash(f.Name()))
	}
	return l
}

// load reads the rules and packs of the configuration.
func (l *loader) load(f *config.File) (*Set, error) {
	if l.conf == nil {
		return l.set, nil
	}
	own := &declaration.Source{File: f.Name(), Basis: lint.Basis{Kind: lint.Convention, Source: "house style, " + filepath.Base(f.Name())}}
	l.rules(own, l.conf.Rules)
	d := &strict.Decoder{File: f.Name()}
	l.packs(d, l.conf.Packs, nil)
	l.problems = append(l.problems, d.Problems...)
	if len(l.problems) > 0 {
		return &Set{Files: l.set.Files}, l.problems.Tidy()
	}
	return l.set, nil
}

// place is where a rule is declared.
type place struct {
	file string
	line int
}

// loader collects rules from the configuration and packs.
type loader struct {
	conf     *config.House
	dir      string // of the configuration; paths are relative to it
	shownDir string // the same, as messages show it
	known    []*lint.Rule
	names    map[string]place
	set      *Set
	shared   *declaration.Shared
	deferred []deferred // rules with glossaries
	files    int
	visited  int // files and folders that globs have looked at
	problems config.Problems
	read     map[string]bool // packs read so far, by path
}

// rules reads a mapping from names to rules.
func (l *loader) rules(from *declaration.Source, n *yaml.Node) {
	if n == nil {
		return
	}
	d := &strict.Decoder{File: from.File}
	if n.Kind != yaml.MappingNode && !strict.IsNull(n) {
		d.Fail(n, "“house” is a list of rules by name, as in house: {plain-words: {replace: {utilize: use}}}")
		l.problems = append(l.problems, d.Problems...)
		return
	}
	d.Pairs(n, "“house”", func(key, value *yaml.Node) {
		if len(l.set.declared) >= mostRules {
			if len(l.set.declared) == mostRules && len(d.Problems) == 0 {
				d.Fail(key, "there are more than %d rules; put words with the same message into one rule", mostRules)
			}
			return
		}
		l.rule(d, from, key, value)
	})
	l.problems = append(l.problems, d.Problems...)
}

// rule reads one rule.
func (l *loader) rule(d *strict.Decoder, from *declaration.Source, key, value *yaml.Node) {
	if !l.named(d, from, key) {
		return
	}
	c := &compiler{&declaration.Compiler{Decoder: d, Shared: l.shared, From: from, Name: key.Value, At: key}, l}
	if r := c.compile(value); r != nil {
		r.Digest = digest(from, key.Value, value, c.Digest)
		l.set.Rules = append(l.set.Rules, r.Rule)
		l.set.declared = append(l.set.declared, r)
		if c.Deferrable {
			l.deferred = append(l.deferred, deferred{r, c})
		}
	}
}

// named checks the name of a rule and reserves it.
func (l *loader) named(d *strict.Decoder, from *declaration.Source, key *yaml.Node) bool {
	name := key.Value
	if !ValidName(name) {
		d.Fail(key, "%s is not a name for a rule; write lower-case letters, digits and hyphens, such as plain-words", strict.Quoted(name))
		return false
	}
	same := func(r *lint.Rule) bool { return r.Name == name || string(r.Family) == name }
	if slices.ContainsFunc(l.known, same) || name == string(lint.HouseFamily) {
		d.Fail(key, "%s is the name of a rule or family of copychief; choose another one, such as house-%s", strict.Quoted(name), name)
		return false
	}
	if first, taken := l.names[name]; taken {
		d.Fail(key, "there is already a rule %s (%s, line %d); rename one of them", strict.Quoted(name), first.file, first.line)
		return false
	}
	l.names[name] = place{from.File, key.Line}
	return true
}

// ValidName reports whether a name is one for a rule: lower-case letters, digits and hyphens.
func ValidName(name string) bool {
	const longest = 60
	if name == "" || len(name) > longest || name[0] == '-' || name[len(name)-1] == '-' {
		return false
	}
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || name[i-1] == '-') {
			return false
		}
	}
	return true
}

// digest identifies the content of a rule: what is written, the defaults of its file, and
// the files that it names.
func digest(from *declaration.Source, name string, value *yaml.Node, more string) string {
	h := sha256.New()
	write := func(s string) { h.Write([]byte(s)); h.Write([]byte{0}) }
	write(name)
	write(string(from.Basis.Kind) + from.Basis.Source + from.Basis.URL + from.Severity.String())
	write(more)
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		write(n.ShortTag())
		write(n.Value)
		for _, c := range n.Content {
			walk(c)
		}
		write("end")
	}
	walk(value)
	for _, t := range from.Language {
		write(t.Value)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Covers reports whether the rule is for drafts at a path, relative to the folder of the
// configuration.
func (r *Declared) Covers(path string) bool {
	g, ok := r.New().(*guard)
	return !ok || g.covers(path)
}

// Unrestricted returns the rule without what restricts it to certain drafts: it runs on
// every draft, whatever its path, its kind and the profile. It is for examples.
func (r *Declared) Unrestricted() *lint.Rule {
	free := *r.Rule
	free.Off, free.Articles, free.Anywhere, free.Profiles = false, false, true, nil
	if g, ok := r.New().(*guard); ok {
		inner := &guard{inner: g.inner, where: g.where}
		free.New = func() lint.Checker { return inner }
	}
	return &free
}
