package config

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// way is how paths come to their settings: by which file, for which repository, with
// which of its overrides.
type way struct {
	path, root, match string
	ignore            bool
}

// built is a list of settings made once.
type built struct {
	settings *Settings
	problems Problems
}

// For returns what holds for a file. Its path is absolute. Files for which the
// same holds share one Settings, which nobody may change. The error is [Problems]
// for a configuration that is not in order.
func (l *Loader) For(path string) (*Settings, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f, err := l.fileOf(path)
	if err != nil {
		return nil, err
	}
	match, ignore := f.matching(path)
	by := way{f.path, f.root, string(match), ignore}
	b := l.built[by]
	if b == nil {
		b = l.build(f, match)
		b.settings.Ignore = ignore
		b.settings.Key = l.key(f, match)
		l.built[by] = b
	}
	if len(b.problems) > 0 {
		return nil, b.problems
	}
	return b.settings, nil
}

// fileOf returns the configuration that holds for a path; one that says nothing
// where there is none.
func (l *Loader) fileOf(path string) (*file, error) {
	dir := filepath.Dir(path)
	p := l.at(dir)
	switch {
	case p.err != nil:
		return nil, p.err
	case l.named != nil:
		return l.named, nil
	case p.file != nil:
		return p.file, nil
	}
	if p.blank == nil {
		root := cmp.Or(p.repository, dir)
		p.blank = &file{dir: root, root: root, parse: parse.Options{Keyphrase: l.flags.Keyphrase}}
	}
	return p.blank, nil
}

// key stands for what the settings of a file are made from.
func (l *Loader) key(f *file, match []byte) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%q %q %q %x %x %t %q %q %q %q",
		f.path, f.dir, f.root, match, f.sum, f.keyphrases != nil,
		l.flags.Profile, l.flags.Rules, l.flags.Only, l.flags.Keyphrase))
}

// ParseOf returns how a file is to be read, by its absolute path: [Settings.Parse],
// with the keyphrases that the repository has for it.
func (s *Settings) ParseOf(file string) parse.Options {
	o := s.Parse
	if m := s.keyphrases; m != nil {
		o.Assigned = func(slug string) parse.Keyphrases { return m.lookup(file, slug) }
	}
	return o
}

// matching returns a byte for each override, 1 where it is for the file, and
// whether the file is ignored.
func (f *file) matching(name string) (match []byte, ignore bool) {
	if f.sources.holds(name) {
		ignore = true
	}
	if len(f.overrides) == 0 && len(f.ignore) == 0 {
		return nil, ignore
	}
	rel, err := filepath.Rel(f.dir, name)
	if err != nil {
		return make([]byte, len(f.overrides)), ignore
	}
	rel = filepath.ToSlash(rel)
	match = make([]byte, len(f.overrides))
	for i := range f.overrides {
		for _, glob := range f.overrides[i].files {
			if matches(glob, rel) {
				match[i] = 1
				ignore = ignore || f.overrides[i].ignore
				break
			}
		}
	}
	for _, glob := range f.ignore {
		ignore = ignore || matches(glob, rel) || inIgnored(glob, rel)
	}
	return match, ignore
}

// matches reports whether a glob is for a path relative to the configuration. A
// glob without a slash looks at the name alone, in whatever folder.
func matches(glob, rel string) bool {
	if strings.HasSuffix(glob, "/") {
		glob += "**"
	}
	if !strings.Contains(glob, "/") {
		rel = path.Base(rel)
	}
	return doublestar.MatchUnvalidated(glob, rel)
}

// inIgnored reports whether one of the folders around a path matches a glob.
func inIgnored(glob, rel string) bool {
	glob = strings.TrimSuffix(glob, "/")
	for dir := path.Dir(rel); dir != "." && dir != "/" && dir != ".."; dir = path.Dir(dir) {
		if matches(glob, dir) {
			return true
		}
	}
	return false
}

