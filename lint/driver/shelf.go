package driver

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Bounds of the texts that drafts quote from, of one place where they lie.
const (
	sourceLimit  = 16 << 20  // bytes of one file
	sourcesLimit = 64 << 20  // bytes of all
	mostSources  = 10_000    // files
	mostNamed    = 200       // sources that one draft names
	heldLimit    = 128 << 20 // bytes of all texts in memory, beside those that are compared with
)

// list returns the files of a folder in order, or the file itself.
func (s *shelf) list(limit, name string) (files []string) {
	if files, known := s.listed[name]; known {
		return files
	}
	defer func() { s.listed[name] = files }()
	rel := nameIn(limit, name)
	root, err := os.OpenRoot(limit)
	if err != nil {
		s.miss(name, plain(err).Error())
		return nil
	}
	defer root.Close() //nolint:errcheck // it is only read
	info, err := root.Stat(filepath.FromSlash(rel))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.miss(name, "the sources are not there; quotations are not compared with them")
		return nil
	case err != nil:
		s.miss(name, plain(err).Error())
		return nil
	case !info.IsDir():
		if _, ok := parse.FormatOf(name); !ok {
			s.miss(name, "unknown format; sources are "+formats)
			return nil
		}
		return []string{name}
	}
	if files = s.walk(root, limit, rel); len(files) == 0 {
		s.miss(name, "no sources in this folder; they are "+formats)
	}
	return files
}

// walk returns the files of a folder in order, as many as there may be. Names that begin
// with a dot are left out, and links are not followed.
func (s *shelf) walk(root *os.Root, limit, rel string) (files []string) {
	size := 0
	absolute := func(at string) string { return filepath.Join(limit, filepath.FromSlash(at)) }
	_ = fs.WalkDir(root.FS(), rel, func(at string, e fs.DirEntry, err error) error { // it returns nothing but fs.SkipAll
		switch {
		case err != nil:
			s.miss(absolute(at), plain(err).Error())
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
			s.miss(absolute(rel), fmt.Sprintf("sources are %d files and %d MiB at most; the rest is left out", mostSources, sourcesLimit>>20))
			return fs.SkipAll
		}
		files = append(files, absolute(at))
		return nil
	})
	return files
}

// load reads a source, once; nil where that is not possible.
func (s *shelf) load(limit, file string) *lint.Document {
	if doc, known := s.docs[file]; known && !s.dropped[file] {
		return doc
	}
	delete(s.dropped, file)
	s.docs[file] = nil
	content, err := readIn(limit, nameIn(limit, file))
	if err != nil {
		s.miss(file, plain(err).Error())
		return nil
	}
	format, _ := parse.FormatOf(file)
	doc, reason := parsed(s.shown(file), content, format, parse.Options{Limits: parse.Limits{File: sourceLimit}})
	if doc == nil {
		s.miss(file, reason)
		return nil
	}
	s.missed = append(s.missed, unchecked(doc)...)
	s.docs[file] = doc
	s.held += len(content)
	return doc
}

// shown returns a name as messages show it.
func (s *shelf) shown(file string) string {
	if rel := nameIn(s.dir, file); rel != "" {
		return rel
	}
	return filepath.ToSlash(file)
}

func (s *shelf) miss(file, reason string) {
	s.missed = append(s.missed, NotChecked{s.shown(file), reason})
}

// statIn and readIn reach a file of a folder, which no link leads out of.
func statIn(dir, name string) (fs.FileInfo, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // it is only read
	return root.Stat(name)
}

func readIn(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // it is only read
	info, err := root.Stat(name)
	if err != nil {
		return nil, err
	}
	if reason := special(info.Mode()); reason != "" {
		return nil, errors.New(reason)
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	return readUpTo(f, nil, sourceLimit, int(min(info.Size(), sourceLimit)))
}
