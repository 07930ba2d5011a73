package lint_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// loud is a checker; its fields with yaml tags are the options of its rule.
type loud struct {
	Max int `yaml:"max" doc:"exclamation marks of an article"`
}

// Check implements [lint.Checker].
func (r *loud) Check(p *lint.Pass) {
	n := 0
	for _, b := range p.Doc.Paragraphs() {
		if n += strings.Count(b.Text.String(), "!"); n > r.Max {
			p.Report(lint.Finding{Span: b.Text.All(), Message: fmt.Sprintf("%d exclamation marks; %d are enough", n, r.Max)})
			return
		}
	}
}

// A rule is a value with a function that makes a checker. The engine runs it on drafts in
// memory.
func Example() {
	rule := &lint.Rule{
		Name: "loud-article", Family: lint.HouseFamily, Severity: lint.Warning,
		Summary: "the article has many exclamation marks",
		Basis:   lint.Basis{Kind: lint.Convention, Source: "House style"},
		New:     func() lint.Checker { return &loud{Max: 1} },
	}
	e, err := engine.New([]*lint.Rule{rule}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	result, err := e.Run(context.Background(), false, engine.Draft{Path: "pier.md", Content: []byte("It is open!\n\nAt last!")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range result.Findings.All() {
		fmt.Println(f.Path, f.From.Line, f.Severity, f.Message)
	}
	// Output: pier.md 3 warning 2 exclamation marks; 1 are enough
}
