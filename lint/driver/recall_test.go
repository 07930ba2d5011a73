package driver

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

// counting is a folder of drafts that is checked with a cache, by rules that record
// which drafts they checked.
type counting struct {
	t     *testing.T
	dir   string
	store string
	build string
	now   time.Time
	flags config.Flags
	site  string

	mu     sync.Mutex
	drafts []string
}

func newCounting(t *testing.T) *counting {
	files := map[string]string{
		".copychief.yml":  "keyphrases: keys.csv\nsite: {hosts: [example.org]}\n",
		"keys.csv":        "path,primary\np/1.md,apple\np/2.md,pear\n",
		"img/there.png":   "x",
		"p/1.md":          "---\ntitle: One\n---\n\nbad [x](img/there.png) [y](img/none.png) [z](img)\n",
		"p/2.md":          "---\ntitle: One\n---\n\n<!-- copychief-ignore bad-word: why -->\n\nbad\n\n<!-- copychief-ignore sad-word -->\n\nx\n",
		"p/3.md":          "---\ntitle: Two\nkeyphrase: plum\n---\n\n<!-- copychief-ignore-file same-title -->\n\nsad [l](dead)\n",
		"p/4.md":          "---\nlang: de\n---\n\nbad\n",
		"p/unreadable.md": strings.Repeat("> ", 101) + "a\n",
	}
	for i := range fewDrafts {
		files[fmt.Sprintf("q/%d.md", i)] = fmt.Sprintf("# Text %d\n\nbad\n", i)
	}
	return &counting{
		t: t, dir: folder(t, files), store: filepath.Join(t.TempDir(), "cache"),
		build: "build", now: time.Date(2026, 3, 1, 23, 0, 0, 0, time.UTC),
	}
}

func (c *counting) rules() []*lint.Rule {
	return append(ruletest.Rules(), ruletest.New("counts", lint.Advice, func(p *lint.Pass) {
		c.mu.Lock()
		c.drafts = append(c.drafts, p.Doc.Source.Path)
		c.mu.Unlock()
		p.Report(lint.Finding{
			Span: p.Doc.Top(), Message: "On " + p.Now.Format(time.RFC3339) + " for " + p.Doc.Meta.Keyphrase().Plain(),
			Fixes: []lint.Fix{lint.Replace("Drop it", true, p.Doc.Top(), "")}, Related: []lint.Related{{Message: "here"}},
		})
	}))
}

// request returns a run over paths, with the cache or without.
func (c *counting) request(store *cache.Cache, paths ...string) Request {
	c.t.Helper()
	flags := c.flags
	flags.Dir = c.dir
	rules := c.rules()
	loader, err := configfile.NewLoader(append(slices.Clone(rules), engine.Rules()...), configfile.Options{Flags: flags})
	if err != nil {
		c.t.Fatal(err)
	}
	return Request{
		Rules: rules, Config: loader, Dir: c.dir, Paths: paths, Now: c.now, Site: c.site,
		Cache: store, Build: c.build,
	}
}

// checked runs with the cache and returns the drafts that were looked at. The result
// must be the one of a run without.
func (c *counting) checked(paths ...string) string {
	c.t.Helper()
	want := run(c.t, c.request(nil, paths...))
	c.drafts = nil
	got := run(c.t, c.request(cache.New(c.store), paths...))
	if len(got.Coverage) != len(want.Coverage) {
		c.t.Fatalf("%d drafts, without a cache %d", len(got.Coverage), len(want.Coverage))
	}
	for i := range want.Coverage {
		for _, r := range c.rules() {
			if a, b := &got.Coverage[i], &want.Coverage[i]; a.Path != b.Path || a.Ran(r.Name) != b.Ran(r.Name) {
				c.t.Errorf("%s ran on %s: %t, without a cache on %s: %t", r.Name, a.Path, a.Ran(r.Name), b.Path, b.Ran(r.Name))
			}
		}
	}
	got.Coverage, want.Coverage = nil, nil // they point to settings, which are made anew
	if a, b := fmt.Sprintf("%+v", *got), fmt.Sprintf("%+v", *want); a != b {
		c.t.Errorf("with a cache:\n%s\nwithout:\n%s", a, b)
	}
	slices.Sort(c.drafts)
	return strings.Join(c.drafts, " ")
}

