package discover

import (
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// Shown returns a path as findings show it: relative to dir, except for an absolute path,
// as typed, outside of it. file is absolute.
func Shown(dir, typed, file string) string {
	if rel := rootfs.NameIn(dir, file); rel != "" {
		return rel
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || filepath.IsAbs(typed) && !filepath.IsLocal(rel) {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}
