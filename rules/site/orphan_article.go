package site

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
)

//go:embed orphan_article.txtar
var orphanArticleDocs string

// OrphanArticle flags an article that no other article links to.
var OrphanArticle = &lint.Rule{
	Name:     "orphan-article",
	Family:   lint.SiteFamily,
	Summary:  "no other article links to this one",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Link best practices: every page you care about should have a link from another page",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
	},
	Off:      true,
	Articles: true,
	Docs:     orphanArticleDocs,
	NewSite:  func() lint.SiteChecker { return &orphanArticle{MinWords: 100} },
}

type orphanArticle struct {
	MinWords int `yaml:"min_words" doc:"words below which a page is a notice that nothing need link to"`
}

// CheckSite counts links between articles. If no article of a site links to any other, the
// site uses another kind of navigation, and nothing is reported.
func (r *orphanArticle) CheckSite(p *lint.SitePass) {
	if p.Partial {
		p.Skip(partOfSite)
		return
	}
	g := newGraph(p.Pages) // links from lists and drafts count as well
	if g.links == 0 {
		return
	}
	article := map[*lint.Page]bool{}
	for _, page := range articles(p.Pages) {
		article[page] = true
	}
	for i, page := range p.Pages {
		if g.inbound[i] > 0 || !article[page] || page.Words < r.MinWords {
			continue
		}
		p.Report(page, lint.Finding{
			Span:    page.Title.Span,
			Message: "No other article links to this one; link to it from one that touches its subject",
		})
	}
}
