package site

import (
	"path"
	"slices"
)

// mostCode is the maximum number of files of the site's own code to read.
const mostCode = 20

// idsInCode matches code that writes an id: id="x", {: #x}, node["id"], auto_id, or that
// reads comments.
var idsInCode = pattern(`(?i)<!--|\bid=|\{:\s?#|\[["']id["']\]|\bauto_?id|set_id|\.id\s*=`)

// hasOwnIDs reports whether the site's own code gives ids to parts of pages. Which ones
// cannot be known without running it.
func hasOwnIDs(r *repository, f *Found) bool {
	var files []string
	for _, name := range f.code {
		if name = path.Join(f.base, name); !r.folder(name) {
			files = append(files, name)
			continue
		}
		for entry := range r.list(name) {
			if file := path.Join(name, entry); r.exists(file) && !r.folder(file) {
				files = append(files, file)
			}
		}
	}
	slices.Sort(files)
	return slices.ContainsFunc(files[:min(len(files), mostCode)], func(name string) bool { return idsInCode().Match(r.read(name)) })
}
