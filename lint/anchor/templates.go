package anchor

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// The limits for a search in the templates of a site.
const (
	mostTemplates   = 400
	templateEntries = 4000
	templateSize    = 64 << 10
)

// InTemplates reports whether a template of the site has an element with an id. Pages get
// such elements from their layout: a form, a menu, the comments.
func InTemplates(files fs.FS, s *lint.Site, id string) bool {
	if files == nil || s == nil {
		return false
	}
	read, seen, found := 0, 0, false
	for i := range s.Places {
		place := &s.Places[i]
		if place.Kind != lint.KindTemplate && place.Kind != lint.KindFragment || place.Folder == "" || place.Under != "" || place.Name != "" || found {
			continue
		}
		_ = fs.WalkDir(files, place.Folder, func(name string, d fs.DirEntry, err error) error { // folders that cannot be read count as empty
			if seen++; seen > templateEntries || read > mostTemplates || found {
				return fs.SkipAll
			}
			if err != nil || d.IsDir() || !isTemplate(name) {
				return nil //nolint:nilerr // the walk goes on without the folder
			}
			info, err := d.Info()
			if err != nil || info.Size() > templateSize {
				return nil //nolint:nilerr // the walk goes on without the file
			}
			read++
			content, err := fs.ReadFile(files, name)
			found = err == nil && ownIDIn(content, nil, id)
			return nil
		})
	}
	return found
}

// isTemplate reports whether a file may be a template that writes elements.
func isTemplate(name string) bool {
	return slices.Contains([]string{
		".html", ".htm", ".md", ".njk", ".liquid", ".astro", ".vue", ".jsx", ".tsx", ".svelte", ".hbs", ".ejs", ".j2", ".jinja", ".xhtml",
	}, strings.ToLower(path.Ext(name)))
}
