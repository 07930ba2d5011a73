package description

import (
	_ "embed"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed short.txtar
var shortDocs string

// Short flags a description that uses little of the available space.
var Short = &lint.Rule{
	Name:     "short-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description leaves most of its room unused",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Control your snippets in search results (asks for informative descriptions; documents no length)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Docs:     shortDocs,
	New:      func() lint.Checker { return &short{MinCharacters: 70} },
}

type short struct {
	MinCharacters int `yaml:"min_characters" doc:"characters"`
}

// Check counts the characters of a description that has content.
func (r *short) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) {
		return
	}
	n := utf8.RuneCountInString(text.String())
	if n >= r.MinCharacters {
		if n >= 2*r.MinCharacters {
			return
		}
		n = utf8.RuneCountInString(text.Plain()) // without the white space between lines
	}
	if n >= r.MinCharacters {
		return
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, text),
		Message: fmt.Sprintf("Description has %d characters, fewer than %d; add what the reader will learn", n, r.MinCharacters),
	})
}
