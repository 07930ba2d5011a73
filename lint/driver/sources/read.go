package sources

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
)

// Limits for the texts that drafts quote from, for each place that is named.
const (
	sourceLimit  = 16 << 20  // bytes of one file
	sourcesLimit = 64 << 20  // bytes of all
	mostSources  = 10_000    // files
	mostNamed    = 200       // sources that one draft names
	memoryLimit  = 128 << 20 // bytes of all cached texts
)

// list returns the sorted files of a folder, or the file itself.
func (s *Store) list(limit, name string) (files []string) {
	if files, known := s.listed[name]; known {
		return files
	}
	defer func() { s.listed[name] = files }()
	rel := rootfs.NameIn(limit, name)
	root, err := os.OpenRoot(limit)
	if err != nil {
		s.miss(name, rootfs.Cause(err).Error())
		return nil
	}
	defer root.Close() //nolint:errcheck // it is only read
	info, err := root.Stat(filepath.FromSlash(rel))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.miss(name, "the sources do not exist; quotations are not compared with them")
		return nil
	case err != nil:
		s.miss(name, rootfs.Cause(err).Error())
		return nil
	case !info.IsDir():
		if _, ok := parse.FormatOf(name); !ok {
			s.miss(name, "unknown format; sources are "+lint.ExtensionList())
			return nil
		}
		return []string{name}
	}
	if files = s.walk(root, limit, rel); len(files) == 0 {
		s.miss(name, "no sources in this folder; they are "+lint.ExtensionList())
	}
	return files
}

// walk returns the sorted files of a folder, up to the limit. It skips names that begin
// with a dot and does not follow links.
func (s *Store) walk(root *os.Root, limit, rel string) (files []string) {
	size := 0
	absolute := func(at string) string { return filepath.Join(limit, filepath.FromSlash(at)) }
	_ = fs.WalkDir(root.FS(), rel, func(at string, e fs.DirEntry, err error) error { // it returns nothing but fs.SkipAll
		switch {
		case err != nil:
			s.miss(absolute(at), rootfs.Cause(err).Error())
			return nil
		case at != rel && strings.HasPrefix(path.Base(at), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if _, ok := parse.FormatOf(at); !ok || !e.Type().IsRegular() {
			return nil
		}
		if info, err := e.Info(); err == nil {
			size += int(min(info.Size(), sourceLimit))
		}
		if size > sourcesLimit || len(files) == mostSources {
			s.miss(absolute(rel), fmt.Sprintf("only %d files and %d MiB of sources are read; the rest is left out", mostSources, sourcesLimit>>20))
			return fs.SkipAll
		}
		files = append(files, absolute(at))
		return nil
	})
	return files
}

// load reads a source, once; it returns nil if that fails.
func (s *Store) load(limit, file string) *lint.Document {
	if doc, known := s.docs[file]; known && !s.dropped[file] {
		return doc
	}
	delete(s.dropped, file)
	s.docs[file] = nil
	content, err := rootfs.Dir(limit).Read(rootfs.NameIn(limit, file), sourceLimit)
	if err != nil {
		s.miss(file, rootfs.Cause(err).Error())
		return nil
	}
	doc, reason := engine.Parse(s.shown(file), content, parse.Options{Limits: parse.Limits{File: sourceLimit}})
	if doc == nil {
		s.miss(file, reason)
		return nil
	}
	s.missed = append(s.missed, engine.Unchecked(doc)...)
	s.docs[file] = doc
	s.size += len(content)
	return doc
}

// shown returns a name as messages show it.
func (s *Store) shown(file string) string {
	if rel := rootfs.NameIn(s.dir, file); rel != "" {
		return rel
	}
	return filepath.ToSlash(file)
}

func (s *Store) miss(file, reason string) {
	s.missed = append(s.missed, engine.NotChecked{Path: s.shown(file), Reason: reason})
}
