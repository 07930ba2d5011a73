package configfile

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/config"
)

// fileNames are the names of a configuration file.
var fileNames = [...]string{".copychief.yml", ".copychief.yaml"}

// folder caches what applies to a folder.
type folder struct {
	file       *config.File // the configuration that applies there, or nil
	repository string       // the root of its repository, or ""
	err        error
}

// fileFor returns the configuration for a path, which is empty if there is no file.
func (l *Loader) fileFor(path string) (*config.File, error) { return l.fileIn(path, "") }

// fileIn is fileFor with the folder of the site to use if there is neither a configuration
// nor a repository.
func (l *Loader) fileIn(path, root string) (*config.File, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	dir := l.folderOf(path)
	in := l.at(dir)
	switch {
	case in.err != nil:
		return nil, in.err
	case l.named != nil:
		return l.named, nil
	case in.file != nil:
		return in.file, nil
	}
	root = cmp.Or(in.repository, root, dir)
	if l.none[root] == nil {
		l.none[root] = config.NoFile(root)
	}
	return l.none[root], nil
}

// folderOf returns the folder of a file. A known folder is spelled as [filepath.Dir] does it, which
// takes longer than to look it up.
func (l *Loader) folderOf(path string) string {
	if i := strings.LastIndexByte(path, filepath.Separator); i > 0 && l.folders[path[:i]] != nil {
		return path[:i]
	}
	return filepath.Dir(path)
}

// at returns what applies to a folder, searching upward the first time.
func (l *Loader) at(dir string) *folder {
	if f := l.folders[dir]; f != nil {
		return f
	}
	f := &folder{}
	l.folders[dir] = f
	if isRepository(dir) {
		f.repository = dir
	}
	up := &folder{}
	if parent := filepath.Dir(dir); f.repository == "" && parent != dir {
		up = l.at(parent)
		f.repository = up.repository
	}
	if l.options.None || l.named != nil {
		return f
	}
	name, err := In(dir)
	switch {
	case err != nil:
		f.err = err
	case name != "":
		f.file, f.err = l.read(name, f.repository)
	default:
		f.file, f.err = up.file, up.err
	}
	return f
}

// Repository returns the root of the repository that contains a path, or is the path, or "".
func Repository(path string) string {
	for {
		if isRepository(path) {
			return path
		}
		parent := filepath.Dir(path)
		if parent == path {
			return ""
		}
		path = parent
	}
}

func isRepository(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// IsFileName reports whether a name is that of a configuration file.
func IsFileName(name string) bool { return slices.Contains(fileNames[:], name) }

// In returns the path of the configuration file in a folder, or "". The error is for a
// folder with two.
func In(dir string) (found string, err error) {
	for _, name := range fileNames {
		name = filepath.Join(dir, name)
		if _, err := os.Lstat(name); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return "", nil //nolint:nilerr // an unreadable folder counts as one without a configuration
		}
		if found != "" {
			return "", fmt.Errorf("%s: both %s and %s are here; keep one", dir, fileNames[0], fileNames[1])
		}
		found = name
	}
	return found, nil
}

// Holding returns the absolute path of the configuration file that applies in a folder: its
// own, otherwise the nearest above it in its repository, otherwise "". The error is for a
// folder with two.
func Holding(dir string) (string, error) {
	for {
		name, err := In(dir)
		if name != "" || err != nil {
			return name, err
		}
		parent := filepath.Dir(dir)
		if isRepository(dir) || parent == dir {
			return "", nil
		}
		dir = parent
	}
}
