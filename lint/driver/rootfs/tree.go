package rootfs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Tree is the tree of a site, for rules to ask. It is safe for many goroutines.
type Tree struct {
	root  *os.Root
	tree  fs.FS
	known sync.Map // name -> stat
}

type stat struct {
	info fs.FileInfo
	err  error
}

// Open opens the tree at a folder; nil where that cannot be done.
func Open(dir string) *Tree {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	return &Tree{root: root, tree: root.FS()}
}

// Close gives the tree back. What was asked stays known.
func (t *Tree) Close() { _ = t.root.Close() } // it was only read

// Open opens a file of the site.
func (t *Tree) Open(name string) (fs.File, error) { return t.tree.Open(name) }

// Stat tells about a file of the site, as it was when first asked. When the file was
// changed is not told: a fresh checkout has all files from today.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	if s, ok := t.known.Load(name); ok {
		s := s.(stat) //nolint:forcetypeassert // the map holds nothing else
		return s.info, s.err
	}
	info, err := fs.Stat(t.tree, name)
	if err == nil {
		info = timelessOf(info)
	}
	t.known.Store(name, stat{info, err})
	return info, err
}

// State returns what a rule may learn of a file by asking whether it is there, as one
// text to compare.
func (t *Tree) State(name string) string {
	info, err := t.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "-"
	case err != nil:
		return "!" + err.Error()
	case info.IsDir():
		return fmt.Sprint(info.Mode())
	}
	return fmt.Sprint(info.Mode(), info.Size())
}

// Asked yields the names that were asked about.
func (t *Tree) Asked(yield func(name string) bool) {
	t.known.Range(func(name, _ any) bool { return yield(name.(string)) }) //nolint:forcetypeassert // the map holds nothing else
}

// timeless is what rules are told about a file: its name, mode and size.
type timeless struct {
	name string
	mode fs.FileMode
	size int64
}

func timelessOf(info fs.FileInfo) timeless {
	f := timeless{info.Name(), info.Mode(), info.Size()}
	if info.IsDir() {
		f.size = 0
	}
	return f
}

func (f timeless) Name() string      { return f.name }
func (f timeless) Mode() fs.FileMode { return f.mode }
func (f timeless) Size() int64       { return f.size }
func (f timeless) IsDir() bool       { return f.mode.IsDir() }
func (timeless) ModTime() time.Time  { return time.Time{} }
func (timeless) Sys() any            { return nil }

// NameIn returns the slash-separated path of a file within a folder, or "" where
// it lies outside. Both are clean, and nearly always the one begins with the other.
func NameIn(dir, file string) string {
	if n := len(dir); n > 0 && n < len(file)-1 && os.IsPathSeparator(file[n]) && file[:n] == dir {
		return filepath.ToSlash(file[n+1:])
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}
