package survey

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// Limits for the search of a site's layouts.
const (
	mostLayouts  = 24 // files to read
	mostPartials = 60 // files to read where nothing may be missed
	mostEntries  = 300
	layoutLevels = 4
)

// layoutFolders returns the folders in which generators look for layouts.
func layoutFolders() []string {
	return []string{"_layouts", "_includes", "layouts", "templates", "theme", "themes", "overrides", "src/_includes", "src/_layouts", "src/layouts", "src/components"}
}

// findDescription finds out whether the layouts make a meta description from the text if a draft
// gives none: with Jekyll's tag for search engines, or from the summary or the content.
func findDescription(files *repository.Files, site *generator.Instance) {
	if site.Description != lint.DescriptionOfDraft || site.Generator == "" {
		return
	}
	look := &layouts{Files: files, wanted: mayHoldHead, most: mostLayouts, visit: func(_, layout string) bool { return derives(layout) }}
	look.all(site)
	if look.done {
		site.Description = lint.DescriptionFromText
	}
}

// layouts searches the folders of layouts.
type layouts struct {
	*repository.Files
	wanted         func(name string) bool                // reports whether a file is read, by its name
	most           int                                   // files to read
	visit          func(file, layout string) (done bool) // is called with each layout until it is done
	entries, files int
	done           bool
}

// all searches the folders in which the generator of a site looks for layouts.
func (l *layouts) all(site *generator.Instance) {
	for _, dir := range layoutFolders() {
		if dir = path.Join(site.Base, dir); l.IsFolder(dir) {
			l.search(dir, layoutLevels)
		}
	}
}

func (l *layouts) search(dir string, levels int) {
	for _, name := range slices.Sorted(maps.Keys(l.List(dir))) {
		if l.entries++; l.done || !l.complete() {
			return
		}
		switch file := path.Join(dir, name); {
		case path.Ext(name) == "":
			if levels > 1 && l.IsFolder(file) {
				l.search(file, levels-1)
			}
		case l.wanted(name):
			l.files++
			l.done = l.visit(file, string(l.Read(file)))
		}
	}
}

// complete reports whether the search has kept to its limits, so that no layout was left out.
func (l *layouts) complete() bool { return l.entries <= mostEntries && l.files < l.most }

// isTemplate reports whether a file is a layout or a part of one, by its name.
func isTemplate(name string) bool {
	switch path.Ext(name) {
	case ".html", ".njk", ".liquid", ".hbs", ".ejs", ".tmpl", ".j2", ".jinja", ".astro", ".twig", ".erb":
		return true
	}
	return false
}

// mayHoldHead reports whether a file may be the layout with the head of a page, by its name.
func mayHoldHead(name string) bool {
	return isTemplate(name) && slices.ContainsFunc([]string{"head", "meta", "seo", "base", "default", "skeleton", "layout", "main", "top", "opengraph", "social", "desc"}, func(part string) bool {
		return strings.Contains(strings.ToLower(name), part)
	})
}

// reach is how many bytes after its name the value of a meta element is looked for.
const reach = 240

// derives reports whether a layout makes the meta description from the text of the page.
func derives(layout string) bool {
	if strings.Contains(layout, "{% seo ") || strings.Contains(layout, "{%- seo ") {
		return true
	}
	for rest := layout; ; {
		_, after, found := strings.Cut(rest, "name=\"description\"")
		if !found {
			return false
		}
		value := after[:min(len(after), reach)]
		if end := strings.IndexByte(value, '\n'); end > 0 && strings.Contains(value[:end], "content=") {
			value = value[:end]
		}
		for _, source := range [...]string{" .Summary", "$.Summary", "page.excerpt", "post.excerpt", "page.content", ".Plain", "page.summary", "truncate"} {
			if strings.Contains(value, source) {
				return true
			}
		}
		rest = after
	}
}
