package house

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// glossarySpec is a rule with a table of terms.
type glossarySpec struct {
	common
	located
	matching
	fixing
	Glossary strict.Text   `yaml:"glossary" doc:"a .csv or .yml file with a term in each row: right, wrong, note, severity, section"`
	By       []strict.Text `yaml:"by" doc:"how wrong spellings are recognised of terms that list none: case, spacing and hyphens; all of them unless set"`
	Sections []strict.Text `yaml:"sections" doc:"the sections of the glossary that the rule is for; all unless set"`
}

// row is a term of a glossary.
type row struct {
	Right    strict.Text   `yaml:"right" doc:"the right form"`
	Wrong    []strict.Text `yaml:"wrong" doc:"wrong forms"`
	Note     strict.Text   `yaml:"note" doc:"what the message adds"`
	Severity strict.Text   `yaml:"severity" doc:"advice, warning or error"`
	Section  strict.Text   `yaml:"section" doc:"part of the glossary"`
}

// mostProblems is the number of problems of a glossary that are reported: a table with the
// wrong columns has one in each row.
const mostProblems = 20

func (s *glossarySpec) compile(c *compiler) checker {
	w := c.newWords(&s.located, &s.matching, "instead", "note")
	w.names, w.fix = true, readFix(c, s.fixing)
	w.usual = func(t *term, found, write string) string {
		m := fmt.Sprintf("Glossary: write %s instead of “%s”", write, found)
		if t.note != "" {
			m += " (" + t.note + ")"
		}
		return m
	}
	g := &glossary{compiler: c, words: w, spec: s, forms: c.forms(&s.matching), by: readWays(c, s.By), right: map[string]int{}}
	terms := g.load()
	w.allowRightForms(c)
	c.summary = fmt.Sprintf("the terms of the glossary %s: %s", path.Base(s.Glossary.Value), few(terms))
	return w
}

// glossary is a glossary that is being read.
type glossary struct {
	*compiler
	words *words
	spec  *glossarySpec
	forms bool
	by    []string
	right map[string]int // the line of each right form
	terms []string

	sections []string // of all terms
}

// load reads the file and returns the right forms.
func (g *glossary) load() []string {
	t := g.spec.Glossary
	rel, inside := g.loader.inside(t.Value)
	ext := strings.ToLower(path.Ext(t.Value))
	switch {
	case t.Node == nil || t.Value == "":
		g.Fail(g.at, "rule %s: “glossary” is empty; name a .csv or .yml file", strict.Quoted(g.name))
		return nil
	case !inside:
		g.Fail(t.Node, "%s lies outside the repository; a glossary must be in it", strict.Quoted(t.Value))
		return nil
	case ext != ".csv" && ext != ".yml" && ext != ".yaml":
		g.Fail(t.Node, "glossary %s: a glossary is a file .csv, .yml or .yaml", strict.Quoted(t.Value))
		return nil
	}
	content, err := g.loader.open(rel, false)
	if err != nil {
		g.Fail(t.Node, "glossary %s: %s", strict.Quoted(t.Value), strict.Printable(err.Error()))
		return nil
	}
	sum := sha256.Sum256(content)
	g.digest = hex.EncodeToString(sum[:])
	outer := g.Decoder
	g.Decoder = &strict.Decoder{File: g.loader.shown(rel)}
	if ext == ".csv" {
		g.csv(content)
	} else {
		g.yaml(content)
	}
	unknown := g.unknownSections()
	if len(g.terms) == 0 && len(g.Problems)+len(unknown) == 0 {
		g.Fail(&yaml.Node{}, "the glossary has no terms; write one in each row, with the right form under “right”")
	}
	if n := len(g.Problems); n > mostProblems {
		g.Problems[mostProblems-1].Message = fmt.Sprintf("%d more problems from here on", n-mostProblems+1)
		g.Problems = g.Problems[:mostProblems]
	}
	outer.Problems = append(outer.Problems, g.Problems...)
	g.Decoder = outer
	for _, t := range unknown {
		g.Fail(t.Node, "%s", strict.Unknown("section", t.Value, g.sections))
	}
	return g.terms
}

// unknownSections returns the sections that the rule names and no term has.
func (g *glossary) unknownSections() (unknown []strict.Text) {
	slices.Sort(g.sections)
	g.sections = slices.DeleteFunc(slices.Compact(g.sections), func(s string) bool { return s == "" })
	for _, t := range g.spec.Sections {
		if !contains(g.sections, t.Value) {
			unknown = append(unknown, t)
		}
	}
	return unknown
}

// yaml reads a list of terms.
func (g *glossary) yaml(content []byte) {
	n := g.Document(content)
	switch {
	case n == nil:
		return
	case n.Kind != yaml.SequenceNode:
		g.Fail(n, "a glossary is a list of terms, as in - {right: GitHub, wrong: [Git Hub]}")
		return
	}
	for _, item := range n.Content {
		var r row
		g.Structure(item, reflect.ValueOf(&r).Elem(), "a term")
		if r.Right.Node == nil {
			r.Right.Node = item
		}
		g.add(&r)
	}
}

// add adds a term.
func (g *glossary) add(r *row) {
	if len(g.Problems) > mostProblems*10 {
		return
	}
	right := oneLine(g.Decoder, r.Right, longPhrase)
	if right == "" {
		return
	}
	if first, twice := g.right[right]; twice {
		g.Fail(r.Right.Node, "%s stands in the glossary twice, first on line %d; take one out", strict.Quoted(right), first)
		return
	}
	g.right[right] = r.Right.Node.Line
	g.sections = append(g.sections, r.Section.Value)
	if len(g.spec.Sections) > 0 && !hasText(g.spec.Sections, r.Section.Value) {
		return
	}
	t := &term{phrase: right, instead: []string{right}, note: oneLine(g.Decoder, r.Note, longMessage)}
	t.worst = cmp.Or(g.from.severity, lint.Warning)
	if r.Severity.Node != nil && r.Severity.Value != "" {
		t.worst = severityOf(g.Decoder, r.Severity)
	}
	if t.worst == lint.Off {
		return
	}
	g.severity = max(g.severity, t.worst)
	g.terms = append(g.terms, right)
	if len(r.Wrong) == 0 {
		recordSaying(g.compiler, right, right, r.Right.Node)
		for _, form := range spellings(right, g.by) {
			addSpelling(g.words, g.compiler, r.Right, t, form)
		}
		return
	}
	for _, wrong := range r.Wrong {
		phrase, ok := g.phrase(wrong)
		switch {
		case !ok:
		case phrase == right:
			g.Fail(wrong.Node, "%s is right and wrong at once; take it out of the wrong forms", strict.Quoted(phrase))
		default:
			recordSaying(g.compiler, phrase, right, wrong.Node)
			form := *t
			form.listed = phrase
			form.acronym = g.spec.acronym(phrase)
			g.words.add(g.compiler, &form, g.forms, g.spec.cased(), wrong.Node)
		}
	}
}

func hasText(list []strict.Text, value string) bool {
	for _, t := range list {
		if strings.EqualFold(t.Value, value) {
			return true
		}
	}
	return false
}
