// Package config says which rules, severities, options and names hold for a path.
package config

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Loader finds and reads configuration files, each once. It is safe for many
// goroutines.
type Loader struct{ flags Flags }

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
func NewLoader(rules []*lint.Rule, flags Flags) (*Loader, error) { return &Loader{flags}, nil }

// For returns what holds for a file. Its path is absolute.
func (l *Loader) For(path string) (*Settings, error) { return &Settings{}, nil }

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
	Checker  lint.Checker
	Site     lint.SiteChecker
}
