package configfile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
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

// checker is of a rule that never finds anything.
type checker struct{}

func (checker) Check(*lint.Pass) {}

func rule(name string, severity lint.Severity) *lint.Rule {
	return &lint.Rule{Name: name, Severity: severity, New: func() lint.Checker { return checker{} }}
}

func testRules() []*lint.Rule {
	return []*lint.Rule{rule("long-headline", lint.Warning), rule("missing-alt", lint.Error)}
}

// loader returns a loader for a working directory; "" is that of the test.
func loader(t testing.TB, o Options, dir string) *Loader {
	t.Helper()
	o.Dir = dir
	l, err := NewLoader(testRules(), o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func holds(t testing.TB, l *Loader, parts ...string) *config.Settings {
	t.Helper()
	s, err := l.For(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// summary writes settings as "rule severity[!] …", with ! for an explicit severity.
func summary(s *config.Settings) string {
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

const defaults = "long-headline warning, missing-alt error"

func TestDefaultsHoldWithoutAConfiguration(t *testing.T) {
	dir := tree(t, map[string]string{"repo/.git/": "", "repo/posts/": ""})
	s := holds(t, loader(t, Options{}, ""), dir, "repo/posts/a.md")
	if summary(s) != defaults || s.File != "" || s.Root != filepath.Join(dir, "repo") {
		t.Errorf("%s; file %q, root %q", summary(s), s.File, s.Root)
	}
	if s := holds(t, loader(t, Options{}, ""), dir, "loose/a.md"); s.Root != filepath.Join(dir, "loose") {
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
	l := loader(t, Options{}, dir)
	for file, want := range map[string]string{
		"a.md":                "long-headline warning",
		"repo/posts/a.md":     strings.Replace(defaults, "alt error", "alt advice!", 1),
		"repo/news/deep/a.md": strings.Replace(defaults, "headline warning", "headline error!", 1),
		"other/posts/a.md":    defaults,
	} {
		if got := summary(holds(t, l, dir, file)); got != want {
			t.Errorf("%s: %s\nwant %s", file, got, want)
		}
	}
	if got := fmt.Sprint(l.Disabled()); got != "[missing-alt]" {
		t.Errorf("disabled: %s", got)
	}
	if got := summary(holds(t, loader(t, Options{None: true}, ""), dir, "a.md")); got != defaults {
		t.Errorf("with --no-config: %s", got)
	}
	named := loader(t, Options{File: "repo/news/.copychief.yml"}, dir)
	if got := summary(holds(t, named, dir, "a.md")); !strings.HasPrefix(got, "long-headline error!") {
		t.Errorf("with --config: %s", got)
	}
}

func TestTwoConfigurationsInOneFolderAreRefused(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": "", ".copychief.yaml": "", "posts/": ""})
	_, err := loader(t, Options{}, "").For(filepath.Join(dir, "posts/a.md"))
	if err == nil || !strings.Contains(err.Error(), "keep one") {
		t.Errorf("got %v", err)
	}
}

func TestAConfigurationMayNotLinkOutOfTheRepository(t *testing.T) {
	dir := tree(t, map[string]string{"secret.yml": "password: hunter2", "repo/.git/": "", "repo/shared.yml": "rules: {missing-alt: off}", "repo/a/": "", "repo/b/": ""})
	for link, target := range map[string]string{"repo/a/.copychief.yml": "../../secret.yml", "repo/b/.copychief.yml": "../shared.yml"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, link)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	l := loader(t, Options{}, dir)
	if _, err := l.For(filepath.Join(dir, "repo/a/x.md")); err == nil || strings.Contains(err.Error(), "password") || !strings.Contains(err.Error(), "leads out") {
		t.Errorf("got %v", err)
	}
	if got := summary(holds(t, l, dir, "repo/b/x.md")); strings.Contains(got, "missing-alt") {
		t.Errorf("a link within the repository: %s", got)
	}
}

func TestManyGoroutinesMayAsk(t *testing.T) {
	dir := tree(t, map[string]string{".copychief.yml": "rules: {missing-alt: off}"})
	l := loader(t, Options{}, "")
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

func TestANamedFileIsReadAtOnce(t *testing.T) {
	dir := tree(t, map[string]string{"bad.yml": "rules: {long-headlin: off}", "folder/": ""})
	if err := os.WriteFile(filepath.Join(dir, "big.yml"), make([]byte, maxFile+1), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"bad.yml":  "bad.yml:1:9: unknown rule “long-headlin”; did you mean “long-headline”? Allowed: long-h",
		"none.yml": "reading the configuration: stat",
		"folder":   "reading the configuration: " + filepath.Join(dir, "folder") + " is not a regular file",
		"big.yml":  "reading the configuration: " + filepath.Join(dir, "big.yml") + " has 1048577 bytes; a configuration may have at most 1048576",
	} {
		_, err := NewLoader(testRules(), Options{Flags: config.Flags{Dir: dir}, File: name})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

func TestTheMapOfKeyphrasesStaysInTheRepository(t *testing.T) {
	dir := tree(t, map[string]string{"secret.csv": "a,b\n", "repo/.git/": "", "repo/sub/x.md": "", "repo/folder.csv/": ""})
	if err := os.Symlink("../secret.csv", filepath.Join(dir, "repo/link.csv")); err != nil {
		t.Skip(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "repo/big.csv"), make([]byte, 4<<20+1), 0o644); err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]string{
		"../secret.csv":           "leads out of the repository",
		dir + "/secret.csv":       "leads out of the repository",
		"link.csv":                "escapes",
		"gone.csv":                "no such file",
		"map.txt":                 "must be a .csv, .yml or .yaml file",
		"folder.csv":              "not a regular file",
		"big.csv":                 "at most",
		"sub/../../repo/gone.yml": "no such file",
	} {
		file := filepath.Join(dir, "repo/.copychief.yml")
		if err := os.WriteFile(file, []byte("keyphrases: "+value), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := loader(t, Options{}, dir).For(filepath.Join(dir, "repo/sub/x.md"))
		if err == nil || !strings.HasPrefix(err.Error(), "repo/.copychief.yml:1:13: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", value, err)
		}
	}
}

func TestABaselineStaysInTheRepository(t *testing.T) {
	dir := tree(t, map[string]string{"outside/known.json": "", "repo/.git/": "", "repo/in/known.json": "", "repo/content/": ""})
	for link, target := range map[string]string{"repo/out": "../outside", "repo/content/link.json": "../in/known.json", "repo/content/leak.json": "../../outside/known.json"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	for value, ok := range map[string]bool{
		"new.json": true, "../in/known.json": true, "link.json": true, "new/folder/known.json": true,
		"leak.json": false, "../out/known.json": false, "../../outside/known.json": false,
	} {
		problems := loader(t, Options{}, dir).CheckContent(filepath.Join(dir, "repo/content/.copychief.yml"), []byte("baseline: "+value))
		if (len(problems) == 0) != ok {
			t.Errorf("%s: %v", value, problems)
		}
	}
}

func TestTheFilesThatSettingsAreMadeFromAreKnown(t *testing.T) {
	dir := tree(t, map[string]string{
		"repo/.git/": "", "repo/.copychief.yml": "baseline: known.json\nkeyphrases: gone.csv", "repo/posts/": "", "mine.yml": "",
	})
	files := func(o Options) string {
		l := loader(t, o, dir)
		if _, err := l.For(filepath.Join(dir, "repo/posts/a.md")); (err != nil) != (o.File == "" && !o.None) {
			t.Error("the map of keyphrases does not exist yet:", err)
		}
		var names []string
		for _, f := range l.Files() {
			names = append(names, config.Shown(dir, f))
		}
		slices.Sort(names)
		return strings.Join(slices.Compact(names), " ")
	}
	for want, o := range map[string]Options{
		"repo/.copychief.yaml repo/.copychief.yml repo/gone.csv repo/known.json repo/posts/.copychief.yaml repo/posts/.copychief.yml": {},
		"":         {None: true},
		"mine.yml": {File: "mine.yml"},
	} {
		if got := files(o); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
