package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed late.txtar
var lateDocs string

// Late flags a long quotation that names its speaker only at the end.
var Late = &lint.Rule{
	Name:     "late-attribution",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation of several sentences names its speaker at the end",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters Handbook of Journalism on quotations: attribute at the first break in a sentence",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Off:       true,
	Docs:      lateDocs,
	New:       func() lint.Checker { return &late{Sentences: 2, Words: 25} },
}

type late struct {
	Sentences int `yaml:"sentences" doc:"sentences of a quotation that may precede its speaker"`
	Words     int `yaml:"words" doc:"words below which a quotation is read at a glance"`
}

// Check looks at quotations followed by a speaker and a verb; a name after a dash is the
// signature of a displayed quotation. The reader already knows a speaker who was named
// shortly before, or to whom a pronoun refers.
func (r *late) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	all := quotes.Of(p.Doc)
	for i := range all {
		q := &all[i]
		if q.BlockQuotation || q.Words < r.Words || q.Cue == nil || q.Speaker.Span.Start < q.Span.End {
			continue
		}
		name := surname(q.Speaker, wordpack.Of(p.Doc.Language))
		if name == "" || known(p.Doc, q, name) {
			continue
		}
		n := len(language.SentenceEnds(q.Text, p.Doc.Language))
		if n <= r.Sentences {
			continue
		}
		p.Report(lint.Finding{
			Span:    q.Speaker.Span,
			Message: fmt.Sprintf("Speaker read as “%s” is named after %d sentences (limit %d); name them after the first", called(q.Speaker), n, r.Sentences),
			Related: []lint.Related{{Span: q.Span, Message: "the quotation"}},
		})
	}
}

// known reports whether a name occurs in the paragraph before the quotation, or in one of
// the two blocks before.
func known(d *lint.Document, q *quotes.Quote, name string) bool {
	if strings.Contains(d.Blocks[q.Block].Text.Slice(0, q.Start), name) {
		return true
	}
	for i := max(0, q.Block-2); i < q.Block; i++ {
		if strings.Contains(d.Blocks[i].Text.String(), name) {
			return true
		}
	}
	return false
}
