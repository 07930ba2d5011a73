package baseline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/engine"
)

// flags is a checker that reports every occurrence of a word.
type flags string

func (f flags) Check(p *lint.Pass) {
	for _, b := range p.Doc.Prose() {
		for at := 0; ; {
			i := strings.Index(b.Text.String()[at:], string(f))
			if i < 0 {
				break
			}
			at += i + len(f)
			p.Report(lint.Finding{Span: b.Text.Span(at-len(f), at), Message: "Found " + string(f)})
		}
	}
}

func rules() []*lint.Rule {
	var all []*lint.Rule
	for _, word := range []string{"bad", "sad"} {
		all = append(all, &lint.Rule{Name: word + "-word", Severity: lint.Warning, New: func() lint.Checker { return flags(word) }})
	}
	return append(all, &lint.Rule{Name: "fails", Severity: lint.Warning, New: func() lint.Checker { return fails{} }})
}

// fails panics where a draft says so.
type fails struct{}

func (fails) Check(p *lint.Pass) {
	if strings.Contains(string(p.Doc.Source.Bytes), "PANIC") {
		panic("it failed")
	}
}

// repository is a folder with drafts.
type repository struct {
	testing.TB
	dir string
}

func newRepository(t testing.TB, files map[string]string) *repository {
	r := &repository{t, t.TempDir()}
	for name, text := range files {
		r.put(name, text)
	}
	return r
}

func (r *repository) put(name, text string) {
	r.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
}

// run runs a filter over paths.
func (r *repository) run(o Options, flags config.Flags, paths ...string) (*Filter, *engine.Result) {
	r.Helper()
	flags.Dir = r.dir
	loader, err := configfile.NewLoader(append(rules(), engine.Rules()...), configfile.Options{Flags: flags})
	if err != nil {
		r.Fatal(err)
	}
	if o.File == "" {
		o.File = filepath.Join(r.dir, "known.json")
	}
	o.Dir, o.Knows = r.dir, loader.Knows
	f := New(o)
	res, err := driver.Run(context.Background(), driver.Request{
		Rules: rules(), Config: loader, Dir: r.dir, Paths: paths, Filters: []driver.Filter{f},
	})
	if err != nil {
		r.Fatal(err)
	}
	return f, res
}

// remember writes the baseline and returns the change.
func (r *repository) remember(prune bool, flags config.Flags, paths ...string) Change {
	r.Helper()
	f, res := r.run(Options{Missing: true}, flags, paths...)
	changes, err := f.Write(res, prune)
	if err != nil || len(changes) != 1 {
		r.Fatalf("%v, %v", changes, err)
	}
	return changes[0]
}

// wants checks how many findings of a run count, are known and are gone.
func (r *repository) wants(count, known, stale int, paths ...string) {
	r.Helper()
	f, res := r.run(Options{}, config.Flags{}, paths...)
	got := fmt.Sprint(res.CountStatus(engine.Active), res.CountStatus(engine.Known), f.Stale(res))
	if want := fmt.Sprint(count, known, stale); got != want {
		r.Errorf("new, known, gone: %s, want %s", got, want)
	}
}

func TestASuppressedOccurrenceHasNoEntry(t *testing.T) {
	r := newRepository(t, map[string]string{"a.md": "<!-- copychief-ignore bad-word: law -->\n\nbad\n\nbad\n"})
	if c := r.remember(false, config.Flags{}, "."); c.Findings != 1 || !c.Made {
		t.Errorf("%+v", c)
	}
	r.wants(0, 1, 0, ".")
	r.put("a.md", "bad\n\nbad\n")
	r.wants(1, 1, 0, ".")
}

func TestThatARuleFailedIsNeverKnown(t *testing.T) {
	r := newRepository(t, map[string]string{"a.md": "PANIC bad\n"})
	if c := r.remember(false, config.Flags{}, "."); c.Findings != 1 {
		t.Errorf("%+v", c)
	}
	r.wants(1, 1, 0, ".")
}

func TestOnlyWhatARunLookedForIsStale(t *testing.T) {
	r := newRepository(t, map[string]string{"a.md": "bad and then sad\n", "b.md": "bad\n", "deep/c.md": "bad\n"})
	r.remember(false, config.Flags{}, ".")
	r.wants(0, 4, 0, ".")
	r.put("a.md", "good\n")
	r.wants(0, 2, 2, ".")
	r.wants(0, 1, 0, "b.md")
	if f, res := r.run(Options{}, config.Flags{Only: []string{"sad-word"}}, "."); f.Stale(res) != 1 {
		t.Errorf("a run of one rule: %d gone", f.Stale(res))
	}
	r.put("a.md", "good PANIC\n") // not wholly checked, so nothing is known of what is gone
	r.wants(1, 2, 0, ".")
	if err := os.RemoveAll(filepath.Join(r.dir, "deep")); err != nil {
		t.Fatal(err)
	}
	r.wants(0, 1, 0, "b.md")
	r.wants(1, 1, 1, ".")
	if c := r.remember(true, config.Flags{}, "."); c.Removed != 1 || c.Findings != 3 {
		t.Errorf("%+v", c)
	}
}

