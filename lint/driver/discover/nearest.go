package discover

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint/config"
)

// NotThere words the error about a path, as typed, that does not exist under its
// absolute name, with the nearest path beside it.
func NotThere(typed, file string) error {
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s: a link to something that is not there", typed)
	}
	if near := NearestPath(typed, file); near != "" {
		return fmt.Errorf("%s: no such file or folder; did you mean %s?", typed, near)
	}
	return fmt.Errorf("%s: no such file or folder", typed)
}

// NearestPath returns a path, as it would be typed, like one that does not exist under
// its absolute name file: the first part of it that is not there is exchanged for what
// is nearest to it in its folder. "" where nothing is near.
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
	entries, _ := os.ReadDir(filepath.Dir(file)) // without entries there is nothing to propose
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
