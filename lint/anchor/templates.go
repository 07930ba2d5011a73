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
	search := templateSearch{files: files, id: id}
	for _, folder := range templateFolders(s) {
		if search.in(folder); search.found {
			return true
		}
	}
	return false
}

// templateFolders returns the folders of a site that hold templates. A name that counts
// at any depth is looked for where the site and its pages are.
func templateFolders(s *lint.Site) (folders []string) {
	for i := range s.Places {
		place := &s.Places[i]
		if place.Kind != lint.KindTemplate && place.Kind != lint.KindFragment || place.Name != "" {
			continue
		}
		switch {
		case place.Under == "" && place.Folder != "":
			folders = append(folders, place.Folder)
		case place.Under != "" && place.Folder != "":
			folders = append(folders, path.Join(place.Folder, place.Under))
		case place.Under != "":
			for _, content := range append([]string{s.Base, path.Join(s.Base, "src")}, s.Content...) {
				folders = append(folders, path.Join(content, place.Under))
			}
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// templateSearch looks for an id in files, up to the limits.
type templateSearch struct {
	files      fs.FS
	id         string
	read, seen int
	found      bool
}

// in searches a folder. What cannot be read counts as empty.
func (t *templateSearch) in(folder string) {
	_ = fs.WalkDir(t.files, folder, func(name string, d fs.DirEntry, err error) error {
		if t.seen++; t.seen > templateEntries || t.read > mostTemplates || t.found {
			return fs.SkipAll
		}
		if err != nil || d.IsDir() || !isTemplate(name) {
			return nil //nolint:nilerr // the walk goes on without the folder
		}
		info, err := d.Info()
		if err != nil || info.Size() > templateSize {
			return nil //nolint:nilerr // the walk goes on without the file
		}
		t.read++
		content, err := fs.ReadFile(t.files, name)
		t.found = err == nil && ownIDIn(content, nil, t.id)
		return nil
	})
}

// isTemplate reports whether a file may be a template that writes elements.
func isTemplate(name string) bool {
	return slices.Contains([]string{
		".html", ".htm", ".md", ".njk", ".liquid", ".astro", ".vue", ".jsx", ".tsx", ".svelte", ".hbs", ".ejs", ".j2", ".jinja", ".xhtml", ".erb", ".haml", ".slim",
	}, strings.ToLower(path.Ext(name)))
}
