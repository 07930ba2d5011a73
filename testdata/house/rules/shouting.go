// Package rules holds the rules of the Harbour Post.
package rules

import (
	_ "embed"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed shouting.txtar
var shoutingDocs string

// Rules returns the rules of the house.
func Rules() []*lint.Rule { return []*lint.Rule{Shouting} }

// Shouting flags paragraphs that end in several exclamation marks.
var Shouting = &lint.Rule{
	Name:     "harbour-shouting",
	Family:   lint.HouseFamily,
	Summary:  "a paragraph ends in several exclamation marks",
	Severity: lint.Warning,
	Basis:    lint.Basis{Kind: lint.Convention, Source: "Harbour Post style guide, Tone"},
	Docs:     shoutingDocs,
	New:      func() lint.Checker { return &shouting{Max: 1} },
}

type shouting struct {
	Max int `yaml:"max" doc:"exclamation marks that may stand in a row"`
}

// Check looks at the end of each paragraph.
func (r *shouting) Check(p *lint.Pass) {
	for _, b := range p.Doc.Paragraphs() {
		text := strings.TrimRight(b.Text.String(), " ")
		marks := len(text) - len(strings.TrimRight(text, "!"))
		if marks > r.Max {
			p.Report(lint.Finding{
				Span:    b.Text.Span(len(text)-marks, len(text)),
				Message: "The paragraph ends in several exclamation marks; one is enough",
				Fixes:   []lint.Fix{lint.Replace("Keep one", false, b.Text.Span(len(text)-marks, len(text)), "!")},
			})
		}
	}
}
