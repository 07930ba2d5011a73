package quotes

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed unbalanced.txtar
var unbalancedDocs string

// Unbalanced flags a quotation mark without its partner.
var Unbalanced = &lint.Rule{
	Name:     "unbalanced-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation mark is not closed, or closes nothing",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "AP on quotation marks: speech over several paragraphs closes at its end only",
	},
	Docs: unbalancedDocs,
	New:  func() lint.Checker { return &unbalanced{} },
}

type unbalanced struct{}

// Check reports the marks that found no partner.
func (unbalanced) Check(p *lint.Pass) {
	for _, s := range language.PairingOf(p.Doc).Stray {
		text := p.Doc.Blocks[s.Block].Text
		mark := text.Slice(s.Start, s.End)
		message := fmt.Sprintf("Quotation mark %s before “%s” never closes; close it where the speech ends", mark, opening(text.Slice(s.End, text.Len())))
		if !s.Opening {
			message = fmt.Sprintf("Quotation mark %s closes nothing; add the opening one or drop it", mark)
		}
		p.Report(lint.Finding{Span: text.Span(s.Start, s.End), Message: message})
	}
}
