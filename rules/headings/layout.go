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

// printedAbove returns the level of the last heading that the layout of a draft prints above its text, as
// far as the site's layouts are known, or 0. A draft of Jekyll or Eleventy that names no layout gets one
// from elsewhere, which may be any.
func printedAbove(p *lint.Pass) int {
	if p.Site == nil || len(p.Site.Printed) == 0 {
		return 0
	}
	layout, section := "", ""
	for i := range p.Doc.Meta.Fields {
		switch f := &p.Doc.Meta.Fields[i]; strings.ToLower(f.Name) {
		case "layout":
			layout, _, _ = strings.Cut(path.Base(f.Value().Plain()), ".")
		case "type":
			section = f.Value().Plain()
		}
	}
	if layout == "" && p.Site.Generator != "hugo" {
		return slices.MaxFunc(p.Site.Printed, func(a, b lint.LayoutHeading) int { return a.Level - b.Level }).Level
	}
	folders := strings.Split(path.Dir(p.Name), "/")
	if section != "" {
		folders = append([]string{section}, folders...)
	}
	for _, name := range [...]string{layout, "single"} {
		for _, folder := range append(folders, "") {
			if at := slices.IndexFunc(p.Site.Printed, func(l lint.LayoutHeading) bool { return name != "" && l.Layout == path.Join(folder, name) }); at >= 0 {
				return p.Site.Printed[at].Level
			}
		}
	}
	return 0
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
