package config

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site"
)

// View is all settings of a path, with where each was set.
type View struct {
	File      string   // the configuration file as messages show it; "" for none
	Root      string   // folder of the site
	Overrides []Origin // that apply to the path, in order
	Ignored   *Origin  // why the path is skipped when a folder is checked; nil if it is not
	Values    []Value  // everything except rules
	Rules     []RuleView
}

// Value is one value: a string, a number, a boolean, a list of strings, or a map of strings.
type Value struct {
	Name  string // as in .copychief.yml, with keys joined by dots: "site.hosts"
	Value any
	From  Origin
}

// RuleView is the settings of a rule.
type RuleView struct {
	Rule     *lint.Rule
	Severity lint.Severity // Off if it does not run
	From     Origin        // of the severity
	Options  []Value
}

// View returns all settings of a path, which has the form of the file's [Place] and need not
// exist, in a recognised site or nil. The error is that of [Resolver.For].
func (r *Resolver) View(f *File, path string, found *site.Found) (*View, error) {
	settings, err := r.ForSite(f, path, found)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	match, _ := f.matching(path)
	v := &viewBuilder{flags: &r.flags, file: f, match: match, path: path, View: View{File: f.name, Root: f.root}}
	for i, on := range match {
		if on == 1 {
			v.Overrides = append(v.Overrides, v.override(i, "files"))
		}
	}
	v.values(settings)
	layers, profile, _ := r.layers(f, match)
	for _, rule := range r.rules {
		v.Rules = append(v.Rules, r.ruleView(rule, layers, profile))
	}
	return &v.View, nil
}

// viewBuilder builds a view.
type viewBuilder struct {
	View
	flags *Flags
	file  *File
	match []byte
	path  string
}

func (v *viewBuilder) shown(path string) string { return Shown(v.flags.Dir, path) }

// override returns the origin of a key in an override.
func (v *viewBuilder) override(i int, path ...string) Origin {
	o := &v.file.overrides[i]
	return Origin{Kind: FromOverride, File: v.file.name, Globs: o.files}.at(find(o.node, path...))
}

// from returns where a key is set: in the last matching override, if overrides is set,
// otherwise in the file, otherwise the default.
func (v *viewBuilder) from(overrides bool, path ...string) Origin {
	for i := len(v.match) - 1; i >= 0 && overrides; i-- {
		if v.match[i] == 1 && find(v.file.overrides[i].node, path...) != nil {
			return v.override(i, path...)
		}
	}
	if n := find(v.file.node, path...); n != nil {
		return Origin{Kind: FromFile, File: v.file.name}.at(n)
	}
	return Origin{}
}

func (v *viewBuilder) add(name string, value any, from Origin) {
	v.Values = append(v.Values, Value{name, value, from})
}

// values adds the settings other than rules.
func (v *viewBuilder) values(s *Settings) {
	v.profile()
	v.site(s)
	v.fields(s)
	for _, name := range slices.Sorted(maps.Keys(s.Parse.Shortcodes)) {
		v.add("shortcodes."+name, shortcodeTexts(s.Parse.Shortcodes[name]), v.from(false, "shortcodes", name))
	}
	v.keyphrase()
	var paths []string
	for _, p := range s.Sources.Paths {
		paths = append(paths, v.shown(p))
	}
	v.add("sources", paths, v.from(false, "sources"))
	v.add("tolerance", s.Sources.tolerance(), v.from(false, "tolerance"))
	baseline := ""
	if s.Baseline != "" {
		baseline = v.shown(s.Baseline)
	}
	v.add("baseline", baseline, v.from(false, "baseline"))
	var packs []string
	if h := v.file.house; h != nil {
		for _, p := range h.Packs {
			packs = append(packs, p.Value)
		}
	}
	v.add("packs", packs, v.from(false, "packs"))
	v.add("recognise", v.file.Recognises(), v.from(false, "recognise"))
	v.add("require-reason", s.RequireReason, v.from(false, "require-reason"))
	v.ignore()
	held := s.Parse.Limits.OrDefault()
	for _, l := range new(limits).all(&held) {
		v.add("limits."+l.name, *l.to, v.from(false, "limits", l.name))
	}
}

