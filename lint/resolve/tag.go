package resolve

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/route"
)

// Tag reports whether the file exists that a tag of Jekyll or Hugo links to, and its name as
// written: {% post_url 2024-01-02-bridge %}, {% link _recipes/pie.md %}, {{< ref "pie.md" >}}.
// Neither builds a site with a tag that leads nowhere. For any other tag, and on any other
// site, the answer is [Unknown].
func Tag(p *lint.Pass, tag []byte) (name string, answer Answer) {
	switch {
	case p.Files == nil || p.Site == nil:
		return "", Unknown
	case p.Site.Generator == "hugo":
		if bytes.Contains(tag, []byte("ref")) {
			return reference(p, string(tag))
		}
		return "", Unknown
	case p.Site.Generator != "jekyll" || !bytes.Contains(tag, []byte("link")) && !bytes.Contains(tag, []byte("post_url")):
		return "", Unknown
	}
	words := strings.Fields(strings.Trim(string(tag), "{%-}"))
	if len(words) != 2 || strings.ContainsAny(words[1], "{}|\"'$<>") {
		return "", Unknown
	}
	r, name := &reader{p: p, site: p.Site}, words[1]
	switch words[0] {
	case "post_url":
		for _, f := range lint.Formats() {
			for _, extension := range f.Extensions() {
				if len(named(p.Files, path.Base(name)+extension)) > 0 {
					return name, Found
				}
			}
		}
	case "link":
		for _, dir := range append([]string{".", r.site.Base}, r.site.Content...) {
			if r.exists(path.Join(dir, path.Clean("/" + name)[1:])) {
				return name, Found
			}
		}
	default:
		return "", Unknown
	}
	if inSubmodule(r, name) || absentIn(p).named(strings.TrimSuffix(path.Base(name), path.Ext(name))) {
		return name, Unknown
	}
	return name, Missing
}

// reference is [Tag] for the shortcodes ref and relref of Hugo. Their argument is the path of a
// page from the root of the content or from the page, or the end of one, with or without the
// extension.
func reference(p *lint.Pass, tag string) (name string, answer Answer) {
	words := strings.Fields(strings.Trim(tag, "{<%>}"))
	if len(words) < 2 || words[0] != "ref" && words[0] != "relref" || strings.Contains(tag, "/*") {
		return "", Unknown
	}
	argument := strings.TrimPrefix(words[1], "path=")
	name = strings.Trim(argument, "\"'`")
	target, _, _ := strings.Cut(name, "#")
	if len(argument) < len(name)+2 || strings.Trim(target, "./") == "" || strings.ContainsAny(target, "{}$<>?*:") {
		return "", Unknown
	}
	segments := strings.Split(strings.Trim(path.Clean("/"+strings.TrimLeft(target, "./")), "/"), "/")
	last := segments[len(segments)-1]
	if stem := strings.TrimSuffix(last, path.Ext(last)); (stem == "index" || stem == "_index") && len(segments) > 1 {
		segments = segments[:len(segments)-1]
		last = segments[len(segments)-1]
	}
	x := routes(p)
	r := &locator{reader: reader{p: p, site: p.Site}}
	folder := strings.Join(segments[:len(segments)-1], "/")
	if x.Partial() || folder != "" && !r.populated(x, folder) || !areFolders(x, segments[:len(segments)-1]) || inSubmodule(&r.reader, target) || r.madeBeside(folder, last) {
		return name, Unknown
	}
	for _, stem := range [...]string{last, strings.TrimSuffix(last, path.Ext(last))} {
		for _, page := range x.Named(stem) {
			if endsIn(path.Dir(page.Path), segments[:len(segments)-1]) {
				return name, Found
			}
		}
	}
	return name, Missing
}

// areFolders reports whether there are folders with these names. Others may be made when the
// site is built, such as that of the latest version.
func areFolders(x *route.Index, names []string) bool {
	for _, name := range names {
		if !slices.ContainsFunc(x.Named(name), func(p *route.Page) bool { return p.Folder }) {
			return false
		}
	}
	return true
}

// endsIn reports whether the last folders of a path have certain names.
func endsIn(dir string, folders []string) bool {
	parts := strings.Split(dir, "/")
	if len(parts) < len(folders) {
		return false
	}
	for i, name := range folders {
		if route.Squash(parts[len(parts)-len(folders)+i]) != route.Squash(name) {
			return false
		}
	}
	return true
}
