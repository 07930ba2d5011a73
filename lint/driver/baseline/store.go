package baseline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// most is the maximum size of a baseline in bytes, enough for some million findings.
const most = 256 << 20

// store is a baseline file.
type store struct {
	file string // absolute
	dir  string // its folder, with links resolved; paths are relative to it
	raw  []byte // nil if the file does not exist yet
	now  contents

	named bool // a configuration names it

	once     sync.Once
	vanished map[string]bool // drafts with entries that no longer exist
	byKey    map[key][]string

	resolving sync.Mutex
	folders   map[string]string // folder to the same with links resolved
}

// errMissing means that a baseline does not exist.
var errMissing = errors.New("no such file; copychief baseline writes it")

// open reads a baseline. If missing is set, one that does not exist is empty.
func open(file string, missing bool) (*store, error) {
	s := &store{file: file, now: contents{}, folders: map[string]string{}}
	s.dir = s.real(filepath.Dir(file))
	raw, err := read(file)
	if errors.Is(err, fs.ErrNotExist) {
		if missing {
			return s, nil
		}
		return nil, errMissing
	}
	if err != nil {
		return nil, err
	}
	s.raw = raw
	s.now, err = parse(raw)
	return s, err
}

func read(file string) ([]byte, error) {
	raw, err := rootfs.Read(file, nil, most)
	if err == nil && len(raw) > most {
		err = fmt.Errorf("larger than %d MiB", most>>20)
	}
	return raw, err
}

// path returns the path of a file in the baseline: relative to the folder of the
// baseline, with slashes; on another volume, the absolute path.
func (s *store) path(file string) string {
	return s.relative(filepath.Join(s.real(filepath.Dir(file)), filepath.Base(file)))
}

func (s *store) relative(file string) string {
	if rel, err := filepath.Rel(s.dir, file); err == nil {
		file = rel
	}
	return validUTF8(filepath.ToSlash(file))
}

// absolute returns the absolute path for a path in the baseline.
func (s *store) absolute(path string) string {
	file := filepath.FromSlash(path)
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(s.dir, file)
}

// there reports whether the file for a path exists.
func (s *store) there(path string) bool {
	_, err := os.Lstat(s.absolute(path))
	return !errors.Is(err, fs.ErrNotExist)
}

// real returns a folder with links resolved, so that a draft has the same path however it
// is named.
func (s *store) real(dir string) string {
	s.resolving.Lock()
	defer s.resolving.Unlock()
	to, ok := s.folders[dir]
	if !ok {
		var err error
		if to, err = filepath.EvalSymlinks(dir); err != nil {
			to = dir
		}
		s.folders[dir] = to
	}
	return to
}
