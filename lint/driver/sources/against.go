package sources

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
)

// Against reads the files in paths, as typed, and returns each once. The error is for a
// path that does not exist and for paths without texts.
func (s *Store) Against(paths []string) (files []string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, typed := range paths {
		name := typed
		if !filepath.IsAbs(name) {
			name = filepath.Join(s.dir, name)
		}
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("--against: %w", discover.NotThere(typed, name))
		case err != nil:
			return nil, fmt.Errorf("--against: %s: %w", typed, rootfs.Cause(err))
		}
		if real, err := filepath.EvalSymlinks(name); err == nil {
			name = real // a link given by the user means its target
		}
		limit := name
		if !info.IsDir() {
			if _, ok := parse.FormatOf(name); !ok {
				return nil, fmt.Errorf("--against: %s: unknown format; sources are %s", typed, lint.ExtensionList())
			}
			limit = filepath.Dir(name)
		}
		for _, file := range s.list(limit, name) {
			if s.load(limit, file) != nil && !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	if len(paths) > 0 && len(files) == 0 {
		return nil, fmt.Errorf("--against: no text in %s; sources are %s", strings.Join(paths, ", "), lint.ExtensionList())
	}
	return files, nil
}

// Set returns the texts of files; the same value for the same arguments. missing are names
// of files that do not exist, and cleaned means that a quotation may omit fillers.
func (s *Store) Set(files, missing []string, cleaned bool) *lint.Sources {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set("", files, missing, cleaned)
}

// Cleaned returns the same texts with cleaned set or not; see [Store.Set].
func (s *Store) Cleaned(set *lint.Sources, cleaned bool) *lint.Sources {
	if set == nil || set.Cleaned == cleaned {
		return set
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set("", s.filesOf[set], set.Missing, cleaned)
}

// Note records something about a draft that could not be compared, for the report.
func (s *Store) Note(path, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.missed = append(s.missed, engine.NotChecked{Path: path, Reason: reason})
}
