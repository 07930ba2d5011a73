package resolve

import (
	"io/fs"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// there reports whether a file is there, or what it is made from: an HTML page may be
// made from Markdown, and the address of a page may lack the end of its file's name.
func (r *reader) there(full string) bool {
	if !fs.ValidPath(full) {
		return false
	}
	if r.exists(full) {
		return true
	}
	ext := path.Ext(full)
	stem := strings.TrimSuffix(full, ext)
	if strings.HasPrefix(strings.ToLower(ext), ".htm") {
		for _, f := range lint.Formats() {
			if !f.Can(lint.NamesPage) {
				continue
			}
			for _, source := range f.Extensions() {
				if r.exists(stem + source) {
					return true
				}
			}
		}
		if r.exists(stem + "/index.md") {
			return true
		}
	}
	for _, suffix := range r.site.Links.Suffixes {
		if suffix != "" && r.exists(full+suffix) {
			return true
		}
	}
	for _, tag := range r.site.Languages {
		if r.exists(stem + "." + tag + ext) {
			return true
		}
	}
	return false
}

func (r *reader) exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(r.p.Files, name)
	return err == nil
}

// finder is a tree that knows where files of a name are; see [named].
type finder interface{ Named(base string) []string }

// named returns the paths of all files with a base name, case aside. Trees that keep an
// index are asked; any other is walked.
func named(files fs.FS, base string) (all []string) {
	if f, ok := files.(finder); ok {
		return f.Named(base)
	}
	const most = 20_000 // entries, so that a tree without an index does not hold up a draft
	seen := 0
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error { // what cannot be read is not found
		switch seen++; {
		case seen > most:
			return fs.SkipAll
		case err != nil:
			return fs.SkipDir
		case !d.IsDir() && strings.EqualFold(d.Name(), base):
			all = append(all, name)
		}
		return nil
	})
	return all
}
