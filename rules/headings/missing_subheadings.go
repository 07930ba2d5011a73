package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed missing_subheadings.txtar
var missingSubheadingsDocs string

// MissingSubheadings flags a long article that nothing divides.
var MissingSubheadings = &lint.Rule{
	Name:     "missing-subheadings",
	Family:   lint.HeadingsFamily,
	Summary:  "a long article has no subheadings",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, SEO Starter Guide (break up long text with headings, for readers; no number is documented)",
		URL:    "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
	},
	Docs: missingSubheadingsDocs,
	New:  func() lint.Checker { return &missingSubheadings{MaxWords: 300} },
}

type missingSubheadings struct {
	MaxWords int `yaml:"max_words" doc:"words that an article may have without a subheading"`
}

// Check counts the words of an article without subheadings.
func (r *missingSubheadings) Check(p *lint.Pass) {
	h := headline(p.Doc)
	for i := range p.Doc.Headings() {
		if i != h {
			return
		}
	}
	words := language.ProseOf(p.Doc).Count(h+1, len(p.Doc.Blocks))
	if words <= r.MaxWords || boldDivides(p.Doc, h+1, len(p.Doc.Blocks)) {
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Body(),
		Message: fmt.Sprintf("%d words without a subheading, more than %d; divide them into sections", words, r.MaxWords),
	})
}