// build lays the layers that hold for a file over each other.
func (l *Loader) build(f *file, match []byte) *built {
	s := &Settings{File: f.path, Root: f.root, Site: &f.site, Parse: f.parse, RequireReason: f.requireReason, Sources: &f.sources, Baseline: f.baseline, keyphrases: f.keyphrases}
	if f.path != "" {
		s.Folder = f.dir
	}
	for i, on := range match {
		if on == 0 {
			continue
		}
		o := &f.overrides[i]
		if o.language != "" {
			s.Parse.Language = o.language
		}
		if o.fields != nil {
			s.Parse.Fields = maps.Clone(s.Parse.Fields)
			if s.Parse.Fields == nil {
				s.Parse.Fields = parse.Fields{}
			}
			maps.Copy(s.Parse.Fields, o.fields)
		}
	}
	b := &built{settings: s}
	layers, problems := l.layers(f, match)
	b.problems = problems
	for _, r := range l.rules {
		l.add(b, r, layers)
	}
	return b
}

// layers returns what is laid over the defaults of the rules, in order: the profile,
// the file, its overrides that match and the command line.
func (l *Loader) layers(f *file, match []byte) ([]layer, Problems) {
	profile := f.profile
	layers := []layer{nil, f.rules}
	for i, on := range match {
		if on == 0 {
			continue
		}
		layers = append(layers, f.overrides[i].rules)
		if f.overrides[i].profile != "" {
			profile = f.overrides[i].profile
		}
	}
	if l.flags.Profile != "" {
		profile = l.flags.Profile
	}
	var problems Problems
	layers[0], problems = l.profile(profile)
	return append(layers, l.top), problems
}

// add adds the setting of one rule, if it runs at all.
func (l *Loader) add(b *built, r *lint.Rule, layers []layer) {
	s := l.standing(r, layers)
	i := l.instance(r, s.options)
	b.problems = append(b.problems, i.problems...)
	if s.severity == lint.Off {
		return
	}
	set := Setting{Rule: r, Severity: s.severity, Explicit: s.explicit, Asked: s.asked || l.only[r.Name], Instance: i.number}
	set.Checker, _ = i.checker.(lint.Checker)
	set.Site, _ = i.checker.(lint.SiteChecker)
	b.settings.Rules = append(b.settings.Rules, set)
}

// standing is how a rule stands under layers.
type standing struct {
	severity lint.Severity // Off where it does not run
	explicit bool          // the writer's own configuration named the severity
	asked    bool          // the writer's own configuration named the rule
	from     Origin        // of the severity
	options  []*said       // layers with options, in order
}

// standing lays layers over the defaults of a rule.
func (l *Loader) standing(r *lint.Rule, layers []layer) (out standing) {
	if out.severity = r.Severity; r.Off {
		out.severity = lint.Off
	}
	for _, layer := range layers {
		s := layer[r.Name]
		if s == nil {
			continue
		}
		out.asked = out.asked || s.own
		if s.options != nil {
			out.options = append(out.options, s)
		}
		switch {
		case s.severity != lint.Unset:
			out.severity, out.explicit, out.from = s.severity, s.own, s.from.at(s.at)
		case s.options != nil && out.severity == lint.Off:
			out.severity, out.from = r.Severity, s.from.at(s.options) // who sets an option wants the rule
		}
		if s.own && s.severity == lint.Off && !r.Off && s.file != "" {
			l.disabled[r.Name] = true
		}
	}
	switch {
	case l.only[r.Name] && out.severity == lint.Off:
		out.severity, out.explicit, out.from = r.Severity, false, Origin{Kind: FromFlag, Name: "--only"}
	case l.only != nil && !l.only[r.Name] && !l.only[string(r.Family)]:
		out.severity, out.explicit, out.from = lint.Off, false, Origin{Kind: FromFlag, Name: "--only"}
	}
	return out
}

// tryAll builds the settings of a file and of each of its overrides, so that a
// mistake in options is told even where no draft of this run comes across it.
func (l *Loader) tryAll(f *file) (problems Problems) {
	problems = l.build(f, nil).problems
	for i := range f.overrides {
		match := make([]byte, len(f.overrides))
		match[i] = 1
		problems = append(problems, l.build(f, match).problems...)
	}
	return problems
}
