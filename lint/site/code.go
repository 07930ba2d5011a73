package site

import (
	"path"
	"regexp"
	"slices"
	"sync"

	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostCode is the maximum number of files of the site's own code to read.
const mostCode = 20

// idsInCode matches code that writes an id: id="x", {: #x}, node["id"], auto_id, or that
// reads comments.
var idsInCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<!--|\bid=|\{:\s?#|\[["']id["']\]|\bauto_?id|set_id|\.id\s*=`)
})

// hasOwnIDs reports whether the site's own code gives ids to parts of pages. Which ones
// cannot be known without running it.
func hasOwnIDs(files *repository.Files, site *generator.Instance) bool {
	var code []string
	for _, name := range site.Code {
		if name = path.Join(site.Base, name); !files.IsFolder(name) {
			code = append(code, name)
			continue
		}
		for entry := range files.List(name) {
			if file := path.Join(name, entry); files.Exists(file) && !files.IsFolder(file) {
				code = append(code, file)
			}
		}
	}
	slices.Sort(code)
	return slices.ContainsFunc(code[:min(len(code), mostCode)], func(name string) bool { return idsInCode().Match(files.Read(name)) })
}
