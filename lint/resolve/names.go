package resolve

import (
	"io/fs"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// there reports whether a file or its source exists. An HTML page may be generated from
// Markdown, and the address of a page may leave out the end of its file name.
func (r *reader) there(full string) bool {
	if !fs.ValidPath(full) {
		return false
	}
	if r.exists(full) {
		return true
	}
	ext := path.Ext(full)
	stem := strings.TrimSuffix(full, ext)
	if ext == ".md" && r.exists(stem+"/index.md") {
		return true // generators look the page up by its name, whether it is a file or a folder
	}
	if page, index := strings.CutSuffix(full, "/index.md"); index && r.exists(page+".md") {
		return true
	}
	if strings.HasPrefix(strings.ToLower(ext), ".htm") {
		for _, f := range lint.Formats() {
			if !f.Can(lint.NamesPage) {
				continue
			}
			for _, source := range f.Extensions() {
				if r.exists(stem+source) || r.exists(full+source) { // cost.md, cost.html.md
					return true
				}
			}
		}
		if r.exists(stem + "/index.md") {
			return true
		}
		if page, index := strings.CutSuffix(stem, "/index"); index && r.site.Links.Routed && r.there(page+".html") {
			return true
		}
		if r.exists(stem+".Rmd") || r.exists(stem+".qmd") {
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
	return err == nil || r.also[name]
}

// finder is a file tree with an index of file names; see [named].
type finder interface{ Named(base string) []string }

// named returns the paths of all files with a base name, ignoring case. It uses the index
// of the tree if there is one, and otherwise walks the tree.
func named(files fs.FS, base string) (all []string) {
	if f, ok := files.(finder); ok {
		return f.Named(base)
	}
	const most = 20_000 // entries, so that a tree without an index does not make a draft slow
	seen := 0
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error { // files that cannot be read count as not found
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
