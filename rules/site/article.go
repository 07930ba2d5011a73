package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// articles returns the pages that stand for themselves: no drafts, no further pages of
// a list, no archives, and none that name another page as canonical.
func articles(pages []*lint.Page) []*lint.Page {
	list := make([]*lint.Page, 0, len(pages))
	for _, page := range pages {
		if !page.Draft && !paginated(page.Path) && !archive(page.Path) && !redirects(page) {
			list = append(list, page)
		}
	}
	return list
}

// archive reports whether a path is that of a page that lists others: by a tag, a
// category, an author or a year, or all of a folder.
func archive(file string) bool {
	dir, name := path.Split(file)
	name = strings.TrimSuffix(name, path.Ext(name))
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

// listing reports whether a file or folder is named for lists of articles.
func listing(name string) bool {
	switch strings.ToLower(name) {
	case "tag", "tags", "category", "categories", "topic", "topics", "archive", "archives", "author", "authors", "series", "taxonomy":
		return true
	}
	return false
}

// redirects reports whether a page names another one as canonical; most that name
// one name themselves.
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

// segment returns the part of an address or a path that tells articles apart: the last
// one, without extension and date, or the folder's of an index file, in lower case.
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

// fileDate returns the date that a file name begins with: "2026-05-01".
func fileDate(file string) string {
	name := path.Base(file)
	if len(name) > 11 && name[4] == '-' && name[7] == '-' && name[10] == '-' && strings.Trim(name[:10], "0123456789-") == "" {
		return name[:10]
	}
	return ""
}

// partOfSite is why a rule that needs the whole site could not look.
const partOfSite = "only a part of the site was given"

// alone reports whether there is nothing to compare a page with because only a single
// draft was given, and says so.
func alone(p *lint.SitePass) bool {
	if p.Partial && len(p.Pages) == 1 {
		p.Skip(partOfSite)
		return true
	}
	return false
}

// undeclared reports whether no page declares a keyphrase, and says so. A single page
// without one is no reason: its links and its text count all the same.
func undeclared(p *lint.SitePass, pages []*lint.Page) bool {
	for _, page := range pages {
		if page.Keyphrase.Text != "" {
			return false
		}
	}
	p.Skip(string(lint.NeedsKeyphrase))
	return true
}
