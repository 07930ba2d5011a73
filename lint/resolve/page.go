package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/route"
)

// Indexed is a file tree that keeps an index of what pages may be called. It records which
// pages were looked up by name.
type Indexed interface {
	PagesNamed(name string) []*route.Page
	Routes() *route.Index
}

// locator looks up the pages at addresses, for one draft.
type locator struct {
	reader
	own  bool     // the address is relative
	more []string // folders of languages in those with pages
}

// Page reports whether the site has a page at an address, such as "/guide/cost/" or
// "../cost". It is missing only if no file is there in any interpretation of the address and
// nothing else in the repository gives a page its name: no file in another folder (where
// addresses do not mirror paths), no front matter, no list of redirects, no code. Lists of
// pages, such as those of a tag, are made by the generator.
func Page(p *lint.Pass, address string) Answer {
	if p.Files == nil || p.Name == "" || p.Site == nil || p.Site.Links.Routing == lint.RoutesUnknown {
		return Unknown
	}
	name := Path(hostless(address))
	if name == "" || variable(name) || strings.Contains(name, "AT") && strings.Contains(name, "DOT") || // an e-mail address that is disguised against bots
		!isAddress(name) || aliased(p.Site, name) {
		return Unknown
	}
	r := &locator{reader: reader{p: p, site: p.Site}}
	addresses := r.addresses(name)
	if len(addresses) == 0 {
		return Unknown
	}
	for _, a := range addresses {
		if answer := r.placed(a); answer != Missing {
			return answer
		}
	}
	x := routes(p)
	for _, root := range r.contents() {
		r.more = append(r.more, x.Languages(root)...)
	}
	for _, a := range addresses {
		if r.served(a) {
			return Found
		}
		if answer := r.routed(x, a); answer != Missing {
			return answer
		}
	}
	gone := absentIn(p)
	if r.unsure(strings.Trim(name, "/")) || slices.ContainsFunc(addresses, func(a string) bool { _, last := ends(a); return gone.named(last) }) {
		return Unknown
	}
	return Missing
}

// placed is [Page] as far as the names of files decide, which is nearly always.
func (r *locator) placed(address string) Answer {
	folder, last := ends(address)
	if strings.Trim(last, "0123456789") == "" || r.listed(address) {
		return Unknown
	}
	pages := pagesNamed(r.p, last)
	switch r.site.Links.Routing {
	case lint.RoutesMirrored:
		if slices.ContainsFunc(pages, func(p *route.Page) bool { return r.mirrored(p, folder) }) {
			return Found
		}
	case lint.RoutesMounted:
		if slices.ContainsFunc(pages, func(p *route.Page) bool { return r.mounted(p, folder) }) {
			return Found
		}
		if len(pages) > 0 {
			return Unknown // blogs have addresses of their own, and hooks may find the page
		}
	default:
		if len(pages) > 0 {
			return Unknown
		}
	}
	return Missing
}

// ends splits an address into the folder and the name of a page.
func ends(address string) (folder, last string) {
	folder, last = path.Split(address)
	folder = strings.TrimSuffix(folder, "/")
	for _, extension := range [...]string{".html", ".htm", ".mdx", ".md"} {
		last = strings.TrimSuffix(last, extension)
	}
	if last == "index" && folder != "" {
		folder, last = path.Split(folder)
		folder = strings.TrimSuffix(folder, "/")
	}
	return folder, last
}

// mirrored reports whether the path of a file ends in a folder of addresses, from a root.
func (r *locator) mirrored(p *route.Page, folder string) bool {
	dir := path.Dir(p.Path)
	return slices.ContainsFunc(r.contents(), func(root string) bool { return path.Join(root, folder) == dir })
}

// pagesNamed returns the files and folders with a name.
func pagesNamed(p *lint.Pass, name string) []*route.Page {
	if tree, is := p.Files.(Indexed); is {
		return tree.PagesNamed(name)
	}
	return route.Build(p.Files).Named(name)
}

// routes returns the names that pages of the site may have.
func routes(p *lint.Pass) *route.Index {
	if tree, is := p.Files.(Indexed); is {
		return tree.Routes()
	}
	return route.Build(p.Files)
}

// hostless returns an address on the site's own host without scheme and host.
func hostless(address string) string {
	rest, is := strings.CutPrefix(address, "https:")
	if !is {
		rest = strings.TrimPrefix(address, "http:")
	}
	if rest, is = strings.CutPrefix(rest, "//"); is {
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			return rest[i:]
		}
		return ""
	}
	return address
}

// isAddress reports whether a path may be the address of a page: it has no extension, or one of
// pages.
func isAddress(name string) bool {
	extension := strings.ToLower(path.Ext(strings.TrimSuffix(name, "/")))
	switch extension {
	case "", ".html", ".htm", ".md", ".mdx":
		return true
	}
	return len(extension) > 1 && strings.Trim(extension[1:], "0123456789x") == "" // v1.2
}

// aliased reports whether an address begins with a prefix that stands for folders.
func aliased(s *lint.Site, name string) bool {
	return slices.ContainsFunc(s.Links.Prefixes, func(p lint.Prefix) bool { return p.Text != "/" && strings.HasPrefix(name, p.Text) })
}

// addresses returns what an address may stand for, as paths from the root of the site, without
// slashes at the ends.
func (r *locator) addresses(name string) (all []string) {
	add := func(address string) {
		if address = strings.Trim(path.Clean(address), "/"); address != "." && !slices.Contains(all, address) {
			all = append(all, address)
		}
	}
	if name[0] == '/' {
		add(name)
		for _, base := range r.site.Links.Bases {
			if rest, ok := strings.CutPrefix(name, base); ok && (rest == "" || rest[0] == '/' || strings.HasSuffix(base, "/")) {
				add("/" + rest)
			}
		}
	} else {
		r.own = true
		for _, folder := range r.folders() {
			full := path.Join(folder, name)
			if strings.HasPrefix(full, "..") {
				return nil // above the site
			}
			add(full)
		}
	}
	for _, a := range slices.Clone(all) {
		if first, rest, _ := strings.Cut(a, "/"); rest != "" && slices.Contains(r.site.Languages, strings.ToLower(first)) {
			add(rest)
		}
	}
	return all
}

// folders returns what a relative address in the draft may be relative to: the path of its
// folder from the innermost root that it is in, and the address of the draft itself.
func (r *locator) folders() []string {
	dir, file := path.Split(r.p.Name)
	stem, _, _ := strings.Cut(file, ".")
	inner, below := "", dir
	for _, root := range r.contents() {
		if rest, inside := strings.CutPrefix(dir, root+"/"); inside && len(root) > len(inner) {
			inner, below = root, rest
		}
	}
	all := []string{path.Clean(below)}
	if r.site.Links.Relative != lint.RelativeToFile {
		all = append(all, path.Join(below, stem))
		for _, slug := range slugs(&r.reader) {
			if slug != stem {
				all = append(all, path.Join(below, slug))
			}
		}
	}
	return all
}

// contents returns the folders that the root of an address may stand for, those of languages
// included.
func (r *locator) contents() []string {
	all := r.roots()
	for i := range r.site.LanguageFolders {
		all = append(all, r.site.LanguageFolders[i].Folder)
	}
	return append(all, r.more...)
}

// served reports whether a file makes the page at an address, or a folder is there.
func (r *locator) served(address string) bool {
	for _, root := range r.contents() {
		if full := path.Join(root, address); r.there(full) || strings.HasSuffix(full, ".html") && r.there(strings.TrimSuffix(full, ".html")) {
			return true
		}
	}
	return false
}
