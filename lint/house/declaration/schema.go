// Package declaration reads what the kinds of house rules have in common.
//
// A [Spec] is the decoded YAML of one rule; each kind has one, in a package of its own, made of
// the parts in this package ([Common], [Located], [Matching], [Fixing]) and of keys of its own.
// A [Compiler] goes with it while it becomes a checker: it collects mistakes with file, line and
// column, reads places, messages, expressions and phrases, and takes what the kind says about
// its rule. What the rules of a configuration share, above all the index of their phrases and
// how many there are, is in [Shared].
//
// The trade-off: reading goes on after a mistake, so that all mistakes are reported together. The
// checker of a rule with a mistake may be incomplete; it is discarded.
package declaration

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/fitting"
)

// Spec is a decoded rule of one kind.
type Spec interface {
	Shared() *Common
	// Compile returns the checker, after reporting what is wrong to the compiler.
	Compile(c *Compiler) lint.Checker
}

// Common is what every kind of rule may say.
type Common struct {
	Message  strict.Text   `yaml:"message" doc:"what the finding says: what is wrong, then what to do"`
	Summary  strict.Text   `yaml:"summary" doc:"one line about the rule for lists, in small letters and without a full stop"`
	Severity strict.Text   `yaml:"severity" doc:"off, advice, warning or error"`
	Basis    *Basis        `yaml:"basis" as:"basis: {source: Our style guide}" doc:"the guide that says so"`
	Why      strict.Text   `yaml:"why" doc:"the explanation that copychief explain shows, in Markdown"`
	Files    []strict.Text `yaml:"files" doc:"globs of the drafts that the rule is for, relative to the folder of .copychief.yml"`
	Profile  []strict.Text `yaml:"profile" doc:"profiles with which the rule runs"`
	Language []strict.Text `yaml:"language" doc:"languages of the drafts that the rule is for, such as en"`
	Where    *Condition    `yaml:"where" as:"where: {field: sponsor}" doc:"only in drafts of which this is true"`
	Examples *Examples     `yaml:"examples" as:"examples: {bad: [a draft with the fault], good: [one without it]}" doc:"drafts that the rule flags and drafts that it does not; copychief rules test checks them"`
}

// Shared returns what every kind may say.
func (s *Common) Shared() *Common { return s }

// Condition is what must be true of the drafts that a rule is for.
type Condition struct {
	Field  strict.Text   `yaml:"field" doc:"a front matter field that has a value"`
	Values []strict.Text `yaml:"values" doc:"values of that field, of which it must have one"`
	Link   []strict.Text `yaml:"link" doc:"a host or path that a link of the draft leads to, or several of which one is enough"`
	Rel    strict.Text   `yaml:"rel" doc:"a relation of a link of the draft, such as sponsored"`
	Image  bool          `yaml:"image" doc:"the draft has an image"`
}

// Located is what the kinds that look at texts may say in addition.
type Located struct {
	In    []strict.Text `yaml:"in" doc:"where the rule looks: headline, title, description, headings, h2 to h6, prose, introduction, last-paragraph, quotations, block-quotes, link-texts, alt, captions, lists, tables, footnotes, addresses (inside domains and mail addresses, too), source (the file as it is written; for “pattern”), body (all of it, quotations too), everywhere, or “field NAME”"`
	NotIn []strict.Text `yaml:"not-in" doc:"where it does not look"`
}

// Basis is the guide that rules come from.
type Basis struct {
	Source strict.Text `yaml:"source" doc:"title of the guide"`
	URL    strict.Text `yaml:"url" doc:"its address"`
}

// Matching is how the kinds with phrases compare them.
type Matching struct {
	Forms     *bool         `yaml:"forms" doc:"also find inflected forms (uses, used, using); true unless set in English; in German, true finds words with the usual endings"`
	MatchCase *bool         `yaml:"match-case" doc:"capitals count; unless set, only those of a phrase in capitals, such as IT"`
	Except    []strict.Text `yaml:"except" doc:"longer phrases in which the words are right; one with a capital holds only as it is written"`
	NotAfter  []strict.Text `yaml:"not-after" doc:"words directly before a phrase that make it right; one with a capital holds only as it is written"`
	NotBefore []strict.Text `yaml:"not-before" doc:"words directly after a phrase that make it right"`
	Once      bool          `yaml:"once" doc:"report a phrase once for each draft, with the number of its places"`
	Written   bool          `yaml:"right-as-written" doc:"what is right (“except”) counts with its own capitals only, also where a sentence begins"`
	Signs     bool          `yaml:"match-signs" doc:"a straight and a curly apostrophe, a quotation mark and a hyphen are found as they are written here only"`
}

// Fixing is what the kinds with fixes may say about them.
type Fixing struct {
	Fix strict.Text `yaml:"fix" doc:"what the fixes are: safe (--fix writes them wherever the words around stay right), unsafe (only --fix=all does), or none; unless set, --fix writes those that are certain"`
}

// Examples are the drafts that a rule must flag, and must not.
type Examples struct {
	Bad  []*yaml.Node `yaml:"bad" doc:"drafts that the rule flags"`
	Good []*yaml.Node `yaml:"good" doc:"drafts that it does not flag"`
}

// Of returns the basis that is declared; usual is the one for what is left out.
func (s *Basis) Of(d *strict.Decoder, usual lint.Basis) lint.Basis {
	b := usual
	if s.Source.Node != nil {
		b.Source, b.URL = OneLine(d, s.Source, LongMessage), ""
	}
	if t := s.URL; t.Node != nil {
		if b.URL = OneLine(d, t, LongMessage); !strings.HasPrefix(b.URL, "https://") && !strings.HasPrefix(b.URL, "http://") {
			d.Fail(t.Node, "%s is not an address; write one that begins with https://", strict.Quoted(t.Value))
		}
	}
	return b
}

// Cased reports whether capitals count in all phrases.
func (m *Matching) Cased() bool { return m.MatchCase != nil && *m.MatchCase }

// Acronym reports whether the capitals of a phrase count, since it has no other letters: “IT” is
// not “it”.
func (m *Matching) Acronym(phrase string) bool {
	return m.MatchCase == nil && fitting.Upper(phrase) && fitting.Letters(phrase) > 1
}
