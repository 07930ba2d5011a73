package resolve

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/locale"
)

// built reports whether a missing file may exist once the site is built, because an unknown program
// of the repository copies folders, converts drafts, or gives pages other addresses.
func built(r *reader, name string) bool {
	full := path.Join(path.Dir(r.p.Name), name)
	if name[0] == '/' {
		full = path.Clean(name)[1:]
	}
	if !fs.ValidPath(full) || full == "." {
		return false
	}
	if emptied(r, full) || copied(r, full) {
		return true
	}
	format, _ := lint.FormatOf(r.p.Name)
	switch strings.ToLower(path.Ext(full)) {
	case ".html", ".htm":
		return addressed(r, full, name) || translated(r, name) || r.site.Generator == "" && format.Can(lint.LinksByReference) && converted(r, full)
	case ".md":
		// HTML that was made of drafts with such links
		return !format.Can(lint.LinksByReference) && len(named(r.p.Files, path.Base(full))) > 0
	}
	return false
}

// emptied reports whether the folder of a file is there and empty. Git keeps no empty folders:
// something fills this one.
func emptied(r *reader, full string) bool {
	for _, root := range r.roots() {
		if dir := path.Dir(path.Join(root, full)); dir != "." && fs.ValidPath(dir) {
			if entries, err := fs.ReadDir(r.p.Files, dir); err == nil && len(entries) == 0 {
				return true
			}
		}
	}
	return false
}

// copied reports whether a folder of files that are not drafts has a file at the address of the
// missing one, below a folder that a build may copy beside the pages: assets/2026/ferry/plan.png
// for src/2026/ferry/plan.png.
func copied(r *reader, full string) bool {
	top, _, _ := strings.Cut(full, "/")
	for _, content := range append([]string{top}, r.site.Content...) {
		tail, inside := strings.CutPrefix(full, content+"/")
		if !inside || !strings.Contains(tail, "/") {
			continue
		}
		for _, other := range named(r.p.Files, path.Base(full)) {
			if strings.HasSuffix("/"+other, "/"+tail) && !hasDrafts(r.p.Files, path.Dir(other)) {
				return true
			}
		}
	}
	return false
}

// hasDrafts reports whether there are drafts in a folder.
func hasDrafts(files fs.FS, dir string) bool {
	entries, _ := fs.ReadDir(files, dir) // what cannot be read is empty
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		f, draft := lint.FormatOf(e.Name())
		return draft && f.Can(lint.NamesPage)
	})
}

// addressed reports whether front matter, data or code has the address of a page, as a
// permalink or as one that is redirected.
func addressed(r *reader, full, name string) bool {
	tree, is := r.p.Files.(Indexed)
	if !is {
		return false
	}
	routes, tail := tree.Routes(), path.Clean("/" + name)[1:]
	for address := full; len(address) >= len(tail) && address != ""; {
		if routes.Addressed(address) || routes.Written(address) && strings.Contains(address, "/") {
			return true
		}
		_, rest, deeper := strings.Cut(address, "/")
		if !deeper {
			break
		}
		address = rest
	}
	return false
}

// translated reports whether an address begins with the folder of a language in which the
// repository has translations elsewhere: ko/index.html beside locale/ko.
func translated(r *reader, name string) bool {
	first, rest, _ := strings.Cut(path.Clean(name), "/")
	if rest == "" || !locale.IsTag(first) {
		return false
	}
	for _, folder := range [...]string{first, "locale", "locales", "translations", "po", "i18n", "l10n"} {
		for _, p := range pagesNamed(r.p, folder) {
			if p.Folder {
				return true
			}
		}
	}
	return false
}

// converted reports whether a draft with the name of a page is elsewhere in the repository, or
// the folder of the page nowhere, so that it is not known where the pages will be.
func converted(r *reader, full string) bool {
	_, last := ends(full)
	for _, p := range pagesNamed(r.p, last) {
		if p.Path != r.p.Name {
			return true
		}
	}
	return path.Dir(full) != "." && !r.exists(path.Dir(full))
}
