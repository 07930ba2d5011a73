package keyphrase

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed missing.txtar
var missingDocs string

// Missing flags an article without a keyphrase.
var Missing = &lint.Rule{
	Name:     "missing-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "no keyphrase is declared",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House practice: a keyphrase is planned with the article; no search engine reads the field",
	},
	Off:      true,
	Articles: true,
	Docs:     missingDocs,
	New:      func() lint.Checker { return &missing{} },
}

type missing struct{}

// Check requires a declared keyphrase with at least one word.
func (missing) Check(p *lint.Pass) {
	if keyphrase.Of(p.Doc) != nil {
		return
	}
	f := lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Head(),
		Message: "No keyphrase is declared; say in “keyphrase” what the article should be found for",
	}
	if field := p.Doc.Meta.Get(lint.RoleKeyphrase); field.Present() && field.Whole.End > 0 {
		f.Span = field.Whole
		f.Message = "Keyphrase is empty; say what the article should be found for, or drop the field"
	}
	p.Report(f)
}