func (v *viewBuilder) profile() {
	name, from := Profiles[0], v.from(true, "profile")
	if from.Kind != FromOverride {
		if extends := v.from(false, "extends"); extends.Kind != FromDefault {
			from = extends
		}
	}
	if v.file.profile != "" {
		name = v.file.profile
	}
	for i, on := range v.match {
		if p := v.file.overrides[i].profile; on == 1 && p != "" {
			name = p
		}
	}
	if v.flags.Profile != "" {
		name, from = v.flags.Profile, Origin{Kind: FromFlag, Name: "--profile"}
	}
	v.add("profile", name, from)
}

func (v *viewBuilder) fields(s *Settings) {
	for role, name := range roleNames {
		role := lint.Role(role)
		names, from := usualNames(role), v.from(true, "fields", name)
		if from.Kind != FromDefault {
			names = s.Parse.Fields[role]
		} else if own, is := recognisedNames(s, role); is {
			names, from = own, recognisedAt("")
		}
		names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return strings.HasPrefix(n, "--") })
		v.add("fields."+name, names, from)
	}
}

// keyphrase adds the map of keyphrases, and the keyphrases that it or the command line has
// for the path.
func (v *viewBuilder) keyphrase() {
	from := v.from(false, "keyphrases")
	table := ""
	if m := v.file.keyphrases; m != nil {
		table = m.shown
	}
	v.add("keyphrases", table, from)
	if p := v.flags.Keyphrase; p != "" {
		v.add("keyphrase", p, Origin{Kind: FromFlag, Name: "--keyphrase"})
		return
	}
	if m := v.file.keyphrases; m != nil {
		if key, ok := m.keyOf(v.path, ""); ok {
			from := Origin{Kind: FromFile, File: m.shown, Line: m.at[key], Column: 1}
			v.add("keyphrase", m.of[key].Primary, from)
			v.add("secondary", m.of[key].Secondary, from)
		}
	}
}

// ignore adds the ignored globs and whether the path is ignored.
func (v *viewBuilder) ignore() {
	from := v.from(false, "ignore")
	v.add("ignore", v.file.ignore, from)
	if v.file.sources.contains(v.path) {
		from := v.from(false, "sources")
		v.Ignored = &from
		return
	}
	rel, err := filepath.Rel(v.file.dir, v.path)
	if err != nil {
		return
	}
	rel = filepath.ToSlash(rel)
	for _, glob := range v.file.ignore {
		if matches(glob, rel) || inIgnored(glob, rel) {
			from.Globs = []string{glob}
			v.Ignored = &from
			return
		}
	}
	for i, on := range v.match {
		if on == 1 && v.file.overrides[i].ignore {
			from := v.override(i, "ignore")
			v.Ignored = &from
			return
		}
	}
}

func shortcodeTexts(s parse.Shortcode) map[string]string {
	all := map[string]string{"kind": s.Kind, "source": s.Source, "alt": s.Alt, "caption": s.Caption}
	maps.DeleteFunc(all, func(_, value string) bool { return value == "" })
	return all
}

// ruleView returns the severity and options of a rule after merging layers.
func (r *Resolver) ruleView(rule *lint.Rule, layers []layer, profile string) RuleView {
	s := r.state(rule, layers, profile)
	out := RuleView{Rule: rule, Severity: s.severity, From: s.from}
	c := fresh(rule)
	for _, e := range s.options {
		decodeOptions(&decoder{}, rule, c, e.options)
	}
	v := reflect.Indirect(reflect.ValueOf(c))
	if v.Kind() != reflect.Struct {
		return out
	}
	for _, f := range strict.FieldsOf(v.Type()) {
		from := Origin{}
		for _, e := range s.options {
			if n := find(e.options, f.Name); n != nil {
				from = e.from.at(n)
			}
		}
		out.Options = append(out.Options, Value{f.Name, v.FieldByIndex(f.Index).Interface(), from})
	}
	return out
}

// CheckResult is the result of checking one configuration file.
type CheckResult struct {
	File      string // as messages show it
	Profile   string // "" if it names none
	Rules     int    // number of rules that it sets, including those in overrides
	Overrides int
	Declares  bool     // it declares rules of its own
	Declared  int      // number of these rules and those of its packs, if they were read
	Problems  Problems // empty if the file is valid
}

// Check checks a file, including what it says about the rules of the resolver.
func (r *Resolver) Check(f *File) *CheckResult {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := r.layersOf(f)
	rules := map[string]bool{}
	for _, layer := range append([]layer{l.rules}, l.overrides...) {
		for rule := range layer {
			rules[rule] = true
		}
	}
	return &CheckResult{File: f.name, Profile: f.profile, Rules: len(rules), Overrides: len(f.overrides), Declares: f.house != nil, Problems: l.problems}
}
