// Package config turns the bytes of a .copychief.yml and command line flags into the
// rules, severities, options and other settings for a path.
//
// There are three steps, so that the file at the root of a repository is known before
// the list of rules is final:
//
//  1. [Parse] parses a file and checks everything that does not depend on rules. What it
//     says about rules is kept as YAML.
//  2. The caller completes the list of rules, possibly depending on the parsed file.
//  3. [NewResolver] takes the final list and the flags. [Resolver.For] checks and resolves
//     rules, severities and options.
//
// A resolver merges layers: the defaults of a rule, the profile, the rules of the file, its
// matching overrides in order, and the flags. Options are stored in the checker of a rule,
// which is created once for each combination of layers that set the rule, not for each
// draft, so that a lookup costs little more than matching globs.
//
// Parsing is strict: anything unknown is a problem with file, line and column, and all
// problems of a file are reported together. The package has its own small decoder, because
// helpful messages need the positions of keys and the allowed names. A configuration can neither
// run code nor name files outside its repository nor turn off the limits.
//
// The package does not access the disk. It gets bytes, and an [fs.FS] for the files that a
// configuration names; lint/driver/configfile finds and reads them. Paths have the form of
// the operating system, but are only compared and joined.
//
// The trade-off: checkers and settings are shared and cached for the life of a resolver,
// which saves time for each draft and costs memory for each file.
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

// Flags is configuration from the command line, which overrides files.
type Flags struct {
	Profile   string            // "" means that of the file, otherwise blog
	Rules     map[string]string // name -> off, advice, warning, error
	Only      []string          // run only these rules; the name of a family means all of its rules
	Keyphrase string            // for drafts without one
	Dir       string            // paths in messages are relative to it; "" leaves them unchanged
}

// Resolver resolves parsed files for a fixed list of rules. It is safe for concurrent use.
// It caches every file, so a caller that parses the same file repeatedly should use a new
// resolver each time.
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

// NewResolver returns a resolver for the final list of rules. The error is for flags with an
// unknown rule, severity or profile.
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

// Rules returns the rules of the resolver.
func (r *Resolver) Rules() []*lint.Rule { return r.rules }

// Knows reports whether the resolver has a rule.
func (r *Resolver) Knows(rule string) bool { return r.byName[rule] != nil }

// Disabled returns the sorted names of rules that run by default but that a file resolved
// so far turns off for at least some drafts. The summary of a run counts them, so that a
// file cannot turn off rules unnoticed.
func (r *Resolver) Disabled() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Sorted(maps.Keys(r.disabled))
}

// readFlags checks the rules in the flags.
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

// readOnly checks the names of rules and families in --only.
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

// Shown returns a path as messages show it: with slashes and, if it is inside dir, relative
// to it.
func Shown(dir, path string) string {
	if dir != "" {
		if rel, err := filepath.Rel(dir, path); err == nil && !strings.HasPrefix(rel, "..") {
			path = rel
		}
	}
	return filepath.ToSlash(path)
}
