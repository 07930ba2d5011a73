package readability

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed hard_to_read.txtar
var hardToReadDocs string

// HardToRead flags an article of long words in long sentences.
var HardToRead = &lint.Rule{
	Name:     "hard-to-read",
	Family:   lint.ReadabilityFamily,
	Summary:  "the reading ease is low",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "R. Flesch, A new readability yardstick (1948); no search engine documents a reading grade as a factor",
	},
	Off:       true,
	Languages: []string{"en"},
	Articles:  true,
	Habit:     lint.Habit{Does: "are hard to read by the formula", Most: true},
	Docs:      hardToReadDocs,
	New:       func() lint.Checker { return &hardToRead{Min: 50, MinWords: 100} },
}

type hardToRead struct {
	Min      int `yaml:"min" doc:"Flesch reading ease, from 0 (very hard) to 100 (very easy)"`
	MinWords int `yaml:"min_words" doc:"articles of fewer words are left alone: the formula was made on samples of 100"`
}

// Check compares the reading ease, a score that other tools report too, with the limit.
func (r *hardToRead) Check(p *lint.Pass) {
	if metrics.Of(p.Doc).Words < r.MinWords {
		return
	}
	// NaN makes the comparison false, so there is no finding.
	if ease := metrics.ReadingEase(p.Doc); ease < float64(r.Min) {
		p.Report(lint.Finding{
			Span:    p.Doc.Top(),
			About:   p.Doc.Body(),
			Message: fmt.Sprintf("Reading ease is %.0f, under %d; choose shorter words and shorter sentences", ease, r.Min),
		})
	}
}
