package quotes

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
)

//go:embed long.txtar
var longDocs string

// Long flags a quotation that is too long for running text.
var Long = &lint.Rule{
	Name:     "long-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation in running text goes on for too long",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: quote what only the speaker could say, paraphrase the rest; the number is ours",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Habit:     lint.Habit{Does: "have a quotation over the limit", Most: true},
	Docs:      longDocs,
	New:       func() lint.Checker { return &long{MaxWords: 100} },
}

type long struct {
	MaxWords int `yaml:"max_words" doc:"words that a quotation in running text may have"`
}

// margin is the divisor of the limit that gives the tolerance: shortening 101 words to 100
// is not worthwhile.
const margin = 10

// Check counts the words between the marks. Speech over several paragraphs, each of which
// opens with a mark, is already set off and passes. So do block quotations, a paragraph
// that is a quotation signed with a name below it or after a dash, and a quotation whose
// closing mark is missing, since nobody knows how long it is.
func (r *long) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	for _, q := range quotes.Of(p.Doc) {
		if q.BlockQuotation || q.Words <= r.MaxWords+r.MaxWords/margin || p.Doc.Blocks[q.Block].Kind == lint.Item || pairing.Of(p.Doc).Pairs[q.Pair].EndBlock != q.Block {
			continue
		}
		if q.Cue == nil && q.Start == 0 || !closed(p.Doc, q) {
			continue
		}
		p.Report(lint.Finding{
			Span: q.Span,
			Message: fmt.Sprintf("Quotation “%s” has %d words (limit %d); paraphrase a part or set it as a block",
				lint.Clip(36, opening(q.Text)), q.Words, r.MaxWords),
			Related: readAs(&q),
		})
	}
}
