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
	New:   func() lint.Checker { return &uncitedClaim{Figures: true} },
}

type uncitedClaim struct {
	Figures bool `yaml:"figures" doc:"whether sums, counts of people, comparisons and rankings need a source as well"`
}

// Check looks at the author's sentences only; what somebody says in a quotation is
// for the speaker to prove. An authority without a name and a share of people always
// lean on somebody; other figures may be the author's own or well known, so a finding
// about one is milder, and there is one a paragraph at most.
func (r *uncitedClaim) Check(p *lint.Pass) {
	prose, all := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc)
	c := citations{doc: p.Doc, prose: prose}
	for i, block := range p.Doc.Prose() {
		if block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote {
			continue
		}
		text := block.Text.String()
		figures := r.Figures && block.Kind != lint.Cell
		for _, s := range prose.SentencesIn(i) {
			words, keys := prose.Words[s.From:s.To], all[s.From:s.To]
			if !mayClaim(words, keys) {
				continue
			}
			found := claimIn(text, words, keys)
			if found.what == "" && figures {
				if found = figureIn(text, words, keys); found.what != "" {
					figures = false
					found.mild = true
				}
			}
			if found.what == "" || c.cited(i, words, found) {
				continue
			}
			f := lint.Finding{
				Span:    block.Text.Span(found.start, found.end),
				Message: fmt.Sprintf("“%s” %s; link to it or name it", lint.Shorten(block.Text.Slice(found.start, found.end), 40), found.what),
			}
			if found.mild {
				f.Severity = lint.Advice
			}
			p.Report(f)
		}
	}
}
