package links

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed uncited_claim.txtar
var uncitedClaimDocs string

// UncitedClaim flags a claim of research or numbers that names no source.
var UncitedClaim = &lint.Rule{
	Name:     "uncited-claim",
	Family:   lint.LinksFamily,
	Summary:  "a statistic or a study is cited without a source",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing; BBC Editorial Guidelines, section 3 Accuracy",
		URL:    "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
	},
	Needs: []lint.Need{lint.NeedsEnglish},
	Docs:  uncitedClaimDocs,
	New:   func() lint.Checker { return &uncitedClaim{} },
}

type uncitedClaim struct{}

// Check looks at the author's sentences only; what somebody says in a quotation is
// for the speaker to prove.
func (uncitedClaim) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Prose() {
		if block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote {
			continue
		}
		var sourced, asked bool
		for _, s := range prose.SentencesIn(i) {
			c := claimIn(block.Text.String(), prose.Words[s.From:s.To])
			if c.what == "" {
				continue
			}
			if !asked {
				sourced, asked = hasSource(p.Doc, i), true
			}
			if !sourced && !namesSource(block.Text.String(), prose.Words[s.From:s.To]) {
				p.Report(lint.Finding{
					Span:    block.Text.Span(c.start, c.end),
					Message: fmt.Sprintf("“%s” %s; link to it or name it", short(block.Text.Slice(c.start, c.end), 40), c.what),
				})
			}
		}
	}
}

// hasSource reports whether a paragraph links to something, has a footnote, or
// cites in brackets.
func hasSource(d *lint.Document, block int) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Block == block && (l.Kind == lint.External || l.Kind == lint.Internal) {
			return true
		}
	}
	for _, m := range d.Blocks[block].Marks {
		if m.Kind == lint.MarkFootnote || m.Kind == lint.MarkCite {
			return true
		}
	}
	return cites(d.Blocks[block].Text.String())
}
