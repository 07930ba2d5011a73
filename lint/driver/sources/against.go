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

// Against returns the files that paths, as typed, stand for, each once, and reads them.
// The error is for a path that is not there and for paths without a text.
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
			name = real // whoever types a link means what it leads to
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

// Set returns the texts of some files; the same ones for the same files. missing are names
// that lead to no file, and cleaned says that a quotation may leave fillers out.
func (s *Store) Set(files, missing []string, cleaned bool) *lint.Sources {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set("", files, missing, cleaned)
}

// Cleaned returns the same texts for quotations that may, or may not, leave fillers out.
func (s *Store) Cleaned(set *lint.Sources, cleaned bool) *lint.Sources {
	if set == nil || set.Cleaned == cleaned {
		return set
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.set("", s.filesOf[set], set.Missing, cleaned)
}

// Note notes for the report that something about a draft could not be compared.
func (s *Store) Note(path, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.missed = append(s.missed, engine.NotChecked{Path: path, Reason: reason})
}
