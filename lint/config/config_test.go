package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/copychief/copychief/lint"
)

// tree writes files into a new folder; a name that ends in a slash is a folder.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			p = filepath.Join(p, "x")
		}
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "/") {
			if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func loader(t testing.TB, f Flags) *Loader {
	t.Helper()
	l, err := NewLoader(testRules(), f)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func holds(t testing.TB, l *Loader, parts ...string) *Settings {
	t.Helper()
	s, err := l.For(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// told writes settings as "rule severity[!] …", with ! for an explicit severity.
func told(s *Settings) string {
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

const defaults = "long-headline warning, missing-alt error, near-duplicate warning, unused-suppression advice"

func TestDefaultsHoldWithoutAConfiguration(t *testing.T) {
	dir := tree(t, map[string]string{"repo/.git/": "", "repo/posts/": ""})
	s := holds(t, loader(t, Flags{}), dir, "repo/posts/a.md")
	if told(s) != defaults || s.File != "" || s.Root != filepath.Join(dir, "repo") {
		t.Errorf("%s; file %q, root %q", told(s), s.File, s.Root)
	}
	if s := holds(t, loader(t, Flags{}), dir, "loose/a.md"); s.Root != filepath.Join(dir, "loose") {
		t.Errorf("without a repository the root is %q", s.Root)
	}
}

func TestTheNearestFileWinsUpToTheRepositoryRoot(t *testing.T) {
	dir := tree(t, map[string]string{
		".copychief.yml":             "rules: {missing-alt: off}",
		"repo/.git/":                 "",
		"repo/.copychief.yaml":       "rules: {missing-alt: advice}",
		"repo/news/.copychief.yml":   "rules: {long-headline: error}",
		"other/.git/":                "",
		"other/posts/":               "",
		"repo/news/deep/down/folder": "",
	})
	l := loader(t, Flags{Dir: dir})
	for file, want := range map[string]string{
		"a.md":                "long-headline warning, near-duplicate warning, unused-suppression advice",
		"repo/posts/a.md":     strings.Replace(defaults, "alt error", "alt advice!", 1),
		"repo/news/deep/a.md": strings.Replace(defaults, "headline warning", "headline error!", 1),
		"other/posts/a.md":    defaults,
	} {
		if got := told(holds(t, l, dir, file)); got != want {
			t.Errorf("%s: %s\nwant %s", file, got, want)
		}
	}
	if got := fmt.Sprint(l.Disabled()); got != "[missing-alt]" {
		t.Errorf("disabled: %s", got)
	}
	if got := told(holds(t, loader(t, Flags{None: true}), dir, "a.md")); got != defaults {
		t.Errorf("with --no-config: %s", got)
	}
	named := loader(t, Flags{Dir: dir, File: "repo/news/.copychief.yml"})
	if got := told(holds(t, named, dir, "a.md")); !strings.HasPrefix(got, "long-headline error!") {
		t.Errorf("with --config: %s", got)
	}
}

func TestLaterLayersWin(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": `
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
	l := loader(t, Flags{Rules: map[string]string{"near-duplicate": "error"}})
	for file, want := range map[string]string{
		"a.md":        "long-headline warning, hard-to-read advice, near-duplicate error!, unused-suppression advice",
		"news/a.md":   "long-headline advice!, hard-to-read advice, near-duplicate error!, unused-suppression advice",
		"news/a.html": "long-headline error!, missing-alt advice!, hard-to-read advice, near-duplicate error!, unused-suppression advice",
	} {
		s := holds(t, l, dir, file)
		if got := told(s); got != want {
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
	dir := tree(t, map[string]string{".copychief.yml": "rules: {missing-alt: off}"})
	for only, want := range map[string]string{
		"missing-alt":       "missing-alt error",
		"hard-to-read":      "hard-to-read advice",
		"readability":       "",
		"headline":          "long-headline warning",
		"site,hard-to-read": "hard-to-read advice, near-duplicate warning",
	} {
		s := holds(t, loader(t, Flags{Only: strings.Split(only, ",")}), dir, "a.md")
		if got := told(s); got != want {
			t.Errorf("--only %s: %s, want %s", only, got, want)
		}
	}
}

func TestCheckersAreSharedByAllFilesWithTheSameOptions(t *testing.T) {
	dir := tree(t, map[string]string{
		"a/.copychief.yml": "rules: {missing-alt: off}\noverrides: [{files: ['x/**'], rules: {long-headline: {max: 3}}}]",
		"b/":               "",
	})
	l := loader(t, Flags{})
	one, two := holds(t, l, dir, "a/1.md"), holds(t, l, dir, "a/deep/2.md")
	if one != two {
		t.Error("two files under one configuration have different settings")
	}
	other, narrow := holds(t, l, dir, "b/1.md"), holds(t, l, dir, "a/x/1.md")
	if other.Rules[0].Checker != one.Rules[0].Checker || other.Rules[0].Instance != one.Rules[0].Instance {
		t.Error("the same options under two configurations make two checkers")
	}
	if narrow.Rules[0].Checker == one.Rules[0].Checker || narrow.Rules[0].Instance == one.Rules[0].Instance {
		t.Error("other options share a checker")
	}
}

func TestWhatElseAFileSays(t *testing.T) {
	dir := tree(t, map[string]string{
		".git/": "",
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
	l := loader(t, Flags{Keyphrase: "city budget"})
	s := holds(t, l, dir, "content/a.md")
	p := s.Parse
	if s.Root != dir || fmt.Sprint(*s.Site) != "{[example.org] [static content/files]}" || p.Language != "pt-br" ||
		p.Limits.File != 1000 || p.Keyphrase != "city budget" || fmt.Sprint(p.Fields[lint.RoleTitle], p.Fields[lint.RoleKeyphrase]) != "[kicker title] [topic]" ||
		p.Shortcodes["foto"].Source != "1" || s.Ignore {
		t.Errorf("%+v\nsite %+v", s, *s.Site)
	}
	de := holds(t, l, dir, "content/de/a.md")
	if de.Parse.Language != "de" || fmt.Sprint(de.Parse.Fields) != "map[0:[titel] 3:[topic]]" || fmt.Sprint(p.Fields[lint.RoleTitle]) != "[kicker title]" {
		t.Errorf("override: %+v", de.Parse)
	}
	for file, want := range map[string]bool{
		"drafts/x/a.md": true, "old/a.md": true, "posts/a.bak.md": true, "tmp/a.md": true,
		"posts/a.md": false, "tmp/x/a.md": false, "posts/drafts.md": false,
	} {
		if got := holds(t, l, dir, "content", file).Ignore; got != want {
			t.Errorf("%s: ignored %t", file, got)
		}
	}
}

func TestFlagsThatNameNothingAreRefused(t *testing.T) {
	dir := tree(t, map[string]string{"bad.yml": "rules: {long-headlin: off}"})
	for want, f := range map[string]Flags{
		"--rule: unknown rule “long-headlin”; did you mean “long-headline”?":                      {Rules: map[string]string{"long-headlin": "off"}},
		"--rule missing-alt: unknown severity “warn”. Allowed: off, advice, warning, error":       {Rules: map[string]string{"missing-alt": "warn"}},
		"--only: unknown rule or family “image”; did you mean “images”?":                          {Only: []string{"image"}},
		"--profile: unknown profile “newz”; did you mean “news”? Allowed: blog, news":             {Profile: "newz"},
		"bad.yml:1:9: unknown rule “long-headlin”; did you mean “long-headline”? Allowed: long-h": {File: "bad.yml", Dir: dir},
		"reading the configuration: stat": {File: "none.yml", Dir: dir},
	} {
		_, err := NewLoader(testRules(), f)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

func TestTwoConfigurationsInOneFolderAreRefused(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": "", ".copychief.yaml": "", "posts/": ""})
	_, err := loader(t, Flags{}).For(filepath.Join(dir, "posts/a.md"))
	if err == nil || !strings.Contains(err.Error(), "keep one") {
		t.Errorf("got %v", err)
	}
}

func TestAConfigurationIsNoLinkOutOfTheRepository(t *testing.T) {
	dir := tree(t, map[string]string{"secret.yml": "password: hunter2", "repo/.git/": "", "repo/shared.yml": "rules: {missing-alt: off}", "repo/a/": "", "repo/b/": ""})
	for link, target := range map[string]string{"repo/a/.copychief.yml": "../../secret.yml", "repo/b/.copychief.yml": "../shared.yml"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, link)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	l := loader(t, Flags{Dir: dir})
	if _, err := l.For(filepath.Join(dir, "repo/a/x.md")); err == nil || strings.Contains(err.Error(), "password") || !strings.Contains(err.Error(), "leads out") {
		t.Errorf("got %v", err)
	}
	if got := told(holds(t, l, dir, "repo/b/x.md")); strings.Contains(got, "missing-alt") {
		t.Errorf("a link within the repository: %s", got)
	}
}

func TestManyGoroutinesMayAsk(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": "rules: {missing-alt: off}"})
	l := loader(t, Flags{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for k := range 50 {
				if _, err := l.For(filepath.Join(dir, fmt.Sprint(k%7), fmt.Sprint(i)+".md")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}
