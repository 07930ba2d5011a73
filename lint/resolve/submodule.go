package resolve

import (
	"io/fs"
	"path"
	"strings"
)

// inSubmodule reports whether a missing file may be in a submodule of git that is not
// checked out, as is usual in CI. Then it is not known whether the file exists.
func inSubmodule(r *reader, name string) bool {
	modules, err := fs.ReadFile(r.p.Files, ".gitmodules")
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(modules)) {
		key, folder, is := strings.Cut(line, "=")
		if folder = path.Clean(strings.TrimSpace(folder)); !is || strings.TrimSpace(key) != "path" || !fs.ValidPath(folder) {
			continue
		}
		if entries, err := fs.ReadDir(r.p.Files, folder); err == nil && len(entries) > 0 {
			continue // checked out
		}
		for _, dir := range append(r.roots(), path.Dir(r.p.Name)) {
			if strings.HasPrefix(path.Join(dir, name), folder+"/") || strings.HasPrefix(path.Join(dir, path.Clean("/"+name)), folder+"/") {
				return true
			}
		}
	}
	return false
}
