package site

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed duplicate_description.txtar
var duplicateDescriptionDocs string

// DuplicateDescription flags articles of one site that share a description.
var DuplicateDescription = &lint.Rule{
	Name:     "duplicate-description",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site share a meta description",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Control your snippets in search results: write a description for each page",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Docs:     duplicateDescriptionDocs,
	NewSite:  func() lint.SiteChecker { return &duplicateDescription{} },
}

type duplicateDescription struct{}

// CheckSite compares the meta descriptions.
func (duplicateDescription) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	description := func(page *lint.Page) lint.PageValue { return page.Description }
	duplicates(p.Pages, description, func(group []*lint.Page) {
		for _, page := range group {
			p.Report(page, lint.Finding{
				Span:    page.Description.Span,
				Message: fmt.Sprintf("Description is the same as on %s; say what only this one offers", alike(len(group)-1)),
				Related: others(group, page, description, "the same description"),
			})
		}
	})
}
