package config

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
)

// parsed parses the one configuration among the files of a repository, which is in
// memory at /site.
func parsed(files map[string]string) *File {
	name, tree := "", fstest.MapFS{}
	for file, content := range files {
		tree[file] = &fstest.MapFile{Data: []byte(content)}
		if strings.HasPrefix(path.Base(file), ".copychief.") {
			name = file
		}
	}
	return Parse(name, []byte(files[name]), Place{Dir: path.Join("/site", path.Dir(name)), Repository: "/site", Files: tree})
}

func resolver(t testing.TB, f Flags) *Resolver {
	t.Helper()
	f.Dir = "/site"
	r, err := NewResolver(testRules(), f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func holds(t testing.TB, r *Resolver, f *File, file string) *Settings {
	t.Helper()
	s, err := r.For(f, path.Join("/site", file))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// summary writes settings as "rule severity[!] …", with ! for an explicit severity.
func summary(s *Settings) string {
	var out []string
	for _, r := range s.Rules {
		mark := ""
		if r.Explicit {
			mark = "!"
		}
		out = append(out, r.Rule.Name+" "+r.Severity.String()+mark)
	}
	return strings.Join(out, ", ")
}

func TestDefaultsHoldWithoutAConfiguration(t *testing.T) {
	const defaults = "long-headline warning, missing-alt error, near-duplicate warning, unused-suppression advice"
	s := holds(t, resolver(t, Flags{Keyphrase: "city budget"}), NoFile("/site"), "posts/a.md")
	if summary(s) != defaults || s.File != "" || s.Folder != "" || s.Root != "/site" || s.Parse.Keyphrase != "city budget" {
		t.Errorf("%s; file %q in %q, root %q, keyphrase %q", summary(s), s.File, s.Folder, s.Root, s.Parse.Keyphrase)
	}
}

func TestLaterLayersWin(t *testing.T) {
	f := parsed(map[string]string{".copychief.yml": `
rules:
  long-headline: {max: 500, position: start}
  hard-to-read: {max: 3}
  missing-alt: off
overrides:
  - files: ["news/**"]
    rules: {long-headline: {max: 400, severity: advice}}
  - files: ["*.html"]
    rules: {long-headline: error, missing-alt: advice}
`})
	r := resolver(t, Flags{Rules: map[string]string{"near-duplicate": "error"}})
	for file, want := range map[string]string{
		"a.md":        "long-headline warning, hard-to-read advice, near-duplicate error!, unused-suppression advice",
		"news/a.md":   "long-headline advice!, hard-to-read advice, near-duplicate error!, unused-suppression advice",
		"news/a.html": "long-headline error!, missing-alt advice!, hard-to-read advice, near-duplicate error!, unused-suppression advice",
	} {
		s := holds(t, r, f, file)
		if got := summary(s); got != want {
			t.Errorf("%s: %s\nwant %s", file, got, want)
		}
		c := s.Rules[0].Checker.(*wide)
		max := 500
		if strings.HasPrefix(file, "news") {
			max = 400
		}
		if c.Max != max || c.Position != "start" || c.compiled != 1 {
			t.Errorf("%s: options %+v", file, *c)
		}
	}
}

func TestOnlyNarrowsTheRun(t *testing.T) {
	f := parsed(map[string]string{".copychief.yml": "rules: {missing-alt: off}"})
	for only, want := range map[string]string{
		"missing-alt":       "missing-alt error",
		"hard-to-read":      "hard-to-read advice",
		"readability":       "",
		"headline":          "long-headline warning",
		"site,hard-to-read": "hard-to-read advice, near-duplicate warning",
	} {
		s := holds(t, resolver(t, Flags{Only: strings.Split(only, ",")}), f, "a.md")
		if got := summary(s); got != want {
			t.Errorf("--only %s: %s, want %s", only, got, want)
		}
	}
}

func TestCheckersAreSharedByAllFilesWithTheSameOptions(t *testing.T) {
	f := parsed(map[string]string{
		"a/.copychief.yml": "rules: {missing-alt: off}\noverrides: [{files: ['x/**'], rules: {long-headline: {max: 3}}}]",
	})
	r := resolver(t, Flags{})
	one, two := holds(t, r, f, "a/1.md"), holds(t, r, f, "a/deep/2.md")
	if one != two {
		t.Error("two files under one configuration have different settings")
	}
	other, narrow := holds(t, r, NoFile("/site"), "b/1.md"), holds(t, r, f, "a/x/1.md")
	if other.Rules[0].Checker != one.Rules[0].Checker || other.Rules[0].Instance != one.Rules[0].Instance {
		t.Error("the same options under two configurations make two checkers")
	}
	if narrow.Rules[0].Checker == one.Rules[0].Checker || narrow.Rules[0].Instance == one.Rules[0].Instance {
		t.Error("other options share a checker")
	}
}

func TestOtherDataInAFile(t *testing.T) {
	f := parsed(map[string]string{
		"content/.copychief.yml": `
profile: docs
language: pt-BR
site: {hosts: [Example.org], root: .., static: [static, content/files]}
fields: {title: [kicker, title], keyphrase: topic}
shortcodes: {foto: {kind: image, source: 1, alt: text}}
limits: {file: 1000}
ignore: [drafts, "old/**", "*.bak.md"]
overrides: [{files: "de/**", language: de, fields: {title: titel}}, {files: "tmp/*", ignore: true}]
`})
	r := resolver(t, Flags{Keyphrase: "city budget"})
	s := holds(t, r, f, "content/a.md")
	p := s.Parse
	if s.Root != "/site" || fmt.Sprint(s.Site.Hosts, s.Site.Static) != "[example.org] [static content/files]" || p.Language != "pt-br" ||
		p.Limits.File != 1000 || p.Keyphrase != "city budget" || fmt.Sprint(p.Fields[lint.RoleTitle], p.Fields[lint.RoleKeyphrase]) != "[kicker title] [topic]" ||
		p.Shortcodes["foto"].Source != "1" || s.Ignore {
		t.Errorf("%+v\nsite %+v", s, *s.Site)
	}
	de := holds(t, r, f, "content/de/a.md")
	if de.Parse.Language != "de" || fmt.Sprint(de.Parse.Fields) != "map[0:[titel] 3:[topic]]" || fmt.Sprint(p.Fields[lint.RoleTitle]) != "[kicker title]" {
		t.Errorf("override: %+v", de.Parse)
	}
	for file, want := range map[string]bool{
		"drafts/x/a.md": true, "old/a.md": true, "posts/a.bak.md": true, "tmp/a.md": true,
		"posts/a.md": false, "tmp/x/a.md": false, "posts/drafts.md": false,
	} {
		if got := holds(t, r, f, "content/"+file).Ignore; got != want {
			t.Errorf("%s: ignored %t", file, got)
		}
	}
}

func TestFlagsThatNameNothingAreRefused(t *testing.T) {
	for want, f := range map[string]Flags{
		"--rule: unknown rule “long-headlin”; did you mean “long-headline”?":                {Rules: map[string]string{"long-headlin": "off"}},
		"--rule missing-alt: unknown severity “warn”. Allowed: off, advice, warning, error": {Rules: map[string]string{"missing-alt": "warn"}},
		"--only: unknown rule or family “image”; did you mean “images”?":                    {Only: []string{"image"}},
		"--profile: unknown profile “newz”; did you mean “news”? Allowed: blog, news":       {Profile: "newz"},
	} {
		_, err := NewResolver(testRules(), f)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

// Rules may be declared by the file that is resolved under them, so that a file is
// parsed before anybody knows which of its names are rules.
func TestParsingAConfigurationNeedsNoRules(t *testing.T) {
	f := parsed(map[string]string{".copychief.yml": `
rules: {house-style: error, long-headline: {max: 3}}
overrides: [{files: a.md, rules: {no-such-rule: off, house-style: advice}}]
`})
	if len(f.Problems()) > 0 {
		t.Errorf("before the rules are known: %v", f.Problems())
	}
	if got := fmt.Sprint(f.Rules()); got != "[house-style long-headline no-such-rule]" {
		t.Errorf("speaks of %s", got)
	}
	house := &lint.Rule{Name: "house-style", Severity: lint.Warning}
	for _, c := range []struct {
		rules []*lint.Rule
		want  int
	}{{testRules(), 3}, {append(testRules(), house), 1}} {
		r, err := NewResolver(c.rules, Flags{})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Check(f).Problems; len(got) != c.want {
			t.Errorf("with %d rules: %v", len(c.rules), got)
		}
	}
}

func TestAFileWithProblemsHasNoEffect(t *testing.T) {
	f := parsed(map[string]string{".copychief.yml": "profil: news\nrules: {missing-alt: loud}"})
	want := ".copychief.yml:1:1: unknown key “profil” in the configuration; did you mean “profile”?"
	if got := f.Problems(); len(got) != 1 || !strings.HasPrefix(got.Error(), want) {
		t.Errorf("structure: %v", got)
	}
	_, err := resolver(t, Flags{}).For(f, "/site/a.md")
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 2 || problems[0].Line != 1 || problems[1].Line != 2 {
		t.Errorf("all of it: %v", err)
	}
}

func TestABaselineIsInTheRepository(t *testing.T) {
	leadsOut := func(path string) bool { return path == "/site/link.json" }
	for value, want := range map[string]string{
		"known.json": "/site/content/known.json", "../known.json": "/site/known.json",
		"../../known.json": "", "/known.json": "", "''": "", "../link.json": "",
	} {
		f := Parse("c.yml", []byte("baseline: "+value), Place{Dir: "/site/content", Repository: "/site", LeadsOut: leadsOut})
		if f.baseline != want || (want == "") != (len(f.Problems()) == 1) || (want != "") != (len(f.Reads()) == 1) {
			t.Errorf("%s: %q, %v, reads %q", value, f.baseline, f.Problems(), f.Reads())
		}
	}
}
