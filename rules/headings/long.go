package headings

import (
	_ "embed"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed long.txtar
var longDocs string

// Long flags a subheading that is too long to take in at a glance.
var Long = &lint.Rule{
	Name:     "long-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a subheading is too long to take in at a glance",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a subheading is read at a glance (no source documents a length)",
	},
	Docs: longDocs,
	New:  func() lint.Checker { return &long{MaxCharacters: 70} },
}

type long struct {
	MaxCharacters int `yaml:"max_characters" doc:"characters that a subheading may have"`
}

// Check counts the characters of each heading but the headline, which has a rule
// of its own.
func (r *long) Check(p *lint.Pass) {
	h := headline(p.Doc)
	for i, b := range p.Doc.Headings() {
		if i == h || b.Text.Len() <= r.MaxCharacters {
			continue
		}
		n := utf8.RuneCountInString(b.Text.Plain())
		if n <= r.MaxCharacters {
			continue
		}
		p.Report(lint.Finding{
			Span:    b.Text.All(),
			Message: fmt.Sprintf("Heading has %d characters, more than %d; shorten it to what the section adds", n, r.MaxCharacters),
		})
	}
}
