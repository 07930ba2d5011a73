package drafting

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
)

//go:embed syntax.txtar
var syntaxDocs string

// Syntax reports what the parser could not read.
var Syntax = &lint.Rule{
	Name:     "syntax",
	Family:   lint.DraftingFamily,
	Summary:  "a part of the draft cannot be read",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "The specifications of UTF-8, YAML, TOML, JSON and HTML",
		URL:    "https://yaml.org/spec/1.2.2/",
	},
	Always: true,
	Docs:   syntaxDocs,
	New:    func() lint.Checker { return &syntax{} },
}

type syntax struct{}

// Check passes on the parser's diagnostics.
func (syntax) Check(p *lint.Pass) {
	for _, problem := range p.Doc.Problems {
		p.Report(lint.Finding{Span: problem.Span, Message: problem.Message})
	}
}
