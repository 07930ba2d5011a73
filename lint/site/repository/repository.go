// Package repository reads the files of a repository while its sites are recognised.
//
// Each folder is listed once and each configuration read once, since the markers of some
// thirty generators are looked for in the same folders. Nothing is written, and anything
// that cannot be read counts as missing, so that callers have no errors to handle. The
// trade-off: a file that may not be read looks like one that is not there.
package repository

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/site/settings"
)

// settingSize is the maximum size of a configuration, in bytes; a larger one is ignored.
const settingSize = 1 << 18

// Files reads and caches the files of a repository during recognition. Files that
// cannot be read count as missing.
type Files struct {
	files    fs.FS
	folders  map[string]map[string]bool // the names in a folder
	settings map[string]settings.Map
}

// namer is a file tree that can list the names in a folder without looking at the files.
// In a tree below an [os.Root], that saves a system call for each.
type namer interface {
	Names(dir string) ([]string, error)
}

// New returns the files of a file tree, which must not give access to anything outside of
// the repository.
func New(files fs.FS) *Files {
	return &Files{files: files, folders: map[string]map[string]bool{}, settings: map[string]settings.Map{}}
}

// List returns the names in a folder. A folder that cannot be read counts as empty.
func (r *Files) List(dir string) map[string]bool {
	if names, ok := r.folders[dir]; ok {
		return names
	}
	names := map[string]bool{}
	if tree, ok := r.files.(namer); ok {
		all, _ := tree.Names(dir)
		for _, name := range all {
			names[name] = true
		}
	} else {
		entries, _ := fs.ReadDir(r.files, dir)
		for _, e := range entries {
			names[e.Name()] = true
		}
	}
	r.folders[dir] = names
	return names
}

// Has reports whether a name exists in a folder. A link that leads out of the repository
// counts as missing.
func (r *Files) Has(dir, name string) bool {
	if !r.List(dir)[name] {
		return false
	}
	_, err := fs.Stat(r.files, path.Join(dir, name))
	return err == nil
}

// Exists reports whether a path exists. It does not list folders that do not exist.
func (r *Files) Exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	if names, ok := r.folders[path.Dir(name)]; ok && !names[path.Base(name)] {
		return false
	}
	_, err := fs.Stat(r.files, name)
	return err == nil
}

// IsFolder reports whether a path is a folder.
func (r *Files) IsFolder(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(r.files, name)
	return err == nil && info.IsDir()
}

// Match returns the path of a file or folder of a site, or "" if it does not exist.
func (r *Files) Match(base, file string) string {
	first, rest, deeper := strings.Cut(file, "/")
	if !r.List(base)[first] {
		return ""
	}
	name := path.Join(base, file)
	if deeper && (!r.IsFolder(path.Join(base, first)) || !r.Has(path.Dir(name), path.Base(rest))) || !deeper && !r.Has(base, first) {
		return ""
	}
	return name
}

// Read returns the content of a regular file, or nil.
func (r *Files) Read(name string) []byte { return r.Head(name, settingSize, true) }

// Head returns up to most bytes of a regular file. It returns nil if the file does not
// exist, or if it is longer and whole is set.
func (r *Files) Head(name string, most int64, whole bool) []byte {
	if !fs.ValidPath(name) {
		return nil
	}
	// Opening a named pipe would block.
	info, err := fs.Stat(r.files, name)
	if err != nil || !info.Mode().IsRegular() || whole && info.Size() > most {
		return nil
	}
	f, err := r.files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // it is only read
	out := make([]byte, 0, min(most, info.Size())+1)
	for len(out) < int(most) {
		n, err := f.Read(out[len(out):min(cap(out), int(most))])
		out = out[:len(out)+n]
		if errors.Is(err, io.EOF) || n == 0 {
			break
		}
		if err != nil {
			return nil
		}
		out = slices.Grow(out, 1)
	}
	return out
}

// Settings reads a configuration; the result is empty if it is missing or cannot be read.
func (r *Files) Settings(name string) settings.Map {
	if s, ok := r.settings[name]; ok {
		return s
	}
	s := settings.Parse(name, r.Read(name))
	r.settings[name] = s
	return s
}

// Asked returns the names of the configurations that were read or looked for, sorted.
func (r *Files) Asked() []string { return slices.Sorted(maps.Keys(r.settings)) }

// IsLocal reports whether a path stays inside the folder that it is relative to.
func IsLocal(name string) bool {
	return name != ".." && !strings.HasPrefix(name, "../") && !strings.HasPrefix(name, "/")
}
