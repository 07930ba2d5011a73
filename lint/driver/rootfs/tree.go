package rootfs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/route"
)

// Tree is the file tree of a site, for rules. It is safe for concurrent use.
type Tree struct {
	root  *os.Root
	tree  fs.FS
	known sync.Map // name -> stat
	lists sync.Map // folder -> list

	index sync.Once
	named map[string][]string // paths by base name in lower case, once Named was called

	routing sync.Once
	routes  *route.Index // once Routes was called

	templates sync.Map // folders -> func() *anchor.Templates

	absent func() *resolve.Absent
}

type stat struct {
	info fs.FileInfo
	err  error
}

// Open opens the tree of a folder; it returns nil if that fails. absent finds the files that are in
// the repository but not on disk; it is called once, when a file is missing, and may be nil.
func Open(dir string, absent func() *resolve.Absent) *Tree {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	t := &Tree{root: root, tree: root.FS()}
	if absent != nil {
		t.absent = sync.OnceValue(absent)
	}
	return t
}

// Close closes the tree. Cached states can still be looked up.
func (t *Tree) Close() { _ = t.root.Close() } // it was only read

// list is the entries of a folder.
type list struct {
	entries []fs.DirEntry
	err     error
}

// ReadDir returns the entries of a folder as of the first call: reading them takes a system call
// for each, and the folders of missing files are read for every one of these.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	if l, ok := t.lists.Load(name); ok {
		l := l.(list) //nolint:forcetypeassert // the map holds nothing else
		return l.entries, l.err
	}
	entries, err := fs.ReadDir(t.tree, name)
	t.lists.Store(name, list{entries, err})
	return entries, err
}

// Open opens a file of the site.
func (t *Tree) Open(name string) (fs.File, error) { return t.tree.Open(name) }

// Stat returns information on a file of the site as of the first call, without a
// modification time, because in a fresh checkout that is meaningless.
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

// State returns everything that Stat says about a file as a string, for comparison.
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

// mostNamed is how many files of a tree are found by name, so that a home folder taken for
// a site does not fill the memory.
const mostNamed = 200_000

// Named returns the paths of all files with a base name, ignoring case. Folders whose name begins
// with a dot, and those of packages, are left out.
func (t *Tree) Named(base string) []string {
	t.index.Do(func() {
		t.named = map[string][]string{}
		files := 0
		_ = fs.WalkDir(t.tree, ".", func(name string, d fs.DirEntry, err error) error { // what cannot be read is not found
			switch {
			case files == mostNamed:
				return fs.SkipAll
			case err != nil, d.IsDir() && name != "." && (d.Name()[0] == '.' || d.Name() == "node_modules"):
				return fs.SkipDir
			case !d.IsDir():
				files++
				key := strings.ToLower(d.Name())
				t.named[key] = append(t.named[key], name)
			}
			return nil
		})
	})
	return t.named[strings.ToLower(base)]
}

// Routes returns the names that pages may have.
func (t *Tree) Routes() *route.Index {
	t.routing.Do(func() { t.routes = route.Build(t.tree) })
	return t.routes
}

// PagesNamed returns the pages that a name may belong to.
func (t *Tree) PagesNamed(name string) []*route.Page { return t.Routes().Named(name) }

// InTemplates reports whether templates in some folders may give a page an element with an id. They
// are read once, when an id is missing somewhere.
func (t *Tree) InTemplates(folders []string, id string) bool {
	read, _ := t.templates.LoadOrStore(strings.Join(folders, "\x00"), sync.OnceValue(func() *anchor.Templates { return anchor.ReadTemplates(t.tree, folders) }))
	return read.(func() *anchor.Templates)().Has(id) //nolint:forcetypeassert // the map holds nothing else
}

// Absent returns the files that are in the repository but not on disk, or nil if they are unknown.
func (t *Tree) Absent() *resolve.Absent {
	if t.absent == nil {
		return nil
	}
	return t.absent()
}

// Names yields the names of all files that were looked up.
func (t *Tree) Names(yield func(name string) bool) {
	t.known.Range(func(name, _ any) bool { return yield(name.(string)) }) //nolint:forcetypeassert // the map holds nothing else
}

// timeless is a [fs.FileInfo] with a name, mode and size but no time.
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

// NameIn returns the path of a file relative to a folder, with slashes, or "" if the file
// is outside. Both paths must be clean. The usual case, where dir is a prefix of file, does
// not allocate.
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
