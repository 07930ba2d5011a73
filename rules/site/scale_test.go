package site_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pagewords"
	"github.com/copychief/copychief/lint/linttest/timing"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules/site"
)

// TestSiteRulesStayQuickWhereAllPagesAreAlike detects rules whose time is quadratic in the
// number of pages, with one keyphrase, one slug and one text for all pages, and links to
// all.
func TestSiteRulesStayQuickWhereAllPagesAreAlike(t *testing.T) {
	text := strings.Repeat("The bridge toll of [the town](/a/), as said in [all towns](b/), is a night tariff. ", 20)
	draft := parse.Parse("x.md", []byte("---\ntitle: T\nslug: a\nkeyphrase: bridge toll\n---\n\n"+text), parse.Options{})
	keys, sketch := pagewords.Keys(draft), pagewords.Sketch(draft)
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
		took, found := timed(t, r, pages)
		if took < 3*time.Second {
			continue
		}
		// Half the pages take half the time on a slow machine, but a quarter of the time with a
		// quadratic rule.
		if half, _ := timed(t, r, pages[:len(pages)/2]); took > 3*half {
			t.Errorf("%s took %v for %d pages and %d findings, %v for half of them", r.Name, took, len(pages), found, half)
		}
	}
}

// timed runs a rule over pages and returns the time and the number of findings.
func timed(t *testing.T, r *lint.Rule, pages []*lint.Page) (took time.Duration, found int) {
	t.Helper()
	pass := lint.NewSitePass(pages, false, func(*lint.Page, lint.Finding) { found++ }, func(reason string) { t.Errorf("%s: skipped: %s", r.Name, reason) })
	pass.Place = func(*lint.Page, int, int) lint.Span { return lint.Span{} }
	took = timing.CPU(func() { r.NewSite().CheckSite(pass) })
	return took, found
}
