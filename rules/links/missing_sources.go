package links

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed missing_sources.txtar
var missingSourcesDocs string

// MissingSources flags an article without links to other sites.
var MissingSources = &lint.Rule{
	Name:     "missing-sources",
	Family:   lint.LinksFamily,
	Summary:  "a longer article links to no other host",
	Severity: lint.Warning,
	Off:      true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "BBC News linking policy: link to the source of a story",
		URL:    "https://www.bbc.co.uk/blogs/theeditors/2010/03/bbc_news_linking_policy.html",
	},
	Articles:  true,
	Absence:   "link to other sites",
	Structure: true,
	Docs:      missingSourcesDocs,
	New:       func() lint.Checker { return &missingSources{Min: 1, Words: 300} },
}

type missingSources struct {
	Min   int `yaml:"min" doc:"links to other hosts that are wanted"`
	Words int `yaml:"words" doc:"an article of no more words needs none"`
}

// Check counts the links that leave the site.
func (r *missingSources) Check(p *lint.Pass) {
	external, _ := tally(p.Doc)
	m := metrics.Of(p.Doc)
	if m.Words <= m.Unit.Of(r.Words) {
		return
	}
	if external >= r.Min {
		p.Present()
		return
	}
	message := fmt.Sprintf("%d %s and no link to another site; link to where the facts come from", m.Words, m.Unit.Name)
	if external > 0 {
		message = fmt.Sprintf("%d of %d wanted links to other sites; link to where the facts come from", external, r.Min)
	}
	p.Report(lint.Finding{Span: p.Doc.Top(), About: p.Doc.Body(), Message: message})
}
