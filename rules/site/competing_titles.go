package site

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/token"
)

//go:embed competing_titles.txtar
var competingTitlesDocs string

// CompetingTitles flags articles that compare the same two things in opposite order.
var CompetingTitles = &lint.Rule{
	Name:     "competing-titles",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site make the same comparison: “A vs B” and “B vs A”",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice: one article a question; no search engine calls it a violation",
	},
	Articles: true,
	Docs:     competingTitlesDocs,
	NewSite:  func() lint.SiteChecker { return &competingTitles{} },
}

type competingTitles struct{}

// CheckSite groups the titles by the two things that they compare, in any order, and reports those
// that have the order that the strongest article of the group does not have.
func (competingTitles) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	pages := articles(p.Pages)
	var g *graph // built for the first group
	place := map[*lint.Page]int{}
	grouped(p.Pages, compared, func(group []*lint.Page) {
		if sameOrder(group) {
			return
		}
		if g == nil {
			g = newGraph(pages)
			for i, page := range pages {
				place[page] = i
			}
		}
		best := place[group[0]]
		for _, page := range group[1:] {
			if i := place[page]; g.stronger(pages, i, best) {
				best = i
			}
		}
		for _, page := range group {
			if order(page) != order(pages[best]) {
				p.Report(page, competes(g, pages, page, best))
			}
		}
	})
}

// compared returns the group of a page: the two things that its title compares, sorted.
func compared(page *lint.Page) groupKey {
	one, other := sides(page)
	if one == "" || one == other {
		return groupKey{}
	}
	return groupKey{text: min(one, other) + "\x00" + max(one, other)}
}

// sides returns the two things that a title compares, folded.
func sides(page *lint.Page) (one, other string) {
	one, other = keyphrase.Comparison(page.Title.Text, page.Language)
	return token.Fold(one), token.Fold(other)
}

// order reports whether a title names its two things in alphabetical order.
func order(page *lint.Page) bool {
	one, other := sides(page)
	return strings.Compare(one, other) < 0
}

// sameOrder reports whether all titles of a group name their two things in the same order.
func sameOrder(group []*lint.Page) bool {
	for _, page := range group[1:] {
		if order(page) != order(group[0]) {
			return false
		}
	}
	return true
}

// competes returns the finding about a page whose comparison a stronger article turns round.
func competes(g *graph, pages []*lint.Page, page *lint.Page, best int) lint.Finding {
	strong := pages[best]
	return lint.Finding{
		Span: page.Title.Span,
		Message: fmt.Sprintf("Same comparison as “%s”, which is stronger (%s); merge them",
			lint.Shorten(strong.Title.Text, 44), g.strength(pages, best)),
		Related: []lint.Related{{Path: strong.Path, Span: strong.Title.Span, Message: "the stronger article"}},
	}
}
