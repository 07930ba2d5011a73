package resolve

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// besideAddress reports whether a relative path leads to a file that is served beside the address
// of the page: static/2026/ferry/plan.html for content/2026/ferry/index.md, or for
// content/2026/2026-03-01-ferry.md, whose address has no date.
func besideAddress(r *reader, dir, stem, name string) bool {
	contents, statics := r.site.Content, r.roots()
	if r.site.Generator == "" {
		top, _, _ := strings.Cut(dir, "/")
		contents, statics = append([]string{top}, contents...), append(statics, "static", "public", "assets")
	}
	for _, content := range contents {
		own, inside := strings.CutPrefix(dir, content+"/")
		if !inside {
			continue
		}
		for _, static := range statics {
			if r.there(path.Join(static, own, name)) || stem != "index" && r.there(path.Join(static, own, stem, name)) {
				return true
			}
		}
	}
	return r.site.Generator != "" && r.site.Links.Relative != lint.RelativeToFile && besideSlug(r, name)
}

// besideSlug reports whether a relative path leads to a file below a folder that has the name of the
// page in its address. Permalinks determine what is above it.
func besideSlug(r *reader, name string) bool {
	name = path.Clean(name)
	if strings.HasPrefix(name, "..") {
		return false // from the folder above the page, where the same name says little
	}
	names := slugs(r)
	if len(names) == 0 {
		return false
	}
	for _, full := range named(r.p.Files, path.Base(name)) {
		folder, ends := strings.CutSuffix("/"+full, "/"+name)
		if ends && slices.ContainsFunc(names, func(slug string) bool { return strings.HasSuffix(folder, "/"+slug) }) {
			return true
		}
	}
	return false
}

// slugs returns the names that the folder of the page may have in its address: the name of the file
// without its date and language, or what the metadata says.
func slugs(r *reader) (all []string) {
	add := func(slug string) {
		slug = strings.Trim(strings.TrimSuffix(path.Clean("/"+slug), "/index.html"), "/")
		if slug != "" && !slices.Contains(all, slug) {
			all = append(all, slug)
		}
	}
	slug := lint.SlugOf(r.p.Name)
	if page, _, suffixed := strings.Cut(slug, "."); suffixed {
		add(page)
	}
	add(slug)
	if r.p.Doc != nil {
		add(r.p.Doc.Meta.Get(lint.RoleSlug).Value().Plain())
	}
	return all
}
