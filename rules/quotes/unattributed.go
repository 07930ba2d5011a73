package quotes

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed unattributed.txtar
var unattributedDocs string

// Unattributed flags a quotation that nobody is said to have spoken.
var Unattributed = &lint.Rule{
	Name:     "unattributed-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation has no speaker in its sentence or beside it",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing; AP on quotations",
		URL:    "https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing",
	},
	Needs: []lint.Need{lint.NeedsEnglish},
	Docs:  unattributedDocs,
	New:   func() lint.Checker { return &unattributed{Words: 5} },
}

type unattributed struct {
	Words int `yaml:"words" doc:"words from which on a quotation needs a speaker"`
}

// Check asks the facts about quotations; block quotations are judged by
// unsourced-quote.
func (r *unattributed) Check(p *lint.Pass) {
	for _, q := range language.QuotesOf(p.Doc) {
		if q.BlockQuotation || q.Words < r.Words || q.Attributed() {
			continue
		}
		p.Report(lint.Finding{
			Span:    q.Span,
			Message: fmt.Sprintf("Quotation “%s” has no speaker; say whose words these are", opening(q.Text)),
		})
	}
}
