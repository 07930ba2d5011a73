package sources

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/parse"
)

// quoting lays out a site and returns the texts that a draft quotes from.
func quoting(t *testing.T, s *Store, dir, front string, paths ...string) *lint.Sources {
	t.Helper()
	file := filepath.Join(dir, "posts", "a.md")
	var absolute []string
	for _, p := range paths {
		absolute = append(absolute, filepath.Join(dir, p))
	}
	d := &discover.Draft{Path: "posts/a.md", File: file, Settings: &config.Settings{
		Root: dir, Sources: &config.Sources{Paths: absolute, Limit: dir},
	}}
	return s.Of(d, parse.Parse("posts/a.md", []byte("---\nsources: "+front+"\n---\n\nWords.\n"), parse.Options{}))
}

func site(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(s *lint.Sources) string {
	if s == nil {
		return "none"
	}
	var all []string
	for _, d := range s.Docs {
		all = append(all, d.Source.Path)
	}
	for _, m := range s.Missing {
		all = append(all, "!"+m)
	}
	return strings.Join(all, " ")
}

func TestSourcesAreFoundWhereTheyMayLie(t *testing.T) {
	dir := site(t, map[string]string{
		"posts/beside.txt": "b", "root.html": "r", "talks/bell.md": "t", "talks/deep/vik.txt": "v", "talks/.hidden.txt": "h", "talks/photo.png": "p",
	})
	outside := site(t, map[string]string{"secret.txt": "s"})
	if err := os.Symlink(filepath.Join(outside, "secret.txt"), filepath.Join(dir, "posts", "link.txt")); err != nil {
		t.Skip("no links here")
	}
	for front, want := range map[string]string{
		"beside.txt":                             "posts/beside.txt",
		"[beside.txt, root.html]":                "posts/beside.txt root.html",
		"deep/vik.txt":                           "talks/deep/vik.txt",
		"../talks/bell.md":                       "talks/bell.md",
		"gone.txt":                               "talks/bell.md talks/deep/vik.txt !gone.txt",
		"[beside.txt, gone.txt]":                 "posts/beside.txt !gone.txt",
		"a.md":                                   "talks/bell.md talks/deep/vik.txt",
		"The harbour office":                     "talks/bell.md talks/deep/vik.txt",
		"https://region.example/beside.txt":      "talks/bell.md talks/deep/vik.txt",
		"region.example/beside.html":             "talks/bell.md talks/deep/vik.txt",
		"link.txt":                               "talks/bell.md talks/deep/vik.txt !link.txt",
		outside + "/secret.txt":                  "talks/bell.md talks/deep/vik.txt !" + outside + "/secret.txt",
		"../../../../../../../../etc/passwd.txt": "talks/bell.md talks/deep/vik.txt !../../../../../../../../etc/passwd.txt",
	} {
		if front == "a.md" {
			if err := os.WriteFile(filepath.Join(dir, "posts", "a.md"), []byte("itself"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got := names(quoting(t, New(dir), dir, front, "talks")); got != want {
			t.Errorf("%s: %s, want %s", front, got, want)
		}
	}
	if got := names(quoting(t, New(dir), dir, "a text", "posts")); got != "none" {
		t.Errorf("a draft among the sources is compared with %s", got)
	}
}

func TestTextsAreReadOnceAndForgottenWhenThereAreMany(t *testing.T) {
	dir := site(t, map[string]string{"posts/a.txt": "a", "posts/b.txt": "b"})
	s := New(dir)
	first := quoting(t, s, dir, "a.txt")
	if again := quoting(t, s, dir, "a.txt"); again != first {
		t.Error("the same sources are made twice")
	}
	s.size = memoryLimit + 1
	later := quoting(t, s, dir, "a.txt")
	if later == first || names(later) != "posts/a.txt" || s.size > 10 {
		t.Errorf("%s, %d bytes held", names(later), s.size)
	}
	if len(s.missed) > 0 {
		t.Error(s.missed)
	}
}
