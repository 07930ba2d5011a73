package resolve

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/route"
)

// routed reports whether something other than the name of a file may make a page at an address.
func (r *locator) routed(x *route.Index, address string) Answer {
	folder, last := ends(address)
	if x.Partial() || r.below(x, folder) || r.madeBeside(folder, last) || x.Written(address) || r.dynamic(x, folder) {
		return Unknown
	}
	links, unsure := &r.site.Links, !r.own && !r.populated(x, folder)
	switch links.Routing {
	case lint.RoutesMirrored:
		unsure = !links.Checked && (unsure || x.Addressed(address))
	case lint.RoutesMounted:
		unsure = unsure || x.Addressed(last) || x.Made(folder)
	default:
		unsure = unsure || x.Given(last) || x.Mentioned(last) || x.Made(folder)
	}
	if unsure {
		return Unknown
	}
	return Missing
}

// dynamic reports whether code makes pages for any address in a folder.
func (r *locator) dynamic(x *route.Index, folder string) bool {
	if r.site.Links.Routing == lint.RoutesNamed {
		return false // the names of the pages are those of drafts or in data
	}
	for _, root := range r.contents() {
		for dir := path.Join(root, folder); ; dir = path.Dir(dir) {
			if x.Dynamic(dir) {
				return true
			}
			if dir == "." || dir == root {
				break
			}
		}
	}
	return false
}

// madeBeside reports whether a .gitignore names the file of a missing page in the folder where it
// would be: a program generates it there.
func (r *locator) madeBeside(folder, last string) bool {
	for _, root := range r.contents() {
		list, err := fs.ReadFile(r.p.Files, path.Join(root, folder, ".gitignore"))
		if err != nil || path.Join(root, folder) == "." {
			continue
		}
		for line := range strings.Lines(string(list)) {
			pattern := strings.Trim(strings.TrimSpace(line), "/")
			for _, name := range [...]string{last, last + ".md"} {
				if ok, err := path.Match(pattern, name); ok && err == nil {
					return true
				}
			}
		}
	}
	return false
}

// below reports whether an address is below that of a page that is not a folder, like those of
// attachments and of further views of a page. A relative address may be below the page with the
// link.
func (r *locator) below(x *route.Index, folder string) bool {
	pages := x.Named(path.Base(folder))
	return len(pages) > 0 && !slices.ContainsFunc(pages, func(p *route.Page) bool { return p.Folder || r.own && p.Path == r.p.Name })
}

// mounted reports whether a file may make a page in a folder of addresses: its own folder has the
// same name, or is one of those with all pages, which addresses may leave out.
func (r *locator) mounted(p *route.Page, folder string) bool {
	dir := path.Dir(p.Path)
	if route.Squash(path.Base(dir)) == route.Squash(path.Base(folder)) || slices.Contains(r.contents(), dir) {
		return true
	}
	return len(route.Squash(path.Base(folder))) > 0 && strings.HasSuffix(route.Squash(path.Base(dir)), route.Squash(path.Base(folder))) || // 01-guide
		strings.Contains(path.Base(dir), ".") || path.Base(dir) == "current" || p.Folder && dir == "."
}

// populated reports whether drafts of the repository are beside an address: in a folder with the
// name of its last one, or with dates of its year.
func (r *locator) populated(x *route.Index, folder string) bool {
	const fewest = 2
	segments := strings.Split(folder, "/")
	for i, s := range segments {
		if len(s) == 4 && strings.Trim(s, "0123456789") == "" && i+1 < len(segments) {
			return x.InYear(s) >= fewest
		}
	}
	last := segments[len(segments)-1]
	return route.Squash(last) != "" && x.Beside(last) >= fewest
}

// listed reports whether an address is that of a list, which generators make.
func (r *locator) listed(address string) bool {
	for segment := range strings.SplitSeq(strings.ToLower(address), "/") {
		switch segment {
		case "tag", "tags", "category", "categories", "author", "authors", "page", "archive", "archives", "series", "topic", "topics", "search",
			"feed", "rss", "atom", "sitemap", "latest", "next", "blog", "news", "posts":
			if segment != "blog" && segment != "news" && segment != "posts" || strings.HasSuffix(strings.ToLower(address), segment) {
				return true
			}
		}
	}
	return false
}
