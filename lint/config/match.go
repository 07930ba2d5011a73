package config

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/copychief/copychief/lint/config/strict"
)

// matching returns a byte for each override, 1 if it applies to the file, and whether the
// file is ignored.
func (f *File) matching(name string) (match []byte, ignore bool) {
	if f.sources.contains(name) {
		ignore = true
	}
	if len(f.overrides) == 0 && len(f.ignore) == 0 {
		return nil, ignore
	}
	rel, err := filepath.Rel(f.dir, name)
	if err != nil {
		return make([]byte, len(f.overrides)), ignore
	}
	rel = filepath.ToSlash(rel)
	match = make([]byte, len(f.overrides))
	for i := range f.overrides {
		for _, glob := range f.overrides[i].files {
			if matches(glob, rel) {
				match[i] = 1
				ignore = ignore || f.overrides[i].ignore
				break
			}
		}
	}
	for _, glob := range f.ignore {
		ignore = ignore || matches(glob, rel) || inIgnored(glob, rel)
	}
	return match, ignore
}

// matches reports whether a glob matches a path relative to the configuration. A glob
// without a slash matches the file name in any folder.
func matches(glob, rel string) bool {
	if strings.HasSuffix(glob, "/") {
		glob += "**"
	}
	if !strings.Contains(glob, "/") {
		rel = path.Base(rel)
	}
	return doublestar.MatchUnvalidated(glob, rel)
}

// inIgnored reports whether one of the folders that contain a path matches a glob.
func inIgnored(glob, rel string) bool {
	glob = strings.TrimSuffix(glob, "/")
	for dir := path.Dir(rel); dir != "." && dir != "/" && dir != ".."; dir = path.Dir(dir) {
		if matches(glob, dir) {
			return true
		}
	}
	return false
}

// globLength and globGroups limit the size of a glob, since groups are tried in every
// combination.
const (
	globLength = 256
	globGroups = 4
)

func globs(d *decoder, patterns []text) (valid []string) {
	for _, p := range patterns {
		glob := strings.TrimPrefix(p.Value, "./")
		switch {
		case !doublestar.ValidatePattern(glob) || glob == "":
			d.Fail(p.Node, "%s is not a valid glob", strict.Quoted(p.Value))
		case len(glob) > globLength || strings.Count(glob, "{") > globGroups:
			d.Fail(p.Node, "%s is too long for a glob; use at most %d bytes and %d groups in braces", strict.Quoted(p.Value), globLength, globGroups)
		case strings.HasPrefix(glob, "/") || strings.HasPrefix(glob, "../") || strings.Contains(glob, "\\"):
			d.Fail(p.Node, "%s: globs are relative to the folder of the configuration and use slashes", strict.Quoted(p.Value))
		case strings.HasPrefix(glob, "!"):
			d.Fail(p.Node, "%s: a glob cannot exclude files; write globs that do not match the file", strict.Quoted(p.Value))
		default:
			valid = append(valid, glob)
		}
	}
	return valid
}

// within reports whether path is dir or inside it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}
