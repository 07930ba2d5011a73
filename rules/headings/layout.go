package headings

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// hasOwnLayout reports whether the metadata of a draft names a layout that hardly any other draft has:
// it may print more than the text, such as a list below its last heading.
func hasOwnLayout(p *lint.Pass) bool {
	for i := range p.Doc.Meta.Fields {
		f := &p.Doc.Meta.Fields[i]
		if name := strings.ToLower(f.Name); name != "layout" && name != "template" {
			continue
		}
		layout := f.Value().Plain()
		if p.Site != nil && slices.Contains(p.Site.Layouts, layout) || isPlainLayout(layout) {
			continue
		}
		return true
	}
	return false
}

// isPlainLayout reports whether a layout has a name that is used for pages of any kind, or is none.
func isPlainLayout(layout string) bool {
	name, _, _ := strings.Cut(strings.ToLower(path.Base(layout)), ".")
	switch strings.NewReplacer("-", "", "_", "", "layout", "").Replace(name) {
	case "", "post", "posts", "page", "pages", "default", "article", "articles", "single", "blog", "blogpost", "doc", "docs", "base", "main", "note", "news",
		"basic", "simple", "content", "markdown", "mdx", "false", "null", "none":
		return true
	}
	return false
}
