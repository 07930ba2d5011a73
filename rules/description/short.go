package description

import (
	_ "embed"
	"fmt"
	"unicode"
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
	Habit:    lint.Habit{Does: "have a short description"},
	Measure:  true,
	Docs:     shortDocs,
	New:      func() lint.Checker { return &short{MinCharacters: 70} },
}

type short struct {
	MinCharacters int `yaml:"min_characters" doc:"characters"`
}

// Check counts the characters of a description that has content.
func (r *short) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) || standsIn(p.Doc.Meta.Get(lint.RoleDescription).Name) {
		return
	}
	least := r.MinCharacters
	if fullWidth(text.String()) {
		least /= 2 // each takes the room of two
	}
	n := utf8.RuneCountInString(text.String())
	if n >= least {
		if n >= 2*least {
			return
		}
		n = utf8.RuneCountInString(text.Plain()) // without the white space between lines
	}
	if n >= least {
		return
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, text),
		Message: fmt.Sprintf("Description has %d characters, fewer than %d; add what the reader will learn", n, least),
	})
}

// fullWidth reports whether most characters of a text are as wide as they are high.
func fullWidth(text string) bool {
	wide := 0
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			wide++
		}
	}
	return 2*wide > utf8.RuneCountInString(text)
}
