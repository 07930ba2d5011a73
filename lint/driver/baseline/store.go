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

// most is how many bytes a baseline may have: room for some million findings.
const most = 256 << 20

// store is a baseline file.
type store struct {
	file string // absolute
	dir  string // its folder, links followed, which paths are relative to
	raw  []byte // nil where the file is not there yet
	now  contents

	named bool // a configuration names it

	once     sync.Once
	vanished map[string]bool // drafts with entries that are not there any more
	byKey    map[key][]string

	resolving sync.Mutex
	folders   map[string]string // links followed
}

// errMissing says that a baseline is not there.
var errMissing = errors.New("no such file; copychief baseline writes it")

// open reads a baseline. One that is not there is empty where it may be missing.
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

// path returns what the baseline calls a file: its path from the folder of the
// baseline, with slashes; on another volume the whole path.
func (s *store) path(file string) string {
	return s.relative(filepath.Join(s.real(filepath.Dir(file)), filepath.Base(file)))
}

func (s *store) relative(file string) string {
	if rel, err := filepath.Rel(s.dir, file); err == nil {
		file = rel
	}
	return legible(filepath.ToSlash(file))
}

// absolute returns the file that a path of the baseline stands for.
func (s *store) absolute(path string) string {
	file := filepath.FromSlash(path)
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(s.dir, file)
}

// there reports whether the file of a path exists.
func (s *store) there(path string) bool {
	_, err := os.Lstat(s.absolute(path))
	return !errors.Is(err, fs.ErrNotExist)
}

// real returns a folder with links followed, so that a draft has one name whatever
// way leads to it.
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
