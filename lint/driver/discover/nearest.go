package discover

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/config"
)

// NotThere returns the error for a path that does not exist, given as typed and as an
// absolute path. It suggests the most similar path that exists.
func NotThere(typed, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s: a broken symbolic link", typed)
	}
	if near := NearestPath(typed, file); near != "" {
		return fmt.Errorf("%s: no such file or folder; did you mean %s?", typed, near)
	}
	return fmt.Errorf("%s: no such file or folder", typed)
}

// NearestPath returns the path most similar to one that does not exist, as it would be
// typed: it replaces the first missing element with the most similar name in its folder.
// It returns "" if no name is similar.
func NearestPath(typed, file string) string {
	typed, file = filepath.Clean(typed), filepath.Clean(file)
	rest := ""
	for {
		up := filepath.Dir(file)
		if _, err := os.Lstat(up); err == nil || filepath.Dir(typed) == typed || filepath.Dir(typed) == "." {
			break
		}
		rest = filepath.Join(filepath.Base(file), rest)
		typed, file = filepath.Dir(typed), up
	}
	entries, _ := os.ReadDir(filepath.Dir(file)) // without entries, there is nothing to suggest
	name := filepath.Base(file)
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") == strings.HasPrefix(name, ".") {
			names = append(names, e.Name())
		}
	}
	near := config.Nearest(name, names)
	if near == "" {
		return ""
	}
	if _, err := os.Lstat(filepath.Join(filepath.Dir(file), near, rest)); err != nil {
		rest = ""
	}
	return filepath.Join(filepath.Dir(typed), near, rest)
}
