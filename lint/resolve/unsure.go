package resolve

import (
	"io/fs"
	"path"
	"strings"
)

// unsure reports whether a missing file may exist where the site is built: in a submodule,
// behind a symbolic link that leads to one, or because a program generates it there, like
// files that git ignores. From a draft in the folder of Jekyll and Hexo for drafts, nobody knows
// where a relative path leads: the draft moves to another folder when it is published.
func (r *reader) unsure(name string) bool {
	if inSubmodule(r, name) || name[0] != '/' && strings.Contains("/"+r.p.Name, "/_drafts/") {
		return true
	}
	for _, dir := range append(r.roots(), path.Dir(r.p.Name)) {
		full := path.Join(dir, name)
		if fs.ValidPath(full) && (r.linked(full) || r.ignored(full)) {
			return true
		}
	}
	return false
}

// linked reports whether a path is a symbolic link, whatever it leads to.
func (r *reader) linked(full string) bool {
	entries, err := fs.ReadDir(r.p.Files, path.Dir(full))
	if err != nil {
		return false
	}
	for _, e := range entries {
		if e.Name() == path.Base(full) {
			return e.Type()&fs.ModeSymlink != 0
		}
	}
	return false
}

// ignored reports whether git ignores a path, judging by the lists in the folders above it.
func (r *reader) ignored(full string) bool {
	out := false
	for dir, below := ".", full; ; {
		if list, err := fs.ReadFile(r.p.Files, path.Join(dir, ".gitignore")); err == nil {
			for line := range strings.Lines(string(list)) {
				pattern, again := strings.CutPrefix(strings.TrimSpace(line), "!")
				if pattern != "" && pattern[0] != '#' && ignores(pattern, below) {
					out = !again
				}
			}
		}
		first, rest, deeper := strings.Cut(below, "/")
		if !deeper {
			return out
		}
		dir, below = path.Join(dir, first), rest
	}
}

// ignores reports whether a pattern of a .gitignore matches a path below the folder of the
// list, or a folder that it is in. Only patterns for a certain path count: one for a name
// anywhere, such as “uploads”, does not say that a build makes this file.
func ignores(pattern, below string) bool {
	pattern = strings.TrimSuffix(strings.TrimSuffix(pattern, "/"), "/**")
	if !strings.Contains(pattern, "/") || strings.HasPrefix(pattern, "**/") {
		return false
	}
	parts, segments := strings.Split(strings.TrimPrefix(pattern, "/"), "/"), strings.Split(below, "/")
	if len(parts) > len(segments) {
		return false
	}
	for i, part := range parts {
		if ok, err := path.Match(part, segments[i]); !ok || err != nil {
			return false
		}
	}
	return true
}

// mostFolders is the number of folders that are searched for what an unknown generator serves.
const mostFolders = 200

// elsewhere reports whether a path with a folder leads to a file from a folder at the root of
// the file tree, or from one in such a folder, which an unknown generator may serve.
func (r *reader) elsewhere(name string) bool {
	if name = path.Clean(name); strings.HasPrefix(name, ".") || !strings.Contains(name, "/") {
		return false
	}
	for _, pattern := range [...]string{"*", "*/*"} {
		folders, _ := fs.Glob(r.p.Files, pattern) // the pattern is valid
		for _, folder := range folders[:min(len(folders), mostFolders)] {
			if r.exists(path.Join(folder, name)) {
				return true
			}
		}
	}
	return false
}
