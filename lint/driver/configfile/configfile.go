// Package configfile finds the configuration file for a path, reads it and resolves it with
// package config.
//
// A [Loader] looks for .copychief.yml or .copychief.yaml in the folder of a draft and
// upward to the root of its repository, once for each folder. Only the nearest file
// applies; files further up are not merged in, so that the settings of a draft are all in
// one file.
//
// The rules may depend on the file at the root of the repository ([Options.Declare]).
// The order is therefore: that file is found and parsed; it completes the list of
// rules; the flags are checked against the list; every further file is parsed and
// resolved when the first path needs it. Without Declare nothing is read up front.
//
// A checkout may be hostile. A configuration must be a regular file of limited size, no
// link may lead it or the files that it names out of the repository, and these files are
// opened through an [os.Root].
package configfile

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/site"
)

// Options says where configuration comes from.
type Options struct {
	config.Flags        // Dir defaults to the working directory
	File         string // use this file instead of searching for one
	None         bool   // use no file
	Unrecognised bool   // do not recognise sites

	// Declare returns the rules that the configuration at the root of the repository
	// adds to those of the program; nil adds none. It is called once, before anything
	// else is resolved, and only if there is such a file. The repository is that of the
	// working directory. Outside of a repository, root is the file that applies to the
	// working directory; with File, it is that file.
	Declare func(root *config.File) (Declared, error)
	// DeclareFrom is the absolute path of the configuration that Declare is called with
	// instead of that at the root; None does not matter then.
	DeclareFrom string
}

// Declared is what a configuration adds to the rules of the program.
type Declared struct {
	Rules []*lint.Rule
	Files []string // absolute paths of the files that the rules were read from, even if that failed
}

// Loader finds and reads configuration files, each once. It is safe for concurrent use.
type Loader struct {
	options  Options
	resolver *config.Resolver

	mu      sync.Mutex
	folders map[string]*folder
	parsed  map[string]*config.File // by absolute path
	none    map[string]*config.File // for drafts without a file, by the root of the site
	named   *config.File            // of Options.File
	root    string                  // absolute folder in which the file for Declare was looked for, or ""
	reads   []string                // absolute paths of the files that configurations name
	declare string                  // absolute path of the file whose rules are declared, or ""
}

