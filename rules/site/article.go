package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// articles returns the pages that are articles: those that are not drafts, pages of a paginated
// list or archives and do not name another page as canonical.
func articles(pages []*lint.Page) []*lint.Page {
	list := make([]*lint.Page, 0, len(pages))
	for _, page := range pages {
		if !page.Draft && !paginated(page.Path) && !archive(page.Path) && !redirects(page) {
			list = append(list, page)
		}
	}
	return list
}

// archive reports whether a path belongs to a page that lists articles: by tag, category,
// author or year, or all articles of a folder.
func archive(file string) bool {
	dir, name := path.Split(file)
	name = lint.StemOf(name)
	folder := path.Base(dir)
	switch name {
	case "_index", "404", "search", "sitemap":
		return true
	case "index":
		if folder == "." || folder == "/" || listing(folder) {
			return true
		}
		folder = path.Base(path.Dir(path.Clean(dir)))
	}
	return listing(name) || listing(folder)
}

// listing reports whether the name of a file or folder is one for lists of articles.
func listing(name string) bool {
	if len(name) > len("categories") {
		return false
	}
	switch strings.ToLower(name) {
	case "tag", "tags", "category", "categories", "topic", "topics", "archive", "archives", "author", "authors", "series", "taxonomy":
		return true
	}
	return false
}

// redirects reports whether a page declares another page as canonical; most canonical
// links name the page itself.
func redirects(page *lint.Page) bool {
	return page.Canonical != "" && segment(page.Canonical) != slug(page)
}

// slug returns the last part of a page's address, in lower case.
func slug(page *lint.Page) string {
	if s := segment(page.Slug.Text); s != "" {
		return s
	}
	return segment(page.Path)
}

// segment returns the part of an address or a path that identifies an article, in lower
// case: the last part, without extension and date, or the folder of an index file.
func segment(target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	target = strings.ToLower(strings.TrimRight(target, "/"))
	target = strings.TrimSuffix(target, "/index.html")
	dir, name := path.Split(target)
	ext := path.Ext(name)
	if _, draft := lint.FormatOf(name); draft || ext == ".php" {
		name = strings.TrimSuffix(name, ext)
	}
	if name == "index" || name == "_index" {
		name = path.Base(dir)
	}
	if dated := lint.SlugOf(name + ".md"); dated != "" && name != "" {
		return dated
	}
	return name
}

// fileDate returns the date at the beginning of a file name: "2026-05-01".
func fileDate(file string) string {
	name := path.Base(file)
	if len(name) > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-' && strings.Trim(name[:10], "0123456789-") == "" {
		return name[:10]
	}
	return ""
}

// partOfSite is the reason for skipping a rule that needs the whole site.
const partOfSite = "only a part of the site was given"

// alone reports whether only a single draft was given, so that there is nothing to
// compare, and records that the rule was skipped.
func alone(p *lint.SitePass) bool {
	if p.Partial && len(p.Pages) == 1 {
		p.Skip(partOfSite)
		return true
	}
	return false
}

// undeclared reports whether no page declares a keyphrase, and records that the rule was
// skipped. A single page without a keyphrase is not skipped: its links and its text still
// count.
func undeclared(p *lint.SitePass, pages []*lint.Page) bool {
	for _, page := range pages {
		if page.Keyphrase.Text != "" {
			return false
		}
	}
	p.Skip(string(lint.NeedsKeyphrase))
	return true
}
