package discover

import (
	"os"
	"path/filepath"
	"strings"
)

// Shown returns a path as findings show it: relative to dir, except for an absolute path,
// as typed, outside of it. file is absolute.
func Shown(dir, typed, file string) string {
	if rest, inside := strings.CutPrefix(file, dir); inside && len(rest) > 1 && os.IsPathSeparator(rest[0]) {
		return filepath.ToSlash(rest[1:])
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || filepath.IsAbs(typed) && !filepath.IsLocal(rel) {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}
