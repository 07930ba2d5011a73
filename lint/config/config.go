// Package config turns the bytes of a .copychief.yml and the flags of a command line
// into the rules, severities, options and names that hold for a path.
//
// It happens in three steps, so that the file at the root of a repository can be
// known before the list of rules is final:
//
//  1. [Parse] reads the bytes of one file: its structure, and all that does not
//     depend on rules. What it says about rules is left as it was written.
//  2. The caller completes the list of rules. A function of the parsed file may add
//     to it; nothing has looked at a rule's name, severity or options until now.
//  3. [NewResolver] takes the final list and the flags. Only then are rules, their
//     severities and their options checked and resolved, in [Resolver.For].
//
// A resolver lays layers over each other: a rule's own defaults, the profile, the
// file's rules, its overrides whose globs match, in order, and the flags. A rule's
// checker holds its options; it is made once for each combination of layers that
// name the rule, not for each draft, so that asking costs little more than matching
// globs.
//
// Reading is strict: whatever is not understood is a problem with file, line and
// column, and all problems of a file are reported at once. Files are decoded by a
// small decoder of this package, since a helpful message needs the places of keys
// and the names that are allowed there. A configuration cannot run code, name files
// outside its repository or lift the limits.
//
// The package never touches a disk: it is given bytes, and an [fs.FS] for the files
// that a configuration names. Finding and reading them is the work of
// lint/driver/configfile. Paths are in the form of the system, but are only compared
// and joined.
package config

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// Flags is configuration from the command line; it wins over files.
type Flags struct {
	Profile   string            // "" means what the file says, or blog
	Rules     map[string]string // name -> off, advice, warning, error
	Only      []string          // run these rules alone; a family's name stands for its rules
	Keyphrase string            // for drafts that declare none
	Dir       string            // that files in messages are relative to; "" shows them as they are
}

// Resolver says what parsed files mean for a fixed list of rules. It is safe for many
// goroutines. It remembers every file that it was asked about; whoever parses one
// file over and over takes a new resolver each time.
type Resolver struct {
	rules  []*lint.Rule
	names  []string
	byName map[string]*lint.Rule
	flags  Flags
	top    layer // from the command line
	only   map[string]bool

	mu        sync.Mutex
	lastID    int
	instances map[string]*instance
	files     map[*File]*fileLayers
	settings  map[settingsKey]*resolution
	profiles  map[string]layer
	disabled  map[string]bool
}

// NewResolver returns a resolver for the final list of rules. The error is for flags
// that name no rule, severity or profile.
func NewResolver(rules []*lint.Rule, flags Flags) (*Resolver, error) {
	r := &Resolver{
		rules: rules, flags: flags, byName: make(map[string]*lint.Rule, len(rules)),
		instances: map[string]*instance{}, files: map[*File]*fileLayers{}, settings: map[settingsKey]*resolution{},
		profiles: map[string]layer{}, disabled: map[string]bool{},
	}
	for _, rule := range rules {
		r.byName[rule.Name] = rule
		r.names = append(r.names, rule.Name)
	}
	if err := r.readFlags(); err != nil {
		return nil, err
	}
	return r, nil
}

// Rules returns the rules that the resolver was made for.
func (r *Resolver) Rules() []*lint.Rule { return r.rules }

// Knows reports whether the resolver was made for a rule of this name.
func (r *Resolver) Knows(rule string) bool { return r.byName[rule] != nil }

// Disabled returns the names, sorted, of rules that would run by default and that a
// file resolved so far has switched off, for some drafts at least. A summary that
// counts them keeps a file from silencing a run unnoticed.
func (r *Resolver) Disabled() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Sorted(maps.Keys(r.disabled))
}

// readFlags checks what the flags say about rules.
func (r *Resolver) readFlags() error {
	if p := r.flags.Profile; p != "" && !slices.Contains(Profiles, p) {
		return fmt.Errorf("--profile: %s", Unknown("profile", p, Profiles))
	}
	r.top = layer{}
	for _, name := range slices.Sorted(maps.Keys(r.flags.Rules)) {
		if !r.Knows(name) {
			return fmt.Errorf("--rule: %s", Unknown("rule", name, r.names))
		}
		if r.byName[name].Locked {
			return fmt.Errorf("--rule: %s", locked(name))
		}
		s, ok := lint.ParseSeverity(r.flags.Rules[name])
		if !ok {
			return fmt.Errorf("--rule %s: %s", name, Unknown("severity", r.flags.Rules[name], severityNames))
		}
		r.top[name] = &entry{severity: s, own: true, from: Origin{Kind: FromFlag, Name: "--rule"}}
	}
	return r.readOnly()
}

// readOnly checks the names of rules and families that a run is narrowed to.
func (r *Resolver) readOnly() error {
	if len(r.flags.Only) == 0 {
		return nil
	}
	families := map[string]bool{}
	for _, rule := range r.rules {
		families[string(rule.Family)] = true
	}
	r.only = map[string]bool{}
	for _, name := range r.flags.Only {
		if !r.Knows(name) && !families[name] {
			names := append(slices.Clone(r.names), slices.Sorted(maps.Keys(families))...)
			return fmt.Errorf("--only: %s", Unknown("rule or family", name, names))
		}
		r.only[name] = true
	}
	return nil
}

// Shown returns a path as messages show it: with slashes, and relative to a folder
// where it lies in it.
func Shown(dir, path string) string {
	if dir != "" {
		if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}
