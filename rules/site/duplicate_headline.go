package site

import (
	_ "embed"
	"fmt"
	"strings"

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

// isCode reports whether a title is the name of something in a program, set as code.
func isCode(title string) bool {
	return len(title) > 2 && title[0] == '`' && strings.IndexByte(title[1:], '`') == len(title)-2
}

// CheckSite compares the titles that search results show. Articles of one section that share
// one get one finding.
func (duplicateHeadline) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	title := func(page *lint.Page) lint.PageValue { return page.Title }
	sections := parallelsOf(p.Pages)
	duplicates(p.Pages, title, section, func(group []*lint.Page) {
		if group = without(group, sections.chapters); len(group) == 0 || isCode(group[0].Title.Text) {
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
