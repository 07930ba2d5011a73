package config

import (
	"path"
	"reflect"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config/strict"
)

func viewOf(t *testing.T, r *Resolver, f *File, file string) *View {
	t.Helper()
	v, err := r.View(f, path.Join("/site", file), nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// from returns where a value or the severity of a rule was said, as it is shown.
func from(t *testing.T, v *View, name string) string {
	t.Helper()
	for _, x := range v.Values {
		if x.Name == name {
			return x.From.String()
		}
	}
	for _, r := range v.Rules {
		if r.Rule.Name == name {
			return r.From.String()
		}
		for _, o := range r.Options {
			if r.Rule.Name+"."+o.Name == name {
				return o.From.String()
			}
		}
	}
	t.Fatalf("there is no %s", name)
	return ""
}

func TestAViewHasEveryKeyOfAConfiguration(t *testing.T) {
	file := parsed(map[string]string{".copychief.yml": "shortcodes: {a: {kind: ignore}}"})
	v := viewOf(t, resolver(t, Flags{}), file, "a.md")
	for _, f := range strict.FieldsOf(reflect.TypeFor[schema]()) {
		switch f.Name {
		case "extends", "rules", "overrides", "house":
			continue // shown as the profile, as rules, as origins, as rules
		}
		found := false
		for _, x := range v.Values {
			found = found || x.Name == f.Name || strings.HasPrefix(x.Name, f.Name+".")
		}
		if !found {
			t.Errorf("%s is not shown", f.Name)
		}
	}
}

func TestEachValueHasTheOriginThatWins(t *testing.T) {
	conf := parsed(map[string]string{".copychief.yml": `profile: news
language: de
rules:
  long-headline: {max: 5, position: start}
  hard-to-read: {max: 3}
  missing-alt: off
overrides:
  - files: ["n/**"]
    language: fr
    rules:
      long-headline:
        max: 6
      missing-alt: error
  - files: ["*.txt"]
    profile: docs
    fields: {title: t}
`})
	r := resolver(t, Flags{Rules: map[string]string{"near-duplicate": "off"}})
	for file, wanted := range map[string]map[string]string{
		"a.md": {
			"profile": ".copychief.yml:1", "language": ".copychief.yml:2", "site.hosts": "default", "fields.title": "default",
			"long-headline": "default", "long-headline.max": ".copychief.yml:4", "long-headline.ratio": "default",
			"hard-to-read": ".copychief.yml:5", "missing-alt": ".copychief.yml:6", "near-duplicate": "--rule", "unused-suppression": "default",
		},
		"n/a.txt": {
			"profile": ".copychief.yml:15 (*.txt)", "language": ".copychief.yml:9 (n/**)", "fields.title": ".copychief.yml:16 (*.txt)",
			"long-headline.max": ".copychief.yml:12 (n/**)", "long-headline.position": ".copychief.yml:4", "missing-alt": ".copychief.yml:13 (n/**)",
		},
	} {
		v := viewOf(t, r, conf, file)
		for name, want := range wanted {
			if got := from(t, v, name); got != want {
				t.Errorf("%s: %s is from %s, want %s", file, name, got, want)
			}
		}
	}
}

// A view must not differ from what a run does.
func TestAViewShowsTheSettingsOfARun(t *testing.T) {
	file := parsed(map[string]string{".copychief.yml": "rules: {missing-alt: off, hard-to-read: {max: 3}, long-headline: error}"})
	for _, flags := range []Flags{{}, {Only: []string{"missing-alt", "headline"}}, {Profile: "docs", Rules: map[string]string{"missing-alt": "advice"}}} {
		r := resolver(t, flags)
		settings, v := holds(t, r, file, "a.md"), viewOf(t, r, file, "a.md")
		var run, shown []string
		for _, r := range settings.Rules {
			run = append(run, r.Rule.Name+" "+r.Severity.String())
		}
		for _, r := range v.Rules {
			if r.Severity.String() != "off" {
				shown = append(shown, r.Rule.Name+" "+r.Severity.String())
			}
		}
		if !reflect.DeepEqual(run, shown) {
			t.Errorf("run: %v\nshown: %v", run, shown)
		}
	}
}
