package site

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed duplicate_description.txtar
var duplicateDescriptionDocs string

// DuplicateDescription flags articles of one site that share a description.
var DuplicateDescription = &lint.Rule{
	Name:     "duplicate-description",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site share a meta description",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Control your snippets in search results: write a description for each page",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles:  true,
	Structure: true,
	Docs:      duplicateDescriptionDocs,
	NewSite:   func() lint.SiteChecker { return &duplicateDescription{} },
}

type duplicateDescription struct{}

// CheckSite compares the meta descriptions. Articles that share one get one finding.
func (duplicateDescription) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	description := func(page *lint.Page) lint.PageValue { return page.Description }
	duplicates(p.Pages, description, anywhere, func(group []*lint.Page) {
		page := copied(p, group)
		f := lint.Finding{
			Span:    page.Description.Span,
			Message: fmt.Sprintf("Description is the same as on %s; say what only this one offers", alike(len(group)-1)),
			Related: others(group, page, description, "the same description"),
		}
		p.Report(page, f)
	})
}

// copied returns the page of a group that the description was copied to: the one whose headline
// shares the fewest words with it, and of several such pages the youngest.
func copied(p *lint.SitePass, group []*lint.Page) *lint.Page {
	text, fewest := strings.ToLower(group[0].Description.Text), 0
	var strangers []*lint.Page
	for _, page := range group {
		n := 0
		for word := range strings.FieldsFuncSeq(strings.ToLower(page.Title.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(word) > 3 && strings.Contains(text, word) { // shorter words are in any text
				n++
			}
		}
		if len(strangers) == 0 || n < fewest {
			fewest, strangers = n, strangers[:0]
		}
		if n == fewest {
			strangers = append(strangers, page)
		}
	}
	return youngest(p, strangers)
}