// NewLoader returns a loader for the rules of the program. The error is for invalid flags,
// for a file named by the options that cannot be read or is invalid ([config.Problems]),
// and, if Declare is set, for the file at the root of the repository and the declaration.
func NewLoader(rules []*lint.Rule, options Options) (*Loader, error) {
	l := &Loader{options: options, folders: map[string]*folder{}, parsed: map[string]*config.File{}, none: map[string]*config.File{}}
	if options.Dir == "" {
		dir, err := filepath.Abs(".")
		if err != nil {
			return nil, fmt.Errorf("finding the working directory: %w", err)
		}
		l.options.Dir = dir
	}
	declared, err := l.declared(rules)
	if err != nil {
		return nil, err
	}
	if l.resolver, err = config.NewResolver(append(slices.Clone(rules), declared...), l.options.Flags); err != nil {
		return nil, err
	}
	if file := l.namedPath(); file != "" {
		if l.named, err = l.read(file, Repository(filepath.Dir(file))); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// namedPath returns the absolute path of the file that the options name, or "".
func (l *Loader) namedPath() string {
	switch name := l.options.File; {
	case l.options.None || name == "":
		return ""
	case filepath.IsAbs(name):
		return name
	default:
		return filepath.Join(l.options.Dir, name)
	}
}

// declared returns the rules that the configuration of the root declares.
func (l *Loader) declared(known []*lint.Rule) ([]*lint.Rule, error) {
	if l.options.Declare == nil || l.options.None && l.options.DeclareFrom == "" {
		return nil, nil
	}
	name, err := l.rootFile()
	if err != nil || name == "" {
		return nil, err
	}
	f, err := l.parse(name, Repository(filepath.Dir(name)))
	if err != nil {
		return nil, err
	}
	if problems := f.Problems(); len(problems) > 0 {
		return nil, problems
	}
	d, err := l.options.Declare(f)
	if l.reads = append(l.reads, d.Files...); err != nil {
		return nil, err
	}
	l.declare = name
	for i, r := range d.Rules {
		same := func(other *lint.Rule) bool { return other.Name == r.Name }
		if slices.ContainsFunc(known, same) || slices.ContainsFunc(d.Rules[:i], same) {
			return nil, fmt.Errorf("%s declares a rule “%s”, but there is already one with this name", l.shown(name), r.Name)
		}
	}
	return d.Rules, nil
}

// rootFile returns the absolute path of the configuration that may declare rules.
func (l *Loader) rootFile() (string, error) {
	if named := cmp.Or(l.options.DeclareFrom, l.namedPath()); named != "" {
		return named, nil
	}
	if l.root = Repository(l.options.Dir); l.root == "" {
		l.root = l.options.Dir
		return Holding(l.root)
	}
	return In(l.root)
}

// Resolver returns the resolver, for callers that have a configuration in memory.
func (l *Loader) Resolver() *config.Resolver { return l.resolver }

// Rules returns the rules that the loader knows, including declared ones.
func (l *Loader) Rules() []*lint.Rule { return l.resolver.Rules() }

// Knows reports whether the loader knows a rule.
func (l *Loader) Knows(rule string) bool { return l.resolver.Knows(rule) }

// Disabled returns the sorted names of rules that run by default but that a configuration
// file read so far turns off for at least some drafts.
func (l *Loader) Disabled() []string { return l.resolver.Disabled() }

// For returns the settings of a file, given by its absolute path. Files with the same
// settings share one value, which must not be changed. The error is [config.Problems] for
// an invalid configuration.
func (l *Loader) For(path string) (*config.Settings, error) {
	f, err := l.fileFor(path)
	if err != nil {
		return nil, err
	}
	return l.resolver.For(f, path)
}

// ForSite is [Loader.For] for a file in a site that was recognised. root is the folder of
// the site where neither a configuration nor a repository says it.
func (l *Loader) ForSite(path, root string, found *site.Found) (*config.Settings, error) {
	f, err := l.fileIn(path, root)
	if err != nil {
		return nil, err
	}
	return l.resolver.ForSite(f, path, found)
}

// Recognises reports whether the site around a file is to be recognised.
func (l *Loader) Recognises(path string) bool {
	if l.options.Unrecognised {
		return false
	}
	f, err := l.fileFor(path)
	return err == nil && f.Recognises()
}

// View returns everything that applies to an absolute path, which need not exist; root and found
// are as for [Loader.ForSite], and so is the error.
func (l *Loader) View(path, root string, found *site.Found) (*config.View, error) {
	f, err := l.fileIn(path, root)
	if err != nil {
		return nil, err
	}
	return l.resolver.View(f, path, found)
}

// Check reads a configuration file, given by its absolute path, and reports everything that
// is wrong with it. The error is for a file that cannot be read.
func (l *Loader) Check(name string) (*config.CheckResult, error) {
	repository := Repository(filepath.Dir(name))
	if IsFileName(filepath.Base(name)) && leadsOut(name, repository) {
		return nil, fmt.Errorf("%s is a link that leads out of its repository", l.shown(name))
	}
	content, err := readFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	f := l.parseContent(name, content, repository)
	result := l.resolver.Check(f)
	if name != l.declare {
		result.Problems = append(f.Misplaced(), result.Problems...)
	}
	return result, nil
}

// CheckContent reports what is wrong with content that is to be written to a file, given by
// its absolute path.
func (l *Loader) CheckContent(name string, content []byte) config.Problems {
	return l.resolver.Check(l.parseContent(name, content, Repository(filepath.Dir(name)))).Problems
}

// Files returns the absolute paths, in no order, of the files that the settings so far are
// made from, and of those that would have been read if they existed.
func (l *Loader) Files() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	files := slices.Clone(l.reads)
	if l.options.None {
		return files
	}
	if named := l.namedPath(); named != "" {
		return append(files, named)
	}
	dirs := []string{}
	for dir := range l.folders {
		dirs = append(dirs, dir)
	}
	if l.root != "" && l.folders[l.root] == nil {
		dirs = append(dirs, l.root)
	}
	for _, dir := range dirs {
		for _, name := range fileNames {
			files = append(files, filepath.Join(dir, name))
		}
	}
	return files
}
