package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// mostFields is the maximum number of field names in a summary.
const mostFields = 3

// unusualStatic returns the folders that are served from the root, if they are not just the
// usual ones of the generator.
func unusualStatic(f *Found) (dirs []string) {
	for _, dir := range f.Static {
		if dir != "." && (f.generator == nil || len(f.generator.Static) == 0 || dir != path.Join(f.Base, f.generator.Static[0])) {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// roleLabels maps the roles that a summary mentions to their names.
var roleLabels = [lint.Roles]string{
	lint.RoleTitle: "title", lint.RoleDescription: "description", lint.RoleDate: "date", lint.RoleUpdated: "update",
	lint.RoleAuthors: "authors", lint.RoleTags: "tags", lint.RoleImage: "image",
}

// article puts an indefinite article before a name.
func article(name string) string {
	if strings.ContainsRune("AEIOU", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}
