package links

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/claims"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed uncited_claim.txtar
var uncitedClaimDocs string

// UncitedClaim flags a claim about research or numbers without a source.
var UncitedClaim = &lint.Rule{
	Name:     "uncited-claim",
	Family:   lint.LinksFamily,
	Summary:  "a statistic or a study is cited without a source",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing; BBC Editorial Guidelines, section 3 Accuracy",
		URL:    "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
	},
	Languages: wordpack.WithLists("authorities", "reporting"),
	Articles:  true,
	Docs:      uncitedClaimDocs,
	New:       func() lint.Checker { return &uncitedClaim{Figures: true} },
}

type uncitedClaim struct {
	Figures     bool `yaml:"figures" doc:"whether effects, comparisons, rankings and records need a source as well"`
	Percentages bool `yaml:"percentages" doc:"whether any other percentage, sum or count of people needs one, too"`
}

// missing says what each kind of claim lacks.
var missing = map[claims.Kind]string{
	claims.Authority:  "names no study, poll or person",
	claims.Share:      "gives a share without its source",
	claims.Percentage: "is a figure without its source",
	claims.Effect:     "is a figure without its source",
	claims.Sum:        "is a sum without its source",
	claims.Count:      "is a count without its source",
	claims.Ratio:      "is a comparison without its source",
	claims.Rank:       "is a ranking without its source",
	claims.Record:     "is a record without its source",
}

// Check reports claims without a source. An unnamed authority and a share of people always
// rely on someone else; other figures may be the author's own or common knowledge.
func (r *uncitedClaim) Check(p *lint.Pass) {
	if transcript.Is(p.Doc) {
		p.Skip("a transcript of speech")
		return
	}
	for _, c := range claims.Of(p.Doc) {
		if c.Cited || c.Kind.Figure() && !r.Figures || c.Kind.Plain() && !r.Percentages {
			continue
		}
		text := p.Doc.Blocks[c.Block].Text
		f := lint.Finding{
			Span:    text.Span(c.Start, c.End),
			Message: fmt.Sprintf("“%s” %s; link to it or name it", lint.Shorten(text.Slice(c.Start, c.End), 40), missing[c.Kind]),
		}
		p.Report(f)
	}
}
