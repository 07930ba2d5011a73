package config

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
)

// settingsKey identifies settings by the file and its matching overrides.
type settingsKey struct {
	file   *File
	found  *site.Found
	match  string
	ignore bool
}

// resolution is settings, resolved once.
type resolution struct {
	settings *Settings
	problems Problems
}

// For returns the settings of a path, which has the form of the file's [Place] and need not
// exist. Paths with the same settings share one value, which must not be changed. The error
// is [Problems] for an invalid file.
func (r *Resolver) For(f *File, path string) (*Settings, error) { return r.ForSite(f, path, nil) }

// fileLayers are the layers of a file for the rules of a resolver.
type fileLayers struct {
	rules     layer
	overrides []layer  // one for each override
	problems  Problems // all of the file
}

// layersOf reads the layers of a file, once. It also builds the settings of the file and of
// each override, so that mistakes in options are reported even if no draft of the run uses
// them.
func (r *Resolver) layersOf(f *File) *fileLayers {
	if l := r.files[f]; l != nil {
		return l
	}
	l := &fileLayers{overrides: make([]layer, len(f.overrides))}
	r.files[f] = l
	d := &decoder{File: f.name, Problems: slices.Clone(f.problems)}
	l.rules = readLayer(r, d, f.rules, Origin{Kind: FromFile, File: f.name})
	for i := range f.overrides {
		o := &f.overrides[i]
		l.overrides[i] = readLayer(r, d, o.rules, Origin{Kind: FromOverride, File: f.name, Globs: o.files})
	}
	d.Problems = append(d.Problems, r.build(f, nil).problems...)
	for i := range f.overrides {
		match := make([]byte, len(f.overrides))
		match[i] = 1
		d.Problems = append(d.Problems, r.build(f, match).problems...)
	}
	l.problems = d.Problems.Tidy()
	return l
}

// key returns a digest of what the settings of a file are made from.
func (r *Resolver) key(f *File, match []byte, found *site.Found) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%q %q %q %x %x %t %q %q %q %q %q",
		f.name, f.dir, f.root, match, f.sum, f.keyphrases != nil, found.Digest(),
		r.flags.Profile, r.flags.Rules, r.flags.Only, r.flags.Keyphrase))
}

// build merges the layers that apply to a path.
func (r *Resolver) build(f *File, match []byte) *resolution {
	s := &Settings{File: f.name, Root: f.root, Site: &f.site, Parse: f.parse, RequireReason: f.requireReason, Sources: &f.sources, Baseline: f.baseline, keyphrases: f.keyphrases}
	s.Parse.Keyphrase = r.flags.Keyphrase
	if f.name != "" {
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
		if o.kind != lint.KindUnknown {
			s.Kind = o.kind
		}
		if o.fields != nil {
			s.Parse.Fields = maps.Clone(s.Parse.Fields)
			if s.Parse.Fields == nil {
				s.Parse.Fields = parse.Fields{}
			}
			maps.Copy(s.Parse.Fields, o.fields)
		}
	}
	b := &resolution{settings: s}
	layers, profile, problems := r.layers(f, match)
	b.problems = problems
	s.Rules = make([]Setting, 0, len(r.rules))
	for _, rule := range r.rules {
		r.add(b, rule, layers, profile)
	}
	s.ReadsSources = slices.ContainsFunc(s.Rules, func(set Setting) bool { return slices.Contains(set.Rule.Needs, lint.NeedsSources) })
	return b
}

// layers returns the layers above the defaults of the rules, in order: the profile, the
// file, its matching overrides, and the flags. It also returns the name of the profile.
func (r *Resolver) layers(f *File, match []byte) (_ []layer, profile string, _ Problems) {
	own := r.layersOf(f)
	profile = f.profile
	layers := []layer{nil, own.rules}
	for i, on := range match {
		if on == 0 {
			continue
		}
		layers = append(layers, own.overrides[i])
		if f.overrides[i].profile != "" {
			profile = f.overrides[i].profile
		}
	}
	if r.flags.Profile != "" {
		profile = r.flags.Profile
	}
	var problems Problems
	layers[0], problems = profileLayer(r, profile)
	return append(layers, r.top), cmp.Or(profile, Profiles[0]), problems
}

// add adds the setting of a rule, if it runs.
func (r *Resolver) add(b *resolution, rule *lint.Rule, layers []layer, profile string) {
	s := r.state(rule, layers, profile)
	i := newInstance(r, rule, s.options)
	b.problems = append(b.problems, i.problems...)
	if s.severity == lint.Off {
		return
	}
	set := Setting{Rule: rule, Severity: s.severity, Explicit: s.explicit, Asked: s.asked || r.only[rule.Name], Instance: i.number}
	set.Checker, _ = i.checker.(lint.Checker)
	set.Site, _ = i.checker.(lint.SiteChecker)
	b.settings.Rules = append(b.settings.Rules, set)
}

// ruleState is a rule after merging layers.
type ruleState struct {
	severity lint.Severity // Off if it does not run
	explicit bool          // the writer's own configuration sets the severity
	asked    bool          // the writer's own configuration sets the rule
	from     Origin        // of the severity
	options  []*entry      // of the layers with options, in order
}

// state merges layers over the defaults of a rule.
func (r *Resolver) state(rule *lint.Rule, layers []layer, profile string) (out ruleState) {
	if out.severity = rule.Severity; rule.Off || len(rule.Profiles) > 0 && !slices.Contains(rule.Profiles, profile) {
		out.severity = lint.Off
	}
	for _, layer := range layers {
		e := layer[rule.Name]
		if e == nil {
			continue
		}
		out.asked = out.asked || e.own
		if e.options != nil {
			out.options = append(out.options, e)
		}
		switch {
		case e.severity != lint.Unset:
			out.severity, out.explicit, out.from = e.severity, e.own, e.from.at(e.at)
		case e.options != nil && out.severity == lint.Off:
			out.severity, out.from = rule.Severity, e.from.at(e.options) // setting an option turns the rule on
		}
		if e.own && e.severity == lint.Off && !rule.Off && e.file != "" {
			r.disabled[rule.Name] = true
		}
	}
	switch {
	case r.only[rule.Name] && out.severity == lint.Off:
		out.severity, out.explicit, out.from = rule.Severity, false, Origin{Kind: FromFlag, Name: "--only"}
	case r.only != nil && !r.only[rule.Name] && !r.only[string(rule.Family)]:
		out.severity, out.explicit, out.from = lint.Off, false, Origin{Kind: FromFlag, Name: "--only"}
	}
	return out
}

// ForSite is [Resolver.For] for a path in a site that was recognised. What was recognised
// is a layer below the file: it holds where the file says nothing. found may be nil.
func (r *Resolver) ForSite(f *File, path string, found *site.Found) (*Settings, error) {
	if !f.Recognises() {
		found = nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if problems := r.layersOf(f).problems; len(problems) > 0 {
		return nil, problems
	}
	match, ignore := f.matching(path)
	key := settingsKey{f, found, string(match), ignore}
	b := r.settings[key]
	if b == nil {
		b = r.build(f, match)
		b.settings.Ignore = ignore
		b.settings.recognised(f, found)
		b.settings.Key = r.key(f, match, found)
		r.settings[key] = b
	}
	if len(b.problems) > 0 {
		return nil, b.problems
	}
	return b.settings, nil
}
