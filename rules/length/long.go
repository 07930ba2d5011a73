package length

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed long.txtar
var longDocs string

// Long flags an article that is longer than the house's limit.
var Long = &lint.Rule{
	Name:     "long-article",
	Family:   lint.LengthFamily,
	Summary:  "the article has more words than the house wants",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; Google states that it has no preferred word count",
		URL:    "https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
	},
	Off:       true,
	Articles:  true,
	Habit:     lint.Habit{Does: "have a length over the limit", Most: true},
	Structure: true,
	Measure:   true,
	Docs:      longDocs,
	New:       func() lint.Checker { return &long{Max: 2500} },
}

type long struct {
	Max int `yaml:"max" doc:"words an article may have; quoted speech counts, block quotations and code do not"`
}

// Check counts the words of the whole article, or its characters where no spaces separate words.
func (r *long) Check(p *lint.Pass) {
	m := metrics.Of(p.Doc)
	if limit := m.Unit.Of(r.Max); m.Words > limit {
		p.Report(lint.Finding{
			Span:    p.Doc.Top(),
			About:   p.Doc.Body(),
			Message: fmt.Sprintf("Article has %s; at most %s are wanted: cut it, or make two of it", count(m), lint.Thousands(limit)),
		})
	}
}
