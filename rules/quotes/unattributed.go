package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
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
	Languages: []string{"en"},
	Articles:  true,
	Docs:      unattributedDocs,
	New:       func() lint.Checker { return &unattributed{Words: 5} },
}

// usual is how many attributed quotations make it an article's habit to name speakers.
const usual = 3

type unattributed struct {
	Words int `yaml:"words" doc:"words from which on a quotation needs a speaker"`
}

// Check asks the facts about quotations; block quotations are judged by
// unsourced-quote. An article that attributes what people say forgot it here, which
// is a warning; where hardly anybody is quoted, words in marks may well be an example,
// and where nobody is, a phrase in marks is one.
func (r *unattributed) Check(p *lint.Pass) {
	quotes := quotes.Of(p.Doc)
	attributed := 0
	for _, q := range quotes {
		if q.Attributed() && q.Words >= r.Words {
			attributed++
		}
	}
	for i, q := range quotes {
		if q.BlockQuotation || q.Words < r.Words || q.Attributed() || !closed(p.Doc, q) || explained(p.Doc, q) ||
			sample(p.Doc, q) || repeats(quotes, q) || between(p.Doc, quotes[i+1:], q) {
			continue
		}
		f := lint.Finding{
			Span:    q.Span,
			Message: fmt.Sprintf("Quotation “%s” has no speaker; say whose words these are", opening(q.Text)),
		}
		if attributed == 0 && !q.Full {
			continue
		}
		if attributed < usual || guessed(p.Doc, q) {
			f.Severity = lint.Advice
		}
		p.Report(f)
	}
}

// between reports whether a quotation that is a paragraph of its own stands between two
// that name its speaker: the one before, and the next with its quotation.
func between(d *lint.Document, next []quotes.Quote, q quotes.Quote) bool {
	if q.Start > 0 || q.Block == 0 || len(next) == 0 || next[0].Block != q.Block+1 || next[0].Start > 0 || !next[0].Attributed() {
		return false
	}
	name := surname(next[0].Speaker, language.PackOf(d.Language))
	return name != "" && d.Blocks[q.Block-1].Prose() && strings.Contains(d.Blocks[q.Block-1].Text.String(), name)
}

// closed reports whether it is known where a quotation ends. Where it is not,
// unbalanced-quote says so, and all else is a guess.
func closed(d *lint.Document, q quotes.Quote) bool {
	return q.Pair == lint.None || pairing.Of(d).Pairs[q.Pair].Closed
}

// repeats reports whether the words of a quotation stand in the article with their
// speaker as well: it is set on display, as a pull quote.
func repeats(quotes []quotes.Quote, q quotes.Quote) bool {
	for i := range quotes[:min(len(quotes), mostQuotes)] {
		if o := &quotes[i]; o.Attributed() && len(o.Text) >= len(q.Text) && strings.Contains(o.Text, strings.TrimRight(q.Text, ".,")) {
			return true
		}
	}
	return false
}
