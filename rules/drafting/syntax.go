package drafting

import (
	"bytes"
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
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "The specifications of UTF-8, YAML, TOML, JSON and HTML",
		URL:    "https://yaml.org/spec/1.2.2/",
	},
	Structure: true, // one program or habit may have written the same into a thousand drafts
	Always:    true,
	Docs:      syntaxDocs,
	New:       func() lint.Checker { return &syntax{} },
}

type syntax struct{}

// Check passes on the parser's diagnostics. The front matter of a template may contain
// tags that are filled in before it is read.
func (syntax) Check(p *lint.Pass) {
	for _, problem := range p.Doc.Problems {
		if p.Kind == lint.KindTemplate && !problem.Unchecked && problem.Span.Start < p.Doc.Meta.Span.End && bytes.Contains(p.Doc.Source.Bytes[:p.Doc.Meta.Span.End], []byte("{{")) {
			continue
		}
		p.Report(lint.Finding{Span: problem.Span, Message: problem.Message})
	}
}
