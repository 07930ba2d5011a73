package config

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// siteOf returns the site and its root. The root must be in the repository, because rules
// access the files in it.
func siteOf(d *decoder, s *siteSchema, at *Place) (lint.Site, string) {
	var out lint.Site
	for _, h := range s.Hosts {
		if h.Value == "" || strings.ContainsAny(h.Value, "/:@?# ") {
			d.Fail(h.Node, "%s is not a host; write the host alone, as in “example.org”", strict.Quoted(h.Value))
			continue
		}
		out.Hosts = append(out.Hosts, strings.ToLower(h.Value))
	}
	root := at.Dir
	if t := s.Root; t.Node != nil {
		root = filepath.Join(at.Dir, filepath.FromSlash(t.Value))
		if filepath.IsAbs(t.Value) || !within(at.Repository, root) {
			d.Fail(t.Node, "site.root %s leads out of the repository", strict.Quoted(t.Value))
			root = at.Dir
		}
	}
	for _, t := range s.Static {
		if p := filepath.FromSlash(t.Value); !filepath.IsLocal(p) {
			d.Fail(t.Node, "site.static %s leads out of the site", strict.Quoted(t.Value))
			continue
		}
		out.Static = append(out.Static, filepath.ToSlash(filepath.Clean(t.Value)))
	}
	return out, root
}

func languageTag(d *decoder, t text) string {
	tag := strings.ToLower(strings.ReplaceAll(t.Value, "_", "-"))
	for i, part := range strings.Split(tag, "-") {
		bad := part == "" || len(part) > 8 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != ""
		if t.Node != nil && (bad || i == 0 && (len(part) < 2 || len(part) > 3)) {
			d.Fail(t.Node, "%s is not a language tag; write one such as “en” or “pt-BR”", strict.Quoted(t.Value))
			return ""
		}
	}
	return tag
}

// shortcodeKinds are the kinds of template tags.
var shortcodeKinds = []string{"image", "quote", "link", "ignore"}

func shortcodes(d *decoder, n *yaml.Node) map[string]parse.Shortcode {
	if n == nil {
		return nil
	}
	out := map[string]parse.Shortcode{}
	d.Pairs(n, "“shortcodes”", func(key, value *yaml.Node) {
		var s shortcode
		d.Structure(value, reflect.ValueOf(&s).Elem(), "shortcode "+strict.Quoted(key.Value))
		if s.Kind.Node == nil {
			d.Fail(key, "shortcode %s has no kind. Allowed: %s", strict.Quoted(key.Value), strings.Join(shortcodeKinds, ", "))
		} else if !slices.Contains(shortcodeKinds, s.Kind.Value) {
			d.Fail(s.Kind.Node, "%s", Unknown("kind", s.Kind.Value, shortcodeKinds))
		}
		out[key.Value] = parse.Shortcode{Kind: s.Kind.Value, Source: s.Source, Alt: s.Alt, Caption: s.Caption}
	})
	return out
}
