package description

import (
	_ "embed"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed long_slug.txtar
var longSlugDocs string

// LongSlug flags an address that is too long.
var LongSlug = &lint.Rule{
	Name:     "long-slug",
	Family:   lint.DescriptionFamily,
	Summary:  "the slug is long",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, URL structure best practices (asks for simple addresses; documents no length)",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/url-structure",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "have a long slug"},
	Structure: true,
	Docs:      longSlugDocs,
	New:       func() lint.Checker { return &longSlug{MaxCharacters: 75} },
}

type longSlug struct {
	MaxCharacters int `yaml:"max_characters" doc:"characters that the last part of the address may have"`
}

// Check counts the characters of the last part of the slug.
func (r *longSlug) Check(p *lint.Pass) {
	s, ok := slugOf(p.Doc)
	if !ok || len(s.value) <= r.MaxCharacters || published(p) {
		return
	}
	n := utf8.RuneCountInString(s.last())
	if n <= r.MaxCharacters {
		return
	}
	p.Report(lint.Finding{
		Span:    s.span(p.Doc),
		Message: fmt.Sprintf("%s has %d characters, more than %d; keep the words that name the subject", s.name(), n, r.MaxCharacters),
	})
}
