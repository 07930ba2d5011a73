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
	Languages: []string{"en"},
	Docs:      uncitedClaimDocs,
	New:       func() lint.Checker { return &uncitedClaim{Figures: true} },
}

type uncitedClaim struct {
	Figures bool `yaml:"figures" doc:"whether sums, counts of people, comparisons and rankings need a source as well"`
}

// Check looks at the author's sentences only; what somebody says in a quotation is
// for the speaker to prove. An authority without a name and a share of people always
// lean on somebody; other figures may be the author's own or well known, so a finding
// about one is milder, and there is one a paragraph at most.
func (r *uncitedClaim) Check(p *lint.Pass) {
	prose, keys := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc)
	c := citations{doc: p.Doc, prose: prose}
	sentence, figured := 0, lint.None // figured is the last block with a figure
	for at := 0; at < len(keys); at++ {
		if !leading(&prose.Words[at], keys[at]) {
			continue
		}
		for int(prose.Sentences[sentence].To) <= at {
			sentence++
		}
		s := &prose.Sentences[sentence]
		first := at - int(s.From)
		at = int(s.To) - 1 // the sentence is looked at as a whole
		i, block := int(s.Block), &p.Doc.Blocks[s.Block]
		if !block.Prose() || block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote {
			continue
		}
		figures := r.Figures && block.Kind != lint.Cell && figured != i
		found := claimIn(block.Text.String(), prose.Words[s.From:s.To], keys[s.From:s.To], first, figures)
		if found.mild {
			figured = i
		}
		if found.what != "" && !c.cited(s, found) {
			found.report(p, block)
		}
	}
}

func (c *claim) report(p *lint.Pass, block *lint.Block) {
	f := lint.Finding{
		Span:    block.Text.Span(c.start, c.end),
		Message: fmt.Sprintf("“%s” %s; link to it or name it", lint.Shorten(block.Text.Slice(c.start, c.end), 40), c.what),
	}
	if c.mild {
		f.Severity = lint.Advice
	}
	p.Report(f)
}
