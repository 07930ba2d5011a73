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
	Markup:   true,
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

// Check passes on the parser's diagnostics, but not those about front matter with template
// tags, which are filled in before it is read.
func (syntax) Check(p *lint.Pass) {
	for _, problem := range p.Doc.Problems {
		if !problem.Unchecked && problem.Span.Start < p.Doc.Meta.Span.End && isFilled(p.Doc) {
			continue
		}
		p.Report(lint.Finding{Span: problem.Span, Message: problem.Message})
	}
}

// isFilled reports whether front matter has template tags.
func isFilled(d *lint.Document) bool {
	head := d.Source.Bytes[:d.Meta.Span.End]
	return bytes.Contains(head, []byte("{{")) || bytes.Contains(head, []byte("{%"))
}
