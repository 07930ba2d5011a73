package site

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed duplicate_headline.txtar
var duplicateHeadlineDocs string

// DuplicateHeadline flags articles of one site that share a headline.
var DuplicateHeadline = &lint.Rule{
	Name:     "duplicate-headline",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site share a headline",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Influencing your title links in search results: give each page a distinct title",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "have the headline of another page"},
	Structure: true,
	Docs:      duplicateHeadlineDocs,
	NewSite:   func() lint.SiteChecker { return &duplicateHeadline{} },
}

type duplicateHeadline struct{}

// CheckSite compares the titles that search results show. Articles that share one get one
// finding.
func (duplicateHeadline) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	title := func(page *lint.Page) lint.PageValue { return page.Title }
	sections := parallelsOf(p.Pages)
	duplicates(p.Pages, title, func(group []*lint.Page) {
		if group = without(group, sections.chapters); len(group) == 0 {
			return
		}
		page := youngest(p, group)
		p.Report(page, lint.Finding{
			Span:    page.Title.Span,
			Message: fmt.Sprintf("Headline “%s” is also on %s; give each article its own", lint.Shorten(page.Title.Text, 40), alike(len(group)-1)),
			Related: others(group, page, title, "the same headline"),
		})
	})
}
