package house

import (
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
)

// Example is a draft that a rule must flag, or must not.
type Example struct {
	Name  string // "bad-2": the second bad one
	Bad   bool
	Draft string
	Path  string   // of the draft, as the rule sees it
	Finds []string // the words that are flagged, in order; nil if the example does not say
	Fixed *string  // the draft after the first fix of each finding; nil if it does not say
	File  string   // where it is declared, as messages show it
	Line  int
}

type exampleSchema struct {
	Draft strict.Text   `yaml:"draft" doc:"the draft, in Markdown"`
	Path  strict.Text   `yaml:"path" doc:"path of the draft, for rules with files or with links to files"`
	Finds []strict.Text `yaml:"finds" doc:"the words that are flagged, in order"`
	Fixed strict.Text   `yaml:"fixed" doc:"the draft after fixing"`
}

// readExamples reads the examples of a rule.
func readExamples(c *compiler, s *declaration.Examples) (all []Example) {
	if s == nil {
		return nil
	}
	for _, list := range [...]struct {
		name  string
		nodes []*yaml.Node
	}{{"bad", s.Bad}, {"good", s.Good}} {
		if list.nodes != nil && len(list.nodes) == 0 {
			c.Fail(c.At, "rule %s: “%s” has no examples; write one, or delete the key", strict.Quoted(c.Name), list.name)
		}
		for i, n := range list.nodes {
			if len(all) == mostExample {
				c.Fail(n, "rule %s has more than %d examples", strict.Quoted(c.Name), mostExample)
				return all
			}
			e := readExample(c, n)
			e.Name, e.Bad, e.File, e.Line = fmt.Sprintf("%s-%d", list.name, i+1), list.name == "bad", c.File, n.Line
			all = append(all, e)
		}
	}
	return all
}

// readExample reads one example: the draft alone, or the draft with what is expected of it.
func readExample(c *compiler, n *yaml.Node) Example {
	var s exampleSchema
	before := len(c.Problems)
	if n.Kind == yaml.ScalarNode && !strict.IsNull(n) {
		s.Draft = strict.Text{Value: n.Value, Node: n}
	} else {
		c.Structure(n, reflect.ValueOf(&s).Elem(), "an example")
	}
	e := Example{Draft: s.Draft.Value, Path: s.Path.Value}
	switch {
	case strings.TrimSpace(e.Draft) == "" && len(c.Problems) > before: // it may be there, but cannot be read
	case strings.TrimSpace(e.Draft) == "":
		c.Fail(n, "an example is a draft, as in bad: [\"We utilize tools.\"]")
	case len(e.Draft) > declaration.LongText:
		c.Fail(n, "an example has %d bytes at most", declaration.LongText)
	case len(txtar.Parse([]byte(e.Draft+"\n")).Files) > 0:
		c.Fail(n, "an example cannot have a line such as “-- name --”")
	}
	for _, t := range s.Finds {
		e.Finds = append(e.Finds, t.Value)
	}
	if s.Fixed.Node != nil {
		e.Fixed = &s.Fixed.Value
	}
	return e
}

// docs returns the documentation of a rule in the layout of all rules: an explanation and
// examples.
func docs(r *Declared, why string) string {
	a := &txtar.Archive{}
	if why = strings.TrimSpace(why); why == "" {
		why = "No explanation was written for this rule; add one under “why” in " + r.File + "."
	}
	if len(txtar.Parse([]byte(why+"\n")).Files) > 0 {
		why = strings.ReplaceAll(why, "-- ", "- ")
	}
	a.Comment = []byte(why + fmt.Sprintf("\n\nDeclared in %s, line %d.\n\n", r.File, r.Line))
	for _, e := range r.Examples {
		kind, number, _ := strings.Cut(e.Name, "-")
		a.Files = append(a.Files, txtar.File{Name: kind + "/example-" + number + ".md", Data: []byte(e.Draft)})
	}
	return string(txtar.Format(a))
}
