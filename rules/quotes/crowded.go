package quotes

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed crowded.txtar
var crowdedDocs string

// Crowded flags a paragraph in which two people are quoted.
var Crowded = &lint.Rule{
	Name:     "crowded-quotes",
	Family:   lint.QuotesFamily,
	Summary:  "two speakers are quoted in one paragraph",
	Severity: lint.Advice,
	Off:      true, // explained in the documentation of the rule
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters Handbook of Journalism on quotations: a new speaker begins a new paragraph",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Articles:  true,
	Docs:      crowdedDocs,
	New:       func() lint.Checker { return &crowded{Words: 5} },
}

type crowded struct {
	Words int `yaml:"words" doc:"minimum length, in words, of a quotation that counts"`
}

// Check compares each quotation of whole sentences with the previous one in the paragraph.
// It compares only names beside a verb: "she" and "the mayor" may be one person, and a
// quotation after a colon may be part of a dialogue.
func (r *crowded) Check(p *lint.Pass) {
	pack := wordpack.Of(p.Doc.Language)
	var before *quotes.Quote
	var name string
	all := quotes.Of(p.Doc)
	for i := range all {
		q := &all[i]
		if q.BlockQuotation || !q.Full || q.Words < r.Words || q.Cue == nil {
			continue
		}
		if goesOn(p.Doc.Blocks[q.Block].Text.String()[q.End:], pack.List("clause-links")) {
			continue // the author's sentence continues, and its next name need not be the speaker
		}
		last := surname(q.Speaker, pack)
		if last == "" || !wholly(q.Speaker) {
			continue
		}
		if before != nil && before.Block == q.Block && last != name &&
			!strings.Contains(q.Speaker.Text, name) && !strings.Contains(before.Speaker.Text, last) {
			p.Report(lint.Finding{
				Span: q.Span,
				Message: fmt.Sprintf("“%s” is quoted in the paragraph of “%s”; begin a new one for each speaker",
					lint.Clip(24, q.Speaker.Text), lint.Clip(24, before.Speaker.Text)),
				Related: append([]lint.Related{{Span: before.Span, Message: "the quotation before"}}, readAs(q)...),
			})
		}
		before, name = q, last
	}
}

// goesOn reports whether a text begins with one of the words, with a space on both sides.
func goesOn(text string, words []string) bool {
	text, spaced := strings.CutPrefix(text, " ")
	return spaced && slices.ContainsFunc(words, func(word string) bool {
		rest, ok := strings.CutPrefix(text, word)
		return ok && strings.HasPrefix(rest, " ")
	})
}
