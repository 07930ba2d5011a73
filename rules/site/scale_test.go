package site_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules/site"
)

// TestSiteRulesStayQuickWhereAllPagesAreAlike is about time that grows with the square
// of the number of pages: one keyphrase, one slug, one text, links to all.
func TestSiteRulesStayQuickWhereAllPagesAreAlike(t *testing.T) {
	text := strings.Repeat("The bridge toll of [the town](/a/), as said in [all towns](b/), is a night tariff. ", 20)
	draft := parse.Parse("x.md", []byte("---\ntitle: T\nslug: a\nkeyphrase: bridge toll\n---\n\n"+text), parse.Options{})
	keys, sketch := language.PageKeys(draft), language.PageSketch(draft)
	var pages []*lint.Page
	for i := range 5000 {
		p := lint.Digest(draft)
		p.Path, p.Words, p.Keys, p.Sketch = fmt.Sprintf("d%d/a.md", i), 300, keys, sketch
		if i%2 == 0 {
			p.Keyphrase.Text = "night tariff"
		}
		pages = append(pages, p)
	}
	for _, r := range []*lint.Rule{site.DuplicateSlug, site.SharedKeyphrase, site.OrphanArticle, site.MissedInternalLink, site.NearDuplicate} {
		begun, found := time.Now(), 0
		pass := lint.NewSitePass(pages, false, func(*lint.Page, lint.Finding) { found++ }, func(reason string) { t.Errorf("%s: skipped: %s", r.Name, reason) })
		pass.Place = func(*lint.Page, int, int) lint.Span { return lint.Span{} }
		r.NewSite().CheckSite(pass)
		if took := time.Since(begun); took > 3*time.Second {
			t.Errorf("%s took %v for %d pages and %d findings", r.Name, took, len(pages), found)
		}
	}
}
