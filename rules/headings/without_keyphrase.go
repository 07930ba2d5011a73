package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed without_keyphrase.txtar
var withoutKeyphraseDocs string

// WithoutKeyphrase flags an article whose subheadings never mention its subject.
var WithoutKeyphrase = &lint.Rule{
	Name:     "headings-without-keyphrase",
	Family:   lint.HeadingsFamily,
	Summary:  "no subheading reflects the keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "WCAG 2.2, success criterion 2.4.6, asks that headings describe their topic; the keyphrase in them is a convention of search editors",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     withoutKeyphraseDocs,
	New:      func() lint.Checker { return &withoutKeyphrase{MinHeadings: 2} },
}

type withoutKeyphrase struct {
	MinHeadings int `yaml:"min_headings" doc:"H2 and H3 that an article must have before it is looked at"`
}

// Check looks for an H2 or H3 that reflects the keyphrase.
func (r *withoutKeyphrase) Check(p *lint.Pass) {
	key := keyphrase.Of(p.Doc)
	if key == nil {
		return
	}
	n, end := 0, bodyEnd(p.Doc)
	var first *lint.Block
	for i, b := range subheadings(p.Doc, len(p.Doc.Blocks)) {
		if reflects(key, b.Text.String()) {
			return
		}
		if first == nil {
			first = b
		}
		if i < end {
			n++
		}
	}
	if n == 0 || n < r.MinHeadings {
		return
	}
	p.Report(lint.Finding{
		Span:    first.Text.All(),
		Message: fmt.Sprintf("None of %d subheadings reflects “%s”; name it where it fits", n, lint.Clip(maxShown, key.Phrase.Text)),
	})
}
