package config

import (
	"crypto/sha256"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// Place is the location of a configuration. The zero value is a folder without other files.
type Place struct {
	Dir        string // folder of the file; its globs and paths are relative to it, and "" means "."
	Repository string // root of the repository; "" means Dir. Paths in the file must not lead out of it
	Files      fs.FS  // the files of the repository, for files that a configuration names; nil for none

	// LeadsOut reports whether a symbolic link leads a path in the repository out of it. It
	// is nil if there are no links.
	LeadsOut func(path string) bool
}

// File is a parsed configuration, independent of the list of rules. It does not change and
// may be resolved for several lists of rules.
type File struct {
	name      string // as messages and Settings show it; "" for no file
	sum       [sha256.Size]byte
	dir       string
	root      string // of the site
	profile   string // "" if it names none
	rules     *yaml.Node
	overrides []override
	ignore    []string
	site      lint.Site
	parse     parse.Options

	keyphrases    *keyphraseMap // nil for none
	baseline      string        // "" if it names none
	requireReason bool
	recognise     *bool // nil where the file does not say
	sources       Sources
	house         *House // nil if it declares no rules

	reads    []string
	node     *yaml.Node // as written; nil for an empty file
	problems Problems
}

// override is the settings for files that match a glob.
type override struct {
	files    []string
	ignore   bool
	profile  string
	rules    *yaml.Node
	fields   parse.Fields
	language string
	kind     lint.Kind // lint.KindUnknown if it does not say

	node *yaml.Node // as written
}

// Parse parses the content of a configuration; messages show the file as name. It always
// returns a file; mistakes are in its Problems.
func Parse(name string, content []byte, at Place) *File {
	at.Dir = filepath.Clean(at.Dir)
	if at.Repository == "" {
		at.Repository = at.Dir
	}
	d := &decoder{File: name}
	var s schema
	n := d.Document(content)
	if n != nil {
		d.Structure(n, reflect.ValueOf(&s).Elem(), "the configuration")
	}
	f := compile(d, &s, &at)
	f.node, f.sum = n, sha256.Sum256(content)
	f.problems = d.Problems.Tidy()
	return f
}

// NoFile returns an empty configuration, which means the defaults. root is the folder of
// the site.
func NoFile(root string) *File { return &File{dir: root, root: root} }

// Problems returns the mistakes in the file that do not depend on the list of rules. For
// the others, see [Resolver.Check].
func (f *File) Problems() Problems { return f.problems }

// Rules returns the sorted names of the rules that the file and its overrides set, whether
// or not there are such rules.
func (f *File) Rules() (names []string) {
	nodes := []*yaml.Node{f.rules}
	for i := range f.overrides {
		nodes = append(nodes, f.overrides[i].rules)
	}
	for _, n := range nodes {
		if n == nil || n.Kind != yaml.MappingNode {
			continue
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if name := n.Content[i].Value; name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Recognises reports whether values that the file does not set may be recognised from the
// site.
func (f *File) Recognises() bool { return f.recognise == nil || *f.recognise }

// Reads returns the paths of the files that the configuration names, which need not exist:
// the map of keyphrases and the baseline.
func (f *File) Reads() []string { return f.reads }

// compile checks a decoded file and turns it into a form for fast lookups.
func compile(d *decoder, s *schema, at *Place) *File {
	f := &File{name: d.File, dir: at.Dir, rules: s.Rules}
	f.profile = profileName(d, s.Profile)
	if s.Extends.Node != nil {
		if s.Profile.Node != nil {
			d.Fail(s.Extends.Node, "extends is another name for profile; keep one of them")
		}
		f.profile = profileName(d, s.Extends)
	}
	f.ignore = globs(d, s.Ignore)
	f.requireReason = s.RequireReason
	f.recognise = s.Recognise
	f.sources = sources(d, s, at)
	f.house = house(s, at)
	f.keyphrases = keyphrases(d, s.Keyphrases, at)
	f.baseline = baseline(d, s.Baseline, at)
	if s.Keyphrases.Node != nil {
		f.reads = append(f.reads, filepath.Join(at.Dir, filepath.FromSlash(s.Keyphrases.Value)))
	}
	if f.baseline != "" {
		f.reads = append(f.reads, f.baseline)
	}
	f.site, f.root = siteOf(d, &s.Site, at)
	if f.house != nil {
		f.house.Root = f.root
	}
	f.parse = parse.Options{
		Fields:     fields(d, s.Fields),
		Hosts:      f.site.Hosts,
		Shortcodes: shortcodes(d, s.Shortcodes),
		Language:   languageTag(d, s.Language),
		Limits:     s.Limits.compile(d),
	}
	for _, n := range s.Overrides {
		f.overrides = append(f.overrides, readOverride(d, n))
	}
	return f
}

// readOverride reads an entry of overrides.
func readOverride(d *decoder, n *yaml.Node) override {
	var s exception
	d.Structure(n, reflect.ValueOf(&s).Elem(), "an override")
	if len(s.Files) == 0 && (n.Kind == yaml.MappingNode || strict.IsNull(n)) {
		d.Fail(n, "an override must name the files that it is for, as in files: [\"news/**\"]")
	}
	return override{
		node:     n,
		files:    globs(d, s.Files),
		ignore:   s.Ignore,
		profile:  profileName(d, s.Profile),
		rules:    s.Rules,
		fields:   fields(d, s.Fields),
		language: languageTag(d, s.Language),
		kind:     kindNamed(d, s.Kind),
	}
}

// kindNamed returns the kind of drafts with a name, lint.KindUnknown if none is given.
func kindNamed(d *decoder, t text) lint.Kind {
	if t.Node == nil {
		return lint.KindUnknown
	}
	k, ok := lint.KindOf(t.Value)
	if !ok {
		d.Fail(t.Node, "%s", Unknown("kind", t.Value, lint.KindNames()))
		return lint.KindUnknown
	}
	return k
}

func profileName(d *decoder, t text) string {
	if t.Node != nil && !slices.Contains(Profiles, t.Value) {
		d.Fail(t.Node, "%s", Unknown("profile", t.Value, Profiles))
		return ""
	}
	return t.Value
}
