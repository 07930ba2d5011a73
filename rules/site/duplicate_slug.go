package site

import (
	"cmp"
	_ "embed"
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed duplicate_slug.txtar
var duplicateSlugDocs string

// DuplicateSlug flags articles that would be published at one address.
var DuplicateSlug = &lint.Rule{
	Name:     "duplicate-slug",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site have the same address",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "RFC 3986, Uniform Resource Identifier: an address identifies one resource",
		URL:    "https://www.rfc-editor.org/rfc/rfc3986#section-1.1",
	},
	Articles: true,
	Docs:     duplicateSlugDocs,
	NewSite:  func() lint.SiteChecker { return &duplicateSlug{} },
}

type duplicateSlug struct{}

// CheckSite groups articles by address, as far as the file determines it.
func (duplicateSlug) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	place := func(page *lint.Page) lint.PageValue {
		if page.Slug.Span.End > 0 {
			return page.Slug
		}
		return page.Title
	}
	grouped(p.Pages, address, func(group []*lint.Page) {
		for _, page := range group {
			severity := lint.Unset
			if page.Slug.Span.End == 0 {
				severity = lint.Warning // its address is a guess from its name
			}
			p.Report(page, lint.Finding{
				Severity: severity,
				Span:     place(page).Span,
				Message: fmt.Sprintf("Slug “%s” leads to %s too; give each article an address of its own",
					lint.Shorten(page.Slug.Text, 40), alike(len(group)-1)),
				Related: others(group, page, place, "the same address"),
			})
		}
	})
}

// address returns what a generator derives a page's address from; nothing if the file does
// not determine it. An address of several parts is used as it is. A slug is combined with
// its folder, its language and the date of the file name or the metadata: dates are part
// of addresses on many sites, and the rule must not report a duplicate that is not
// certain.
func address(page *lint.Page) groupKey {
	declared := page.Slug.Span.End > 0
	s := strings.Trim(page.Slug.Text, " /")
	if s == "" || s == "." || strings.ContainsAny(s, ":{}*") {
		return groupKey{}
	}
	if declared && strings.HasPrefix(strings.TrimSpace(page.Slug.Text), "/") {
		return groupKey{text: "/" + s}
	}
	if !declared && (path.Ext(page.Path) == ".txt" || path.Base(page.Path) == "index.html") {
		return groupKey{} // a page in HTML has its path as its address: ferry/ is not ferry.html
	}
	dir := path.Dir(page.Path)
	name := lint.StemOf(path.Base(page.Path))
	if name == "index" {
		dir = path.Dir(dir)
	}
	return groupKey{place: dir + "\x00" + cmp.Or(fileDate(page.Path), page.Date), text: s}
}
