// Package config says which rules, severities, options and names hold for a path.
//
// A [Loader] finds the .copychief.yml of each draft upward to the repository
// root, and lays layers over each other: a rule's own defaults, the profile, the
// file's rules, its overrides whose globs match, in order, and the command line.
// A rule's checker holds its options; it is made once for each combination of
// layers that speak of it, not for each draft, so that asking costs little more
// than matching globs.
//
// Reading is strict: whatever is not understood is an error with file, line and
// column, and all errors of a file are told at once. Files are decoded by a small
// decoder of this package, since a message that helps needs the places of keys
// and the names that were allowed there. A configuration cannot run code, name
// files outside its repository or take the limits away.
//
// The nearest file wins as a whole: files further up are not merged in. What
// holds for a draft can be read in one place that way.
package config

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Loader finds and reads configuration files, each once. It is safe for many
// goroutines.
type Loader struct {
	rules  []*lint.Rule
	names  []string
	byName map[string]*lint.Rule
	flags  Flags
	top    layer // from the command line
	only   map[string]bool

	mu        sync.Mutex
	lastID    int
	instances map[string]*instance
	places    map[string]*place
	built     map[way]*built
	profiles  map[string]layer
	named     *file // of Flags.File
	disabled  map[string]bool
	asked     []string // absolute paths of maps of keyphrases and of baselines
}

// Flags is configuration from the command line; it wins over files.
type Flags struct {
	File      string            // read this file instead of looking for one
	None      bool              // read no file
	Profile   string            // "" means what the file says, or blog
	Rules     map[string]string // name -> off, advice, warning, error
	Only      []string          // run these rules alone; a family's name stands for its rules
	Keyphrase string            // for drafts that declare none
	Dir       string            // that File, and files in messages, are relative to; "" means the working directory
}

// NewLoader returns a loader for a set of rules. The error is for flags that name
// no rule, severity or profile, and for a configuration file named by a flag that
// cannot be read or is not in order ([Problems]).
func NewLoader(rules []*lint.Rule, flags Flags) (*Loader, error) {
	l := &Loader{
		rules: rules, flags: flags, byName: make(map[string]*lint.Rule, len(rules)),
		instances: map[string]*instance{}, places: map[string]*place{}, built: map[way]*built{},
		profiles: map[string]layer{}, disabled: map[string]bool{},
	}
	for _, r := range rules {
		l.byName[r.Name] = r
		l.names = append(l.names, r.Name)
	}
	if err := l.readFlags(); err != nil {
		return nil, err
	}
	if l.flags.Dir == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, fmt.Errorf("finding the working directory: %w", err)
		}
		l.flags.Dir = dir
	}
	if flags.File != "" && !flags.None {
		name := flags.File
		if !filepath.IsAbs(name) {
			name = filepath.Join(l.flags.Dir, name)
		}
		var err error
		if l.named, err = l.read(name, Repository(filepath.Dir(name))); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Rules returns the rules that the loader was made for.
func (l *Loader) Rules() []*lint.Rule { return l.rules }

// Knows reports whether a rule of this name was given to the loader.
func (l *Loader) Knows(rule string) bool { return l.byName[rule] != nil }

// Disabled returns the names, sorted, of rules that would run by default and
// that a configuration file read so far has switched off, for some drafts at
// least. A summary that counts them keeps a file from silencing a run unnoticed.
func (l *Loader) Disabled() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Sorted(maps.Keys(l.disabled))
}

func (l *Loader) rule(name string) *lint.Rule { return l.byName[name] }

// readFlags checks what the command line says about rules.
func (l *Loader) readFlags() error {
	if p := l.flags.Profile; p != "" && !slices.Contains(Profiles, p) {
		return fmt.Errorf("--profile: %s", Unknown("profile", p, Profiles))
	}
	l.top = layer{}
	for _, name := range slices.Sorted(maps.Keys(l.flags.Rules)) {
		if !l.Knows(name) {
			return fmt.Errorf("--rule: %s", Unknown("rule", name, l.names))
		}
		if l.rule(name).Locked {
			return fmt.Errorf("--rule: %s", locked(name))
		}
		s, ok := lint.ParseSeverity(l.flags.Rules[name])
		if !ok {
			return fmt.Errorf("--rule %s: %s", name, Unknown("severity", l.flags.Rules[name], severityNames))
		}
		l.top[name] = &said{severity: s, own: true, from: Origin{Kind: FromFlag, Name: "--rule"}}
	}
	if len(l.flags.Only) == 0 {
		return nil
	}
	families := map[string]bool{}
	for _, r := range l.rules {
		families[string(r.Family)] = true
	}
	l.only = map[string]bool{}
	for _, name := range l.flags.Only {
		if !l.Knows(name) && !families[name] {
			names := append(slices.Clone(l.names), slices.Sorted(maps.Keys(families))...)
			return fmt.Errorf("--only: %s", Unknown("rule or family", name, names))
		}
		l.only[name] = true
	}
	return nil
}

// Settings is what holds for one draft.
type Settings struct {
	File   string // the configuration file; "" where there is none
	Root   string // absolute folder of the site
	Parse  parse.Options
	Site   *lint.Site
	Rules  []Setting // of the rules that run, in the order of the rule list
	Ignore bool      // the file is not to be checked

	RequireReason bool   // a suppression in a draft must say why
	Baseline      string // absolute; the file of known findings, "" for none
	Folder        string // absolute; of the configuration file, "" where there is none
	Sources       *Sources

	// Key stands for all that the settings depend on, the rules' own defaults and the
	// content of the map of keyphrases aside: the bytes of the configuration file, the
	// overrides that hold, the command line. Where it is the same, so are they.
	Key [sha256.Size]byte

	keyphrases *keyphraseMap
}

// Setting is one rule with the severity and options that hold for a draft.
type Setting struct {
	Rule     *lint.Rule
	Severity lint.Severity
	Explicit bool // the writer's own configuration named the severity
	Asked    bool // the writer's own configuration, or --only, named the rule
	Instance int  // the same for settings that share one checker
	Checker  lint.Checker
	Site     lint.SiteChecker
}
