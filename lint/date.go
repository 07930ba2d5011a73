package lint

import (
	"path"
	"strings"
)

// Date returns the day on which an article was published, as "2006-01-02", from its metadata
// or from the beginning of its file or folder name; "" if neither has one in this form.
func (d *Document) Date() string {
	name := d.Source.Path
	for _, text := range [...]string{d.Meta.Get(RoleDate).Value().Plain(), path.Base(name), path.Base(path.Dir(name))} {
		if len(text) >= 10 && text[4] == '-' && text[7] == '-' && strings.Trim(text[:10], "0123456789-") == "" {
			return strings.Clone(text[:10])
		}
	}
	return ""
}
