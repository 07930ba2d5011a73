package driver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// siteFiles is the tree of a site. Everything goes through an [os.Root], so that
// no link or path in a draft leads out of it. What is known of a name is kept:
// the same few images and articles are asked about again and again.
type siteFiles struct {
	root  *os.Root
	tree  fs.FS
	known sync.Map // name -> stat
}

type stat struct {
	info fs.FileInfo
	err  error
}

// look asks for what the request names, side by side: it may be thousands of files.
func (d *discovery) look(ctx context.Context) ([]stat, error) {
	paths := d.request.Paths
	there := make([]stat, len(paths))
	for _, p := range paths {
		if p != "-" && p != "" {
			d.request.Sight.file(d.absolute(p))
		}
	}
	return there, each(ctx, &Request{Jobs: d.request.Jobs}, len(paths), func(i int) {
		if p := paths[i]; p != "-" && p != "" {
			there[i].info, there[i].err = os.Stat(d.absolute(p))
		}
	})
}

// openSite opens the tree at a folder; nil where that cannot be done.
func openSite(dir string) *siteFiles {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	return &siteFiles{root: root, tree: root.FS()}
}

// Open opens a file of the site.
func (f *siteFiles) Open(name string) (fs.File, error) { return f.tree.Open(name) }

// Stat tells about a file of the site, as it was when first asked.
func (f *siteFiles) Stat(name string) (fs.FileInfo, error) {
	if s, ok := f.known.Load(name); ok {
		s := s.(stat)
		return s.info, s.err
	}
	info, err := fs.Stat(f.tree, name)
	if err == nil {
		info = glimpseOf(info)
	}
	f.known.Store(name, stat{info, err})
	return info, err
}

// state tells what a rule may learn of a file by asking whether it is there.
func (f *siteFiles) state(name string) string {
	info, err := f.Stat(name)
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

// glimpse is what rules are told about a file. When it was changed is not among it: a
// fresh checkout has all files from today.
type glimpse struct {
	name string
	mode fs.FileMode
	size int64
}

func glimpseOf(info fs.FileInfo) glimpse {
	g := glimpse{info.Name(), info.Mode(), info.Size()}
	if info.IsDir() {
		g.size = 0
	}
	return g
}

func (g glimpse) Name() string      { return g.name }
func (g glimpse) Mode() fs.FileMode { return g.mode }
func (g glimpse) Size() int64       { return g.size }
func (g glimpse) IsDir() bool       { return g.mode.IsDir() }
func (glimpse) ModTime() time.Time  { return time.Time{} }
func (glimpse) Sys() any            { return nil }

// nameIn returns the slash-separated path of a file within a folder, or "" where
// it lies outside. Both are clean, and nearly always the one begins with the other.
func nameIn(dir, file string) string {
	if n := len(dir); n > 0 && n < len(file)-1 && os.IsPathSeparator(file[n]) && file[:n] == dir {
		return filepath.ToSlash(file[n+1:])
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return ""
	}
	return filepath.ToSlash(rel)
}