func (c *counting) wants(what, want string, paths ...string) {
	c.t.Helper()
	if len(paths) == 0 {
		paths = []string{"."}
	}
	if got := c.checked(paths...); got != want {
		c.t.Errorf("%s: looked at %q, want %q", what, got, want)
	}
}

const everything = "p/1.md p/2.md p/3.md p/4.md q/0.md q/1.md q/2.md q/3.md q/4.md q/5.md q/6.md q/7.md"

// all is what is looked at where nothing is known: of a draft with a problem, too.
func (c *counting) all() string { return strings.Replace(everything, "q/0", "p/unreadable.md q/0", 1) }

func TestOnlyWhatAResultDependsOnMakesItStale(t *testing.T) {
	c := newCounting(t)
	c.wants("cold", c.all())
	c.wants("warm", "")

	put(t, c.dir, "q/3.md", "# Text\n\nsad\n")
	c.wants("a draft", "q/3.md")
	put(t, c.dir, "img/there.png", "changed")
	c.wants("a file that was asked for", "p/1.md")
	put(t, c.dir, "img/none.png", "new")
	c.wants("a file that was not there", "p/1.md")
	put(t, c.dir, "img/other.png", "new")
	c.wants("a file that nobody asked for", "")
	if err := os.Remove(filepath.Join(c.dir, "img", "there.png")); err != nil {
		t.Fatal(err)
	}
	c.wants("a file that is gone", "p/1.md")
	put(t, c.dir, "keys.csv", "path,primary\np/1.md,apple\np/2.md,quince\nq/5.md,fig\n")
	c.wants("the map of keyphrases", "p/2.md q/5.md")
	if err := os.Rename(filepath.Join(c.dir, "q", "3.md"), filepath.Join(c.dir, "q", "33.md")); err != nil {
		t.Fatal(err)
	}
	c.wants("a name", "q/33.md")
	c.wants("fewer paths", "", "p", "q/1.md", "q/2.md", "q/4.md", "q/5.md")
	c.wants("the folder, after fewer paths", "")
}

func TestConfigurationDayAndProgramInvalidateAll(t *testing.T) {
	c := newCounting(t)
	c.wants("cold", c.all())
	c.now = c.now.Add(time.Hour - time.Second)
	c.wants("the same day", "")
	c.now = c.now.Add(time.Second)
	c.wants("the next day", c.all())
	c.now = time.Time{}
	c.wants("no day", c.all())
	c.build = "other"
	c.wants("another program", c.all())
	c.build = "build"
	c.wants("the program again", "")
	c.flags.Rules = map[string]string{"bad-word": "error"}
	c.wants("a flag", c.all())
	c.flags.Rules = nil
	c.wants("without the flag", "")
	c.flags.Keyphrase = "fig"
	c.wants("a keyphrase", c.all())
	c.flags.Keyphrase = ""
	put(t, c.dir, ".copychief.yml", "rules: {bad-word: error}\n")
	c.wants("the configuration", c.all())
	put(t, c.dir, "q/.copychief.yml", "rules: {bad-word: advice}\n")
	c.wants("a configuration for a folder", "q/0.md q/1.md q/2.md q/3.md q/4.md q/5.md q/6.md q/7.md")
}

func TestOverridesInvalidateOnlyTheirFiles(t *testing.T) {
	c := newCounting(t)
	put(t, c.dir, ".copychief.yml", "overrides: [{files: 'q/1.md', rules: {bad-word: off}}]\n")
	c.wants("cold", c.all())
	if err := os.Rename(filepath.Join(c.dir, "q", "1.md"), filepath.Join(c.dir, "q", "11.md")); err != nil {
		t.Fatal(err)
	}
	c.wants("a draft the override is no longer for", "q/11.md")
}

func TestPagesOfASiteAreKept(t *testing.T) {
	c := newCounting(t)
	c.site = "."
	c.wants("one draft among its site", "p/1.md", "p/1.md")
	c.wants("another", "p/2.md", "p/2.md")
	c.site = ""
	c.wants("all", everything[len("p/1.md p/2.md "):len("p/1.md p/2.md p/3.md p/4.md")]+" p/unreadable.md"+everything[len("p/1.md p/2.md p/3.md p/4.md"):])
	c.site = "."
	c.wants("none among its site", "", "p/3.md")
}

