package config

import (
	"crypto/sha256"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Settings is what holds for one draft. Its paths are in the form of the [Place] that
// the file was parsed with: absolute where that was.
type Settings struct {
	File   string // the configuration file as messages show it; "" where there is none
	Root   string // folder of the site
	Parse  parse.Options
	Site   *lint.Site
	Rules  []Setting // of the rules that run, in the order of the rule list
	Ignore bool      // the file is not to be checked

	RequireReason bool   // a suppression in a draft must say why
	Baseline      string // the file of known findings, "" for none
	Folder        string // of the configuration file, "" where there is none
	Sources       *Sources

	// Key stands for all that the settings depend on, the rules' own defaults and the
	// content of the map of keyphrases aside: the bytes of the configuration file, the
	// overrides that hold, the flags. Where it is the same, so are they.
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

// ParseOf returns how a file is to be read, by its path: [Settings.Parse],
// with the keyphrases that the repository has for it.
func (s *Settings) ParseOf(file string) parse.Options {
	o := s.Parse
	if m := s.keyphrases; m != nil {
		o.Assigned = func(slug string) parse.Keyphrases { return m.lookup(file, slug) }
	}
	return o
}
