package length

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed thin.txtar
var thinDocs string

// Thin flags an article that is shorter than the house's minimum.
var Thin = &lint.Rule{
	Name:     "thin-article",
	Family:   lint.LengthFamily,
	Summary:  "the article has few words",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; Google states that it has no preferred word count",
		URL:    "https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
	},
	Off:       true,
	Articles:  true,
	Habit:     lint.Habit{Does: "have a length below the limit", Most: true},
	Structure: true,
	Measure:   true,
	Docs:      thinDocs,
	New:       func() lint.Checker { return &thin{Min: 300} },
}

type thin struct {
	Min int `yaml:"min" doc:"words an article should have; quoted speech counts, block quotations and code do not"`
}

// Check counts the words of the whole article. If an article is long enough only because
// of its block quotations, the message says so and the decision is left to the house.
func (r *thin) Check(p *lint.Pass) {
	m := metrics.Of(p.Doc)
	least := m.Unit.Of(r.Min)
	if m.Words >= least {
		return
	}
	if others := quoted(p.Doc); m.Words+others >= least {
		p.Report(lint.Finding{
			Severity: lint.Advice,
			Span:     p.Doc.Top(),
			About:    p.Doc.Body(),
			Message:  fmt.Sprintf("Article has %s of its own beside %s quoted; at least %s are wanted", count(m), lint.Thousands(others), lint.Thousands(least)),
		})
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Body(),
		Message: fmt.Sprintf("Article has %s; at least %s are wanted: say more, or make it part of a longer one", count(m), lint.Thousands(least)),
	})
}

// quoted returns the number of words in block quotations.
func quoted(d *lint.Document) int {
	n := 0
	prose := language.ProseOf(d)
	for i := range d.Blocks {
		if d.Blocks[i].Quote != lint.None {
			n += len(prose.WordsIn(i))
		}
	}
	return n
}

func count(m *metrics.Metrics) string {
	switch m.Words {
	case 0:
		return "no " + m.Unit.Name
	case 1:
		return "1 " + strings.TrimSuffix(m.Unit.Name, "s")
	}
	return lint.Thousands(m.Words) + " " + m.Unit.Name
}
