package config

import (
	"crypto/sha256"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// file is a configuration file that has been read and found in order.
type file struct {
	path      string // as messages and Settings show it
	sum       [sha256.Size]byte
	dir       string // absolute
	profile   string // "" where it names none
	rules     layer
	overrides []override
	ignore    []string
	site      lint.Site
	root      string // absolute
	parse     parse.Options

	keyphrases    *keyphraseMap // nil for none
	baseline      string        // absolute; "" where it names none
	requireReason bool
	sources       Sources

	node *yaml.Node // as written; nil for an empty file
}

// override is what holds for the files that match a glob.
type override struct {
	files    []string
	ignore   bool
	profile  string
	rules    layer
	fields   parse.Fields
	language string

	node *yaml.Node // as written
}

// compile checks a decoded file and turns it into what is asked per draft.
func (l *Loader) compile(d *decoder, s *schema, dir, repository string) *file {
	f := &file{path: d.file, dir: dir}
	f.profile = l.profileName(d, s.Profile)
	if s.Extends.Node != nil {
		if s.Profile.Node != nil {
			d.fail(s.Extends.Node, "extends is another name for profile; keep one of them")
		}
		f.profile = l.profileName(d, s.Extends)
	}
	f.rules = l.layer(d, s.Rules, Origin{Kind: FromFile, File: d.file})
	f.ignore = globs(d, s.Ignore)
	f.requireReason = s.RequireReason
	f.sources = sources(d, s, dir, repository)
	f.keyphrases = keyphrases(d, s.Keyphrases, dir, repository)
	f.baseline = baseline(d, s.Baseline, dir, repository)
	if s.Keyphrases.Node != nil {
		l.asked = append(l.asked, filepath.Join(dir, filepath.FromSlash(s.Keyphrases.Value)))
	}
	if f.baseline != "" {
		l.asked = append(l.asked, f.baseline)
	}
	f.site, f.root = site(d, &s.Site, dir, repository)
	f.parse = parse.Options{
		Fields:     fields(d, s.Fields),
		Hosts:      f.site.Hosts,
		Shortcodes: shortcodes(d, s.Shortcodes),
		Language:   languageTag(d, s.Language),
		Limits:     s.Limits.compile(d),
		Keyphrase:  l.flags.Keyphrase,
	}
	for _, n := range s.Overrides {
		f.overrides = append(f.overrides, l.override(d, n))
	}
	return f
}

// override reads one entry of overrides.
func (l *Loader) override(d *decoder, n *yaml.Node) override {
	var s exception
	d.structure(n, reflect.ValueOf(&s).Elem(), "an override")
	if len(s.Files) == 0 && (n.Kind == yaml.MappingNode || isNull(n)) {
		d.fail(n, "an override names the files that it is for, as in files: [\"news/**\"]")
	}
	files := globs(d, s.Files)
	return override{
		node:     n,
		files:    files,
		ignore:   s.Ignore,
		profile:  l.profileName(d, s.Profile),
		rules:    l.layer(d, s.Rules, Origin{Kind: FromOverride, File: d.file, Globs: files}),
		fields:   fields(d, s.Fields),
		language: languageTag(d, s.Language),
	}
}

func (l *Loader) profileName(d *decoder, t text) string {
	if t.Node != nil && !slices.Contains(Profiles, t.Value) {
		d.fail(t.Node, "%s", Unknown("profile", t.Value, Profiles))
		return ""
	}
	return t.Value
}

// globLength and globGroups bound what one glob may be: groups are tried in every
// combination.
const (
	globLength = 256
	globGroups = 4
)

func globs(d *decoder, patterns []text) (valid []string) {
	for _, p := range patterns {
		glob := strings.TrimPrefix(p.Value, "./")
		switch {
		case !doublestar.ValidatePattern(glob) || glob == "":
			d.fail(p.Node, "%s is no valid glob", quoted(p.Value))
		case len(glob) > globLength || strings.Count(glob, "{") > globGroups:
			d.fail(p.Node, "%s is too long a glob; %d bytes and %d groups in braces will do", quoted(p.Value), globLength, globGroups)
		case strings.HasPrefix(glob, "/") || strings.HasPrefix(glob, "../") || strings.Contains(glob, "\\"):
			d.fail(p.Node, "%s: globs are relative to the folder of the configuration and use slashes", quoted(p.Value))
		default:
			valid = append(valid, glob)
		}
	}
	return valid
}

// site returns what the file says of the site. Its root may not leave the
// repository: rules look at what is there.
func site(d *decoder, s *siteSchema, dir, repository string) (lint.Site, string) {
	var out lint.Site
	for _, h := range s.Hosts {
		if h.Value == "" || strings.ContainsAny(h.Value, "/:@?# ") {
			d.fail(h.Node, "%s is no host; write it alone, as in “example.org”", quoted(h.Value))
			continue
		}
		out.Hosts = append(out.Hosts, strings.ToLower(h.Value))
	}
	root, limit := dir, repository
	if limit == "" {
		limit = dir
	}
	if t := s.Root; t.Node != nil {
		root = filepath.Join(dir, filepath.FromSlash(t.Value))
		if filepath.IsAbs(t.Value) || !within(limit, root) {
			d.fail(t.Node, "site.root %s leads out of the repository", quoted(t.Value))
			root = dir
		}
	}
	for _, t := range s.Static {
		if p := filepath.FromSlash(t.Value); !filepath.IsLocal(p) {
			d.fail(t.Node, "site.static %s leads out of the site", quoted(t.Value))
			continue
		}
		out.Static = append(out.Static, filepath.ToSlash(filepath.Clean(t.Value)))
	}
	return out, root
}

// within reports whether path is dir or lies in it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

func languageTag(d *decoder, t text) string {
	tag := strings.ToLower(strings.ReplaceAll(t.Value, "_", "-"))
	for i, part := range strings.Split(tag, "-") {
		bad := part == "" || len(part) > 8 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != ""
		if t.Node != nil && (bad || i == 0 && (len(part) < 2 || len(part) > 3)) {
			d.fail(t.Node, "%s is no language tag; write one as in “en” or “pt-BR”", quoted(t.Value))
			return ""
		}
	}
	return tag
}

// shortcodeKinds are what a template tag can be.
var shortcodeKinds = []string{"image", "quote", "link", "ignore"}

func shortcodes(d *decoder, n *yaml.Node) map[string]parse.Shortcode {
	if n == nil {
		return nil
	}
	out := map[string]parse.Shortcode{}
	d.pairs(n, "“shortcodes”", func(key, value *yaml.Node) {
		var s shortcode
		d.structure(value, reflect.ValueOf(&s).Elem(), "shortcode "+quoted(key.Value))
		if s.Kind.Node == nil {
			d.fail(key, "shortcode %s has no kind. Allowed: %s", quoted(key.Value), strings.Join(shortcodeKinds, ", "))
		} else if !slices.Contains(shortcodeKinds, s.Kind.Value) {
			d.fail(s.Kind.Node, "%s", Unknown("kind", s.Kind.Value, shortcodeKinds))
		}
		out[key.Value] = parse.Shortcode{Kind: s.Kind.Value, Source: s.Source, Alt: s.Alt, Caption: s.Caption}
	})
	return out
}

// limit is one limit: as written, where its value goes, and how high it may be.
type limit struct {
	name string
	from text
	to   *int
	most int
}

// all returns the limits, whose values go to out.
func (s *limits) all(out *parse.Limits) []limit {
	return []limit{
		{"file", s.File, &out.File, 64 << 20},
		{"front_matter", s.FrontMatter, &out.FrontMatter, 2 << 20},
		{"keys", s.Keys, &out.Keys, 32_000},
		{"nesting", s.Nesting, &out.Nesting, 1_000},
		{"parts", s.Parts, &out.Parts, 6_400_000},
		{"table_cells", s.TableCells, &out.TableCells, 6_400_000},
	}
}

// compile reads the limits; each may be lowered, and raised 32-fold at most, so
// that no configuration can take the guard away.
func (s *limits) compile(d *decoder) (out parse.Limits) {
	for _, l := range s.all(&out) {
		if l.from.Node == nil {
			continue
		}
		if !d.scalar(l.from.Node, reflect.ValueOf(l.to).Elem(), quoted(l.name)) {
			continue
		}
		if *l.to < 1 || *l.to > l.most {
			d.fail(l.from.Node, "limit %s must lie between 1 and %d", quoted(l.name), l.most)
		}
	}
	return out
}
