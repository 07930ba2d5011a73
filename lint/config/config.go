// Package config says which rules, severities, options and names hold for a path.
package config

import (
	"path/filepath"
	"slices"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Loader finds and reads configuration files, each once. It is safe for many
// goroutines.
type Loader struct {
	rules []*lint.Rule
	flags Flags

	mu    sync.Mutex
	built []Setting
}

// Flags is configuration from the command line; it wins over files.
type Flags struct {
	File      string            // read this file instead of looking for one
	None      bool              // read no file
	Profile   string            // "" means what the file says, or blog
	Rules     map[string]string // name -> off, advice, warning, error
	Only      []string          // run these rules alone
	Keyphrase string            // for drafts that declare none
}

// NewLoader returns a loader for a set of rules.
func NewLoader(rules []*lint.Rule, flags Flags) (*Loader, error) {
	return &Loader{rules: rules, flags: flags}, nil
}

// For returns what holds for a file. Its path is absolute.
func (l *Loader) For(path string) (*Settings, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.built == nil {
		for _, r := range l.rules {
			named := slices.Contains(l.flags.Only, r.Name)
			if r.Off && !named || len(l.flags.Only) > 0 && !named && !slices.Contains(l.flags.Only, string(r.Family)) {
				continue
			}
			s := Setting{Rule: r, Severity: r.Severity}
			if r.New != nil {
				s.Checker = r.New()
			}
			if r.NewSite != nil {
				s.Site = r.NewSite()
			}
			for _, c := range []any{s.Checker, s.Site} {
				if i, ok := c.(lint.Initer); ok {
					if err := i.Init(); err != nil {
						return nil, err
					}
				}
			}
			s.Instance = len(l.built)
			l.built = append(l.built, s)
		}
	}
	return &Settings{Root: filepath.Dir(path), Site: &lint.Site{}, Rules: l.built, Parse: parse.Options{Keyphrase: l.flags.Keyphrase}}, nil
}

// Settings is what holds for one draft.
type Settings struct {
	File   string // the configuration file; "" where there is none
	Root   string // absolute folder of the site
	Parse  parse.Options
	Site   *lint.Site
	Rules  []Setting // of the rules that run, in the order of the rule list
	Ignore bool      // the file is not to be checked
}

// Setting is one rule with the severity and options that hold for a draft.
type Setting struct {
	Rule     *lint.Rule
	Severity lint.Severity
	Explicit bool // the writer's own configuration named the severity
	Instance int  // the same for settings that share one checker
	Checker  lint.Checker
	Site     lint.SiteChecker
}
