package wording

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
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
)

// Glossary is a rule with a table of terms.
type Glossary struct {
	declaration.Common
	declaration.Located
	declaration.Matching
	declaration.Fixing
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

// Compile implements [declaration.Spec].
func (s *Glossary) Compile(c *declaration.Compiler) lint.Checker {
	w := c.NewWords(&s.Located, &s.Matching, "instead", "note")
	w.Names, w.Fix = true, c.Fixing(s.Fixing)
	w.Usual = func(t *phrase.Term, found, write string) string {
		m := fmt.Sprintf("Glossary: write %s instead of “%s”", write, found)
		if t.Note != "" {
			m += " (" + t.Note + ")"
		}
		return m
	}
	g := &glossary{Compiler: c, words: w, spec: s, forms: c.Forms(&s.Matching), by: readWays(c, s.By), right: map[string]int{}}
	file, content, ok := g.open()
	c.Deferrable = ok
	switch {
	case ok && c.Later:
		g.readLater(file, content)
	case ok:
		g.read(file, content)
		c.AllowRightForms(w)
	}
	c.Summary = fmt.Sprintf("the terms of the glossary %s: %s", path.Base(s.Glossary.Value), finding.Few(g.terms))
	return w
}

// readLater reads the glossary when the first draft is checked. It has been read before without a
// problem, so that nothing is reported.
func (g *glossary) readLater(file string, content []byte) {
	own := *g.Compiler
	own.Decoder, own.Settled = &strict.Decoder{File: g.File}, true
	g.Compiler = &own
	g.Index.Later(func() {
		g.read(file, content)
		own.AllowRightForms(g.words)
		if len(own.Problems) > 0 {
			panic(fmt.Sprintf("the glossary %s was right when it was read before: %v", file, own.Problems[0]))
		}
	})
}

// glossary is a glossary that is being read.
type glossary struct {
	*declaration.Compiler
	words *phrase.Words
	spec  *Glossary
	forms bool
	by    []string
	right map[string]int // the line of each right form
	terms []string

	sections []string // of all terms
}

// open returns the content of the file, and the file as messages show it.
func (g *glossary) open() (file string, content []byte, ok bool) {
	t := g.spec.Glossary
	rel, inside := g.Files.Inside(t.Value)
	switch ext := strings.ToLower(path.Ext(t.Value)); {
	case t.Node == nil || t.Value == "":
		g.Fail(g.At, "rule %s: “glossary” is empty; name a .csv or .yml file", strict.Quoted(g.Name))
		return "", nil, false
	case !inside:
		g.Fail(t.Node, "%s lies outside the repository; a glossary must be in it", strict.Quoted(t.Value))
		return "", nil, false
	case ext != ".csv" && ext != ".yml" && ext != ".yaml":
		g.Fail(t.Node, "glossary %s: a glossary must be a .csv, .yml or .yaml file", strict.Quoted(t.Value))
		return "", nil, false
	}
	content, err := g.Files.Open(rel)
	if err != nil {
		if !declaration.FailIn(g.Decoder, g.Files.Shown(rel), err) {
			g.Fail(t.Node, "glossary %s: %s", strict.Quoted(t.Value), strict.Printable(err.Error()))
		}
		return "", nil, false
	}
	sum := sha256.Sum256(content)
	g.Digest = hex.EncodeToString(sum[:])
	return g.Files.Shown(rel), content, true
}

// read reads the terms.
func (g *glossary) read(file string, content []byte) {
	outer := g.Decoder
	g.Decoder = &strict.Decoder{File: file}
	if strings.EqualFold(path.Ext(file), ".csv") {
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
}

// unknownSections returns the sections that the rule names and no term has.
func (g *glossary) unknownSections() (unknown []strict.Text) {
	slices.Sort(g.sections)
	g.sections = slices.DeleteFunc(slices.Compact(g.sections), func(s string) bool { return s == "" })
	for _, t := range g.spec.Sections {
		if !passage.Contains(g.sections, t.Value) {
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
	right := declaration.OneLine(g.Decoder, r.Right, phrase.Longest)
	if right == "" {
		return
	}
	if first, twice := g.right[right]; twice {
		g.Fail(r.Right.Node, "%s is already in the glossary on line %d; delete one", strict.Quoted(right), first)
		return
	}
	g.right[right] = r.Right.Node.Line
	g.sections = append(g.sections, r.Section.Value)
	if len(g.spec.Sections) > 0 && !hasText(g.spec.Sections, r.Section.Value) {
		return
	}
	t := &phrase.Term{Phrase: right, Instead: []string{right}, Note: declaration.OneLine(g.Decoder, r.Note, declaration.LongMessage)}
	t.Worst = cmp.Or(g.From.Severity, lint.Warning)
	if r.Severity.Node != nil && r.Severity.Value != "" {
		t.Worst = declaration.SeverityOf(g.Decoder, r.Severity)
	}
	if t.Worst == lint.Off {
		return
	}
	g.Severity = max(g.Severity, t.Worst)
	g.terms = append(g.terms, right)
	if len(r.Wrong) == 0 {
		declaration.RecordSaying(g.Compiler, right, right, r.Right.Node)
		for _, form := range spellings(right, g.words.Lang, g.by) {
			addSpelling(g.words, g.Compiler, r.Right, t, form)
		}
		return
	}
	for _, wrong := range r.Wrong {
		text, ok := g.Phrase(wrong)
		switch {
		case !ok:
		case text == right:
			g.Fail(wrong.Node, "%s is right and wrong at once; remove it from the wrong forms", strict.Quoted(text))
		default:
			declaration.RecordSaying(g.Compiler, text, right, wrong.Node)
			form := *t
			form.Listed = text
			form.Acronym = g.spec.Acronym(text)
			g.Add(g.words, &form, g.forms, g.spec.Cased(), wrong.Node)
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
