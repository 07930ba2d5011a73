package site

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pronunciation"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/survey"
)

// Found is a recognised site: what its generator and its configuration say, and what its
// drafts show.
type Found struct {
	generator.Instance
	survey.Result
}

// Digest identifies everything about the site that affects how drafts are parsed and
// checked: as long as none of it changes, the digest is the same. It is "" if there is no
// site.
func (f *Found) Digest() string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%+v %v %q", f.Site, f.Names, f.Language.Value) // maps are printed in key order
}

// Summary describes in a phrase how a site was recognised: "a Zola site: town.example,
// images and files in assets, tags from taxonomies.tags". It returns "" if nothing was recognised
// that differs from the defaults.
func (f *Found) Summary() string {
	var parts []string
	if len(f.Hosts) > 0 {
		parts = append(parts, strings.Join(f.Hosts, " and "))
	}
	if n := len(f.Languages); n > 1 {
		parts = append(parts, fmt.Sprintf("%d languages", n))
	}
	if dirs := unusualStatic(f); len(dirs) > 0 {
		parts = append(parts, "images and files in "+strings.Join(dirs, " and "))
	}
	shown := 0
	for _, d := range f.Fields {
		if d.Own && shown < mostFields && roleLabels[d.Role] != "" {
			parts = append(parts, roleLabels[d.Role]+" from "+strings.Join(d.Names, " or "))
			shown++
		}
	}
	what := "a site with an unknown generator"
	switch {
	case f.Title == "" && shown == 0 && len(f.Languages) < 2:
		return ""
	case f.Title != "" && f.Base == ".":
		what = pronunciation.WithArticle(f.Title, "en") + " site"
	case f.Title != "":
		what = pronunciation.WithArticle(f.Title, "en") + " site in " + f.Base
	}
	if len(parts) == 0 {
		return what
	}
	return what + ": " + strings.Join(parts, ", ")
}

// mostFields is the maximum number of field names in a summary.
const mostFields = 3

// unusualStatic returns the folders that are served from the root, if they are not just the
// usual ones of the generator.
func unusualStatic(f *Found) (dirs []string) {
	for _, dir := range f.Static {
		if dir != "." && !f.IsUsual(dir) {
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
