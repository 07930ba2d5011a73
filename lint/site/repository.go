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
	folders  map[string]map[string]bool // names in a folder; the value is true for folders
	settings map[string]settings
}

func newRepository(files fs.FS) *repository {
	return &repository{files: files, folders: map[string]map[string]bool{}, settings: map[string]settings{}}
}

// list returns the names in a folder; the value is true for folders.
func (r *repository) list(dir string) map[string]bool {
	if names, ok := r.folders[dir]; ok {
		return names
	}
	names := map[string]bool{}
	entries, _ := fs.ReadDir(r.files, dir) // a folder that cannot be read counts as empty
	for _, e := range entries {
		folder := e.IsDir()
		if e.Type()&fs.ModeSymlink != 0 { // a link that leads out of the repository counts as missing
			info, err := fs.Stat(r.files, path.Join(dir, e.Name()))
			if err != nil {
				continue
			}
			folder = info.IsDir()
		}
		names[e.Name()] = folder
	}
	r.folders[dir] = names
	return names
}

// exists reports whether a path exists. It does not list folders that do not exist.
func (r *repository) exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	if names, ok := r.folders[path.Dir(name)]; ok {
		_, there := names[path.Base(name)]
		return there
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
	folder, there := r.list(base)[first]
	if !there || deeper && !folder {
		return ""
	}
	name := path.Join(base, file)
	if !deeper {
		return name
	}
	if _, there := r.list(path.Dir(name))[path.Base(rest)]; !there {
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
