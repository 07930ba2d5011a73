package site

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// settingSize is the maximum size of a configuration, in bytes; a larger one is ignored.
const settingSize = 1 << 18

// repository reads and caches the files of a repository during recognition. Files that
// cannot be read count as missing.
type repository struct {
	files    fs.FS
	folders  map[string]map[string]bool // the names in a folder
	settings map[string]settings
}

// namer is a file tree that can list the names in a folder without looking at the files.
// In a tree below an [os.Root], that saves a system call for each.
type namer interface {
	Names(dir string) ([]string, error)
}

func newRepository(files fs.FS) *repository {
	return &repository{files: files, folders: map[string]map[string]bool{}, settings: map[string]settings{}}
}

// list returns the names in a folder. A folder that cannot be read counts as empty.
func (r *repository) list(dir string) map[string]bool {
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

// has reports whether a name exists in a folder. A link that leads out of the repository
// counts as missing.
func (r *repository) has(dir, name string) bool {
	if !r.list(dir)[name] {
		return false
	}
	_, err := fs.Stat(r.files, path.Join(dir, name))
	return err == nil
}

// exists reports whether a path exists. It does not list folders that do not exist.
func (r *repository) exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	if names, ok := r.folders[path.Dir(name)]; ok && !names[path.Base(name)] {
		return false
	}
	_, err := fs.Stat(r.files, name)
	return err == nil
}

// folder reports whether a path is a folder.
func (r *repository) folder(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(r.files, name)
	return err == nil && info.IsDir()
}

// match returns the path of a file or folder of a site, or "" if it does not exist.
func (r *repository) match(base, file string) string {
	first, rest, deeper := strings.Cut(file, "/")
	if !r.list(base)[first] {
		return ""
	}
	name := path.Join(base, file)
	if deeper && (!r.folder(path.Join(base, first)) || !r.has(path.Dir(name), path.Base(rest))) || !deeper && !r.has(base, first) {
		return ""
	}
	return name
}

// read returns the content of a regular file, or nil.
func (r *repository) read(name string) []byte { return r.head(name, settingSize, true) }

// head returns up to most bytes of a regular file. It returns nil if the file does not
// exist, or if it is longer and whole is set.
func (r *repository) head(name string, most int64, whole bool) []byte {
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

// setting reads a configuration; the result is empty if it is missing or cannot be read.
func (r *repository) setting(name string) settings {
	if s, ok := r.settings[name]; ok {
		return s
	}
	s := parseSettings(name, r.read(name))
	r.settings[name] = s
	return s
}
