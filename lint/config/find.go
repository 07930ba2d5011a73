package config

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// fileNames are the names of a configuration file.
var fileNames = [...]string{".copychief.yml", ".copychief.yaml"}

// maxFile is how many bytes a configuration may have. The largest that makes
// sense is a few kilobytes.
const maxFile = 1 << 20

// place is what is known about a folder.
type place struct {
	file       *file  // the configuration that holds there, or nil
	blank      *file  // what stands for it where there is none, once it was asked for
	repository string // the root of its repository, or ""
	err        error
}

// at returns what is known about a folder, looking upward once.
func (l *Loader) at(dir string) *place {
	if p := l.places[dir]; p != nil {
		return p
	}
	p := &place{}
	l.places[dir] = p
	if isRepository(dir) {
		p.repository = dir
	}
	up := &place{}
	if parent := filepath.Dir(dir); p.repository == "" && parent != dir {
		up = l.at(parent)
		p.repository = up.repository
	}
	if l.flags.None || l.named != nil {
		return p
	}
	name, err := In(dir)
	switch {
	case err != nil:
		p.err = err
	case name != "":
		p.file, p.err = l.read(name, p.repository)
	default:
		p.file, p.err = up.file, up.err
	}
	return p
}

// Files returns the absolute paths, in no order, of the files that the settings asked
// for so far are made from, and of those that would have been read had they been there.
func (l *Loader) Files() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	files := slices.Clone(l.asked)
	switch {
	case l.flags.None:
	case l.flags.File != "":
		name := l.flags.File
		if !filepath.IsAbs(name) {
			name = filepath.Join(l.flags.Dir, name)
		}
		files = append(files, name)
	default:
		for dir := range l.places {
			for _, name := range fileNames {
				files = append(files, filepath.Join(dir, name))
			}
		}
	}
	return files
}

// Repository returns the root of the repository that a path lies in, itself included,
// or "".
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

// In returns the path of the configuration file in a folder, or "". The error is for a
// folder with two.
func In(dir string) (found string, err error) {
	for _, name := range fileNames {
		name = filepath.Join(dir, name)
		if _, err := os.Lstat(name); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return "", nil //nolint:nilerr // a folder that may not be looked into has no configuration
		}
		if found != "" {
			return "", fmt.Errorf("%s: both %s and %s are here; keep one", dir, fileNames[0], fileNames[1])
		}
		found = name
	}
	return found, nil
}

// read reads a configuration file and checks all that it says.
func (l *Loader) read(name, repository string) (*file, error) {
	if l.flags.File == "" && leadsOut(name, repository) {
		return nil, fmt.Errorf("reading the configuration: %s is a link that leads out of its repository", l.show(name))
	}
	f, problems, err := l.examine(name, repository)
	if err == nil && len(problems) > 0 {
		err = problems
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// examine reads a configuration file and returns what it means, with everything
// that is wrong with it.
func (l *Loader) examine(name, repository string) (*file, Problems, error) {
	content, err := readFile(name)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the configuration: %w", err)
	}
	f, problems := l.examineContent(name, content, repository)
	return f, problems, nil
}

func (l *Loader) examineContent(name string, content []byte, repository string) (*file, Problems) {
	d := &decoder{file: l.show(name)}
	f := l.decode(d, content, filepath.Dir(name), repository)
	f.sum = sha256.Sum256(content)
	return f, append(d.problems, l.tryAll(f)...).tidy()
}

// decode turns the content of a file into what it means.
func (l *Loader) decode(d *decoder, content []byte, dir, repository string) *file {
	var s schema
	n := d.document(content)
	if n != nil {
		d.structure(n, reflect.ValueOf(&s).Elem(), "the configuration")
	}
	f := l.compile(d, &s, dir, repository)
	f.node = n
	return f
}

// leadsOut reports whether a file is a link out of its repository, or out of its
// folder where there is none: messages quote what a configuration says, which
// must not be somebody's private file.
func leadsOut(name, repository string) bool {
	info, err := os.Lstat(name)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	if repository == "" {
		repository = filepath.Dir(name)
	}
	limit, err := filepath.EvalSymlinks(repository)
	if err != nil {
		return true
	}
	target, err := filepath.EvalSymlinks(name)
	return err != nil || !within(limit, target)
}

func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%s has %d bytes; a configuration has %d at most", name, info.Size(), maxFile)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// show returns a path as messages show it.
func (l *Loader) show(name string) string {
	if rel, err := filepath.Rel(l.flags.Dir, name); err == nil && !strings.HasPrefix(rel, "..") {
		name = rel
	}
	return filepath.ToSlash(name)
}
