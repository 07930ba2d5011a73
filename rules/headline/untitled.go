package headline

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/locale"
)

// isMicropost reports whether a draft is called by nothing but its date and time, as posts of a
// microblog and comments on a link are: the layout shows the date where others have their headline.
func isMicropost(p *lint.Pass) bool {
	if p.Doc.Meta.Get(lint.RoleDate).Value().Len() == 0 {
		return false
	}
	return isTime(strings.TrimSuffix(lint.StemOf(p.Doc.Source.Path), "/index")) || isTime(p.Doc.Meta.Get(lint.RoleSlug).Value().Plain())
}

// isTime reports whether the last parts of a path are only numbers, enough for a date or for the
// seconds of a clock: notes/2026-03-01-09-45-56, notes/2026/03/01/0945, notes/1772354756.
func isTime(name string) bool {
	const fewest = 8 // digits
	digits := 0
	for _, part := range slices.Backward(strings.Split(name, "/")) {
		if strings.Trim(part, "0123456789-_TZ") != "" {
			break
		}
		digits += len(part) - strings.Count(part, "-") - strings.Count(part, "_")
	}
	return digits >= fewest
}

// isHome reports whether a draft is the first page of a site, or of one of its languages:
// the layout shows the name of the site there.
func isHome(p *lint.Pass) bool {
	name := p.Name
	if name == "" {
		name = p.Doc.Source.Path
	}
	dir, file := path.Split(name)
	if stem := lint.StemOf(file); !p.Doc.Can(lint.NamesPage) || p.Doc.Meta.InHead() || stem != "index" && stem != "_index" {
		return false
	}
	dir = strings.TrimSuffix(dir, "/")
	roots := []string{"", "docs", "src", "content", "source", "pages", "site"}
	if p.Site != nil {
		for _, root := range append([]string{p.Site.Base}, p.Site.Content...) {
			roots = append(roots, strings.TrimPrefix(path.Clean(root), "."))
		}
	}
	return slices.Contains(roots, dir) || locale.IsFolder(p.Site, dir) && slices.Contains(roots, strings.TrimPrefix(path.Dir(dir), "."))
}