func TestEntriesOfRemovedRulesAreStale(t *testing.T) {
	r := newRepository(t, map[string]string{"a.md": "bad\n"})
	c := contents{}
	c.add("a.md", key{"old-rule", "w"}, 1, "")
	r.put("known.json", string(c.encode()))
	r.wants(1, 0, 1, ".")
}

func TestWritingKeepsEntriesOutsideTheRun(t *testing.T) {
	r := newRepository(t, map[string]string{"a.md": "bad and then sad\n", "b.md": "bad\n"})
	r.remember(false, config.Flags{}, ".")
	r.put("a.md", "bad and not mad\n\nnew and sad\n")
	c := r.remember(false, config.Flags{Only: []string{"sad-word"}}, "a.md")
	if c.Added != 1 || c.Removed != 1 || c.Findings != 3 {
		t.Errorf("%+v", c)
	}
	r.wants(1, 2, 1, ".") // bad-word, which was not looked for, has other words around it
}

func TestRenamedDraftsMatchADeletedOne(t *testing.T) {
	text := "The bad day began.\n\nIt was a sad morning.\n\nThen came bad weather.\n"
	for name, c := range map[string]struct {
		now                string
		count, known, gone int
	}{
		"as it was":           {text, 0, 3, 0},
		"a little changed":    {strings.Replace(text, "weather", "news", 1), 1, 2, 1},
		"hardly recognisable": {"The bad day began.\n\nOther bad things.\n\nMore sad things.\n", 3, 0, 3},
		"a long one now":      {text + strings.Repeat("A bad line, and a sad one.\n\n", 3), 9, 0, 3},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRepository(t, map[string]string{"old.md": text, "other.md": "sad\n"})
			r.remember(false, config.Flags{}, ".")
			if err := os.Remove(filepath.Join(r.dir, "old.md")); err != nil {
				t.Fatal(err)
			}
			r.put("deep/new.md", c.now)
			r.wants(c.count, c.known+1, c.gone, ".")
		})
	}
}

func TestACopyOfADraftIsNew(t *testing.T) {
	r := newRepository(t, map[string]string{"old.md": "The bad day began.\n"})
	r.remember(false, config.Flags{}, ".")
	r.put("copy.md", "The bad day began.\n")
	r.wants(1, 1, 0, ".")
}

func TestLinksToFoldersResolveToTheSameDraft(t *testing.T) {
	r := newRepository(t, map[string]string{"content/a.md": "bad\n"})
	r.remember(false, config.Flags{}, ".")
	if err := os.Symlink("content", filepath.Join(r.dir, "link")); err != nil {
		t.Skip(err)
	}
	r.wants(0, 1, 0, "link/a.md")
	outside := filepath.Join(t.TempDir(), "checkout")
	if err := os.Symlink(r.dir, outside); err != nil {
		t.Fatal(err)
	}
	r.dir = outside
	r.wants(0, 1, 0, ".")
}

func TestPathsHaveSlashesWhateverTheSystem(t *testing.T) {
	s := &store{dir: filepath.Join(t.TempDir(), "site"), folders: map[string]string{}}
	file := filepath.Join(s.dir, "content", "posts", "a.md")
	if got := s.path(file); got != "content/posts/a.md" {
		t.Errorf("%q", got)
	}
	if got := s.absolute("content/posts/a.md"); got != file {
		t.Errorf("%q, want %q", got, file)
	}
	if got := s.path(filepath.Join(filepath.Dir(s.dir), "b.md")); got != "../b.md" {
		t.Errorf("%q", got)
	}
}

func BenchmarkTenThousandKnownFindings(b *testing.B) {
	r := newRepository(b, nil)
	for i := range 500 {
		var text strings.Builder
		for k := range 20 {
			fmt.Fprintf(&text, "Line %d of draft %d is bad, as everybody says.\n\n", k, i)
		}
		r.put(fmt.Sprintf("%d/%d.md", i/50, i), text.String())
	}
	if c := r.remember(false, config.Flags{}, "."); c.Findings != 10000 {
		b.Fatalf("%+v", c)
	}
	for b.Loop() {
		r.wants(0, 10000, 0, ".")
	}
}
