package resolve

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Tag reports whether the file exists that a tag of Jekyll links to, and its name as written:
// {% post_url 2024-01-02-bridge %}, {% link _recipes/pie.md %}. Jekyll builds no site with a
// tag that leads nowhere. For any other tag, and on any other site, the answer is [Unknown].
func Tag(p *lint.Pass, tag string) (name string, answer Answer) {
	if p.Files == nil || p.Site == nil || p.Site.Generator != "jekyll" {
		return "", Unknown
	}
	words := strings.Fields(strings.Trim(tag, "{%-}"))
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
	if inSubmodule(r, name) {
		return name, Unknown
	}
	return name, Missing
}