func TestFewDraftsAndStandardInputAreNotCached(t *testing.T) {
	c := newCounting(t)
	c.wants("cold", c.all())
	c.wants("few", "p/1.md", "p/1.md")
	for range 2 {
		c.drafts = nil
		r := c.request(cache.New(c.store), ".", "-")
		r.Stdin, r.StdinName = strings.NewReader("bad\n"), "new.md"
		if run(t, r); strings.Join(c.drafts, " ") != "new.md" {
			t.Errorf("looked at %s", c.drafts)
		}
	}
}

func TestFailedFixesAreTriedAgain(t *testing.T) {
	c := newCounting(t)
	put(t, c.dir, "q/3.md", "PANIC\n")
	c.wants("cold", c.all())
	c.wants("warm", "q/3.md")
	reader := ruletest.New("reader", lint.Advice, func(p *lint.Pass) {
		if f, err := p.Files.Open("img/there.png"); err == nil && f.Close() == nil && p.Name == "q/1.md" {
			p.Report(lint.Finding{Message: "Read"})
		}
	})
	for range 2 {
		r := c.request(cache.New(c.store), ".")
		r.Rules = append(r.Rules, reader)
		var err error
		if r.Config, err = configfile.NewLoader(r.Rules, configfile.Options{Flags: config.Flags{Dir: c.dir}}); err != nil {
			t.Fatal(err)
		}
		c.drafts = nil
		if res := run(t, r); !strings.Contains(ruletest.Format(res), "reader: Read") || len(c.drafts) != 13 {
			t.Errorf("a rule that opens files: looked at %s", c.drafts)
		}
	}
}

func TestAnInterruptedRunKeepsNothing(t *testing.T) {
	c := newCounting(t)
	ctx, cancel := context.WithCancel(t.Context())
	r := c.request(cache.New(c.store), ".")
	r.Jobs = 1
	r.Progress = func(done, _ int) {
		if done == 5 {
			cancel()
		}
	}
	if _, err := Run(ctx, r); err == nil {
		t.Fatal("the run was not interrupted")
	}
	c.wants("after it", c.all())
}

func TestFixingIsNotFooledByTheCache(t *testing.T) {
	c := newCounting(t)
	c.wants("cold", c.all())
	r := c.request(cache.New(c.store), ".")
	fixes, err := Fix(t.Context(), r, FixOptions{Write: true})
	if err != nil {
		t.Fatal(err)
	}
	if n, drafts := fixes.Fixed(); n == 0 || drafts < 8 {
		t.Fatalf("%d fixes in %d drafts", n, drafts)
	}
	if looked := c.checked("."); len(strings.Fields(looked)) < 8 {
		t.Errorf("after fixing looked at %s", looked)
	}
}

// A field that is added to an outcome must come back from the cache, too.
func TestEveryPartOfAnOutcomeIsKept(t *testing.T) {
	for of, want := range map[reflect.Type]string{
		reflect.TypeFor[engine.Outcome]():     "Findings Skips NotChecked Read Kind path settings traits changed page suppressions context surveyed failed bundle shared",
		reflect.TypeFor[lint.Source]():        "Path Bytes Codec Original once lines checkpointsOnce checkpoints",
		reflect.TypeFor[lint.Pass]():          "Doc Site Kind Files Name Sources Now report skip present",
		reflect.TypeFor[Request]():            "Rules Config Paths Site Stdin StdinName Dir Now Changes Filters Empty Outputs Ignore Jobs Many Progress Cache Build Inputs",
		reflect.TypeFor[config.Flags]():       "Profile Rules Only Keyphrase Dir",
		reflect.TypeFor[configfile.Options](): "Flags File None Unrecognised Declare DeclareFrom", // what was recognised is part of the key; the bytes of the file are part of the key, and so are the rules
	} {
		var names []string
		for i := range of.NumField() {
			names = append(names, of.Field(i).Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s has the fields\n%s\nand had\n%s\nIs what is new kept (engine/record.go), or part of a key (recall.go, config's key)?", of, got, want)
		}
	}
}

func TestALargeReadBufferIsNotPooled(t *testing.T) {
	var s session
	large := make([]byte, 0, pooledBuffer+1)
	s.release(&large)
	for range 4 {
		if b := s.buffer(); len(*b) != 0 || cap(*b) > pooledBuffer {
			t.Errorf("%d bytes in a buffer of %d", len(*b), cap(*b))
		}
	}
}
