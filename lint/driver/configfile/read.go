package configfile

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/rootfs"
)

// maxFile is the maximum size of a configuration in bytes. A large one has a few kilobytes.
const maxFile = 1 << 20

// read reads a configuration file and checks all of it.
func (l *Loader) read(name, repository string) (*config.File, error) {
	f, err := l.parse(name, repository)
	if err != nil {
		return nil, err
	}
	l.reads = append(l.reads, f.Reads()...)
	if name != l.declare {
		if problems := f.Misplaced(); len(problems) > 0 {
			return nil, problems
		}
	}
	if problems := l.resolver.Check(f).Problems; len(problems) > 0 {
		return nil, problems
	}
	return f, nil
}

// parse parses a configuration file, once, without checking what it says about rules.
func (l *Loader) parse(name, repository string) (*config.File, error) {
	if f := l.parsed[name]; f != nil {
		return f, nil
	}
	if l.options.File == "" && leadsOut(name, repository) {
		return nil, fmt.Errorf("reading the configuration: %s is a link that leads out of its repository", l.shown(name))
	}
	content, err := readFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	f := l.parseContent(name, content, repository)
	l.parsed[name] = f
	return f, nil
}

// parseContent parses the current or future content of a configuration file.
func (l *Loader) parseContent(name string, content []byte, repository string) *config.File {
	dir := filepath.Dir(name)
	if repository == "" {
		repository = dir
	}
	return config.Parse(l.shown(name), content, config.Place{
		Dir: dir, Repository: repository, Files: rootfs.Dir(repository),
		LeadsOut: func(path string) bool {
			return leadsOut(path, repository) || !within(resolved(repository), resolved(filepath.Dir(path)))
		},
	})
}

// shown returns a path as messages show it.
func (l *Loader) shown(name string) string { return config.Shown(l.options.Dir, name) }

// leadsOut reports whether a file is a link out of its repository or, without one, out of
// its folder. Messages quote the configuration, so it must not be someone's private file.
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

// within reports whether path is dir or inside it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// resolved returns a folder with links resolved, or as it is if it does not exist.
func resolved(dir string) string {
	if to, err := filepath.EvalSymlinks(dir); err == nil {
		return to
	}
	return dir
}

func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", name)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%s has %d bytes; a configuration may have at most %d", name, info.Size(), maxFile)
	}
	return rootfs.Read(name, nil, maxFile)
}
