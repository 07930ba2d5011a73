package kind

import (
	"io/fs"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Built reports whether a page of HTML without metadata is the second copy of a page, ferry/index.html
// beside ferry.html, or made from a draft of the same site: public/ferry/index.html or public/ferry.html beside content/ferry.md, whatever the
// two folders are called, and ferry.html beside ferry.md. Its faults are those of the draft. name is the path of the page in files.
func Built(files fs.FS, name string, d *lint.Document) bool {
	if files == nil || !isPlainHTML(d) || !strings.HasPrefix(path.Ext(name), ".htm") {
		return false
	}
	if !strings.Contains(name, "README.") {
		if _, err := fs.Stat(files, strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "/index")+".md"); err == nil {
			return true
		}
	}
	if page, is := strings.CutSuffix(name, "/index.html"); is {
		if _, err := fs.Stat(files, page+".html"); err == nil {
			return true
		}
	}
	top, page, found := strings.Cut(strings.TrimSuffix(name, path.Ext(name)), "/")
	if !found {
		return false
	}
	page = strings.TrimSuffix(page, "/index")
	if page == "index" {
		return false
	}
	for _, folder := range [...]string{"content", "src", "source", "pages", "docs", "_posts", "posts"} {
		if folder == top {
			continue
		}
		for _, source := range [...]string{page + ".md", page + "/index.md"} {
			if _, err := fs.Stat(files, folder+"/"+source); err == nil {
				return true
			}
		}
	}
	return false
}

// hasFrontMatter reports whether a page has front matter, which a generator reads.
func hasFrontMatter(d *lint.Document) bool {
	return d.Meta.Format != lint.NoMeta && d.Meta.Format != lint.HTMLHead
}
