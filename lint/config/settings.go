package config

import (
	"crypto/sha256"
	"path/filepath"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/locale"
)

// Settings are the settings of a draft. Paths have the form of the [Place] of the file: they
// are absolute if that is.
type Settings struct {
	File   string // the configuration file as messages show it; "" for none
	Root   string // folder of the site
	Parse  parse.Options
	Site   *lint.Site
	Found  *site.Found // what was recognised of the site; nil for nothing
	Rules  []Setting   // of the rules that run, in the order of the list of rules
	Ignore bool        // the file is not to be checked
	Kind   lint.Kind   // what the file is, [lint.KindUnknown] if its name and content decide

	RequireReason bool   // suppressions in a draft must have a reason
	Baseline      string // the file of known findings, "" for none
	Folder        string // of the configuration file, "" for none
	Sources       *Sources
	ReadsSources  bool // a rule compares drafts with sources

	// Key is a digest of what the settings depend on: the bytes of the configuration file,
	// the matching overrides, and the flags. Settings with equal keys are equal, except
	// that Key does not cover the defaults of the rules and the map of keyphrases.
	Key [sha256.Size]byte

	keyphrases *keyphraseMap
}

// Setting is a rule with its severity and options for a draft.
type Setting struct {
	Rule     *lint.Rule
	Severity lint.Severity
	Explicit bool // the writer's own configuration sets the severity
	Asked    bool // the writer's own configuration, or --only, names the rule
	Instance int  // equal for settings that share one checker
	Checker  lint.Checker
	Site     lint.SiteChecker
}

// ParseOf returns the parser options for a file, by its path: [Settings.Parse], with the
// keyphrases that the repository assigns to it.
func (s *Settings) ParseOf(file string) parse.Options {
	o := s.Parse
	if s.Found != nil && len(s.Found.Languages) > 0 {
		if rel, err := filepath.Rel(s.Root, file); err == nil {
			if tag := locale.Of(s.Site, filepath.ToSlash(rel)); tag != "" {
				o.Located = tag
			}
		}
	}
	if m := s.keyphrases; m != nil {
		o.Assigned = func(slug string) parse.Keyphrases { return m.lookup(file, slug) }
	}
	return o
}
