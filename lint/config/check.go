package config

import (
	"fmt"
	"path/filepath"
	"slices"
)

// Checked is what a look at one configuration file found.
type Checked struct {
	File      string // as messages show it
	Profile   string // "" where it names none
	Rules     int    // that it speaks of, those of overrides among them
	Overrides int
	Problems  Problems // none where the file is in order
}

// Check reads a configuration file, by its absolute path, and tells everything that
// is wrong with it. The error is for a file that cannot be read.
func (l *Loader) Check(name string) (*Checked, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	repository := Repository(filepath.Dir(name))
	if IsFileName(filepath.Base(name)) && leadsOut(name, repository) {
		return nil, fmt.Errorf("%s is a link that leads out of its repository", l.show(name))
	}
	f, problems, err := l.examine(name, repository)
	if err != nil {
		return nil, err
	}
	out := &Checked{File: f.path, Profile: f.profile, Overrides: len(f.overrides), Problems: problems}
	set := map[string]bool{}
	for rule := range f.rules {
		set[rule] = true
	}
	for i := range f.overrides {
		for rule := range f.overrides[i].rules {
			set[rule] = true
		}
	}
	out.Rules = len(set)
	return out, nil
}

// CheckContent does it for what is to be written to a file of this absolute path.
func (l *Loader) CheckContent(name string, content []byte) Problems {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, problems := l.examineContent(name, content, Repository(filepath.Dir(name)))
	return problems
}

// IsFileName reports whether a file of this name is a configuration.
func IsFileName(name string) bool { return slices.Contains(fileNames[:], name) }

// Holding returns the absolute path of the configuration file that holds in a
// folder: its own, or the nearest above it in its repository; "" where there is
// none. The error is for a folder with two.
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
