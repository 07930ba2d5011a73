package survey

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// findHeads finds out whether the site's own layouts write the head of its pages, and no description in
// it: then readers never see one. A theme or a component from elsewhere may write it as well, so nothing
// is known of a site with one, nor if a layout has any word that it might be about. Layouts are read only
// if a draft of the sample lacks a description.
func findHeads(files *repository.Files, site *generator.Instance, samples []sample) {
	if site.Description != lint.DescriptionOfDraft || hasTheme(files, site) || !slices.ContainsFunc(samples, func(s sample) bool {
		return s.doc.Meta.Exists() && s.doc.Meta.Description().Len() == 0
	}) {
		return
	}
	headed := false
	look := &layouts{Files: files, wanted: isTemplate, most: mostPartials, visit: func(_, layout string) bool {
		layout = strings.ToLower(layout)
		headed = headed || strings.Contains(layout, "</head>") && strings.Contains(layout, "<title")
		return mayDescribe(layout)
	}}
	look.all(site)
	if headed && !look.done && look.complete() {
		site.Description = lint.DescriptionNowhere
	}
}

// mayDescribe reports whether a layout in lower case may write a description, or include what does.
func mayDescribe(layout string) bool {
	if slices.ContainsFunc([]string{`"description`, `'description`, ":description", "=description", "seo", "opengraph", "open_graph", "_internal/", "metadata", "meta-"}, func(sign string) bool {
		return strings.Contains(layout, sign)
	}) {
		return true
	}
	for rest := layout; ; { // the name of an element may be filled in
		_, after, found := strings.Cut(rest, "<meta")
		if !found {
			return false
		}
		rest = after
		if strings.Contains(after[:min(len(after), reach)], "description") {
			return true
		}
	}
}

// hasTheme reports whether layouts of a site may come from a theme, or from anywhere else than from its
// own folders. Of most generators, that is not known.
func hasTheme(files *repository.Files, site *generator.Instance) bool {
	switch site.Generator {
	case "hugo", "jekyll", "eleventy", "zola":
	default:
		return true
	}
	s := site.Configuration(files)
	return s["theme"] != "" || s["remote_theme"] != "" || len(s.Keys("theme.")) > 0 || len(s.Keys("module.imports.")) > 0 ||
		site.Generator != "eleventy" && files.IsFolder(path.Join(site.Base, "themes"))
}
