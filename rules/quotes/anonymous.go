package quotes

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed anonymous.txtar
var anonymousDocs string

// Anonymous flags a quotation whose speaker has no name.
var Anonymous = &lint.Rule{
	Name:     "anonymous-source",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation comes from a source without a name",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "NPR Ethics Handbook, Transparency: identify a source as clearly as possible; AP on anonymous sources",
		URL:    "https://www.npr.org/about-npr/688413430/transparency",
	},
	Needs: []lint.Need{lint.NeedsEnglish},
	Docs:  anonymousDocs,
	New:   func() lint.Checker { return &anonymous{} },
}

type anonymous struct{}

// Check asks the facts about quotations. The finding sits on the words that stand
// for the speaker; a description or a reason makes it milder.
func (anonymous) Check(p *lint.Pass) {
	last := lint.Span{Start: lint.None}
	for _, q := range language.QuotesOf(p.Doc) {
		if !q.Anonymous || q.Speaker == nil || q.Speaker.Span == last {
			continue // a quotation that goes on behind its speaker is no second one
		}
		last = q.Speaker.Span
		f := lint.Finding{
			Span:    q.Speaker.Span,
			Message: fmt.Sprintf("Speaker “%s” has no name; name them, or say why you do not", q.Speaker.Text),
			Related: []lint.Related{{Span: q.Span, Message: "the quotation"}},
		}
		if q.Described {
			f.Severity = lint.Advice
			f.Message = fmt.Sprintf("Speaker “%s” is described and not named; could they be?", q.Speaker.Text)
		}
		p.Report(f)
	}
}
