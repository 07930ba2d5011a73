// Package corpus gives tests articles to run over: those of testdata/drafts, which every
// copy of the repository has, and larger collections that some machines keep in a folder
// named shared beside it.
//
// Tests run in the folder of their package, so the files are found from there: the root is
// the first folder above that holds go.mod. A test that moves to another package needs no
// change.
package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

// A Draft is one article.
type Draft struct {
	Name    string // with its extension, without a folder
	Content []byte
}

// Root returns the root of the repository.
func Root(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			tb.Fatal("no go.mod above the folder of the test")
		}
		dir = above
	}
}

// Drafts returns the articles of testdata/drafts, sorted by name.
func Drafts(tb testing.TB) []Draft {
	tb.Helper()
	list := matching(tb, filepath.Join(Root(tb), "testdata", "drafts", "*.*"))
	if len(list) < 20 {
		tb.Fatalf("testdata/drafts has %d drafts; it should have 20 and more", len(list))
	}
	return list
}

// Shared returns the path of a file or folder of the collection beside the repository. A
// test or benchmark without it is skipped.
func Shared(tb testing.TB, elem ...string) string {
	tb.Helper()
	path := filepath.Join(append([]string{Root(tb), "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("no %s beside the repository", filepath.Join(append([]string{"shared"}, elem...)...))
	}
	return path
}

// Posts returns the Markdown files of a collection of real posts: the folder that
// COPYCHIEF_CORPUS names, or one beside the repository. A test or benchmark without it is
// skipped.
func Posts(tb testing.TB) []Draft {
	tb.Helper()
	dir := os.Getenv("COPYCHIEF_CORPUS")
	if dir == "" {
		dir = Shared(tb, "corpus", "18f")
	}
	list := matching(tb, filepath.Join(dir, "*.md"))
	if len(list) == 0 {
		tb.Fatalf("no Markdown in %s", dir)
	}
	return list
}

// Run checks a property on the articles of testdata/drafts, and once more, as a sub-test
// of its own, on the real posts, where they are there.
func Run(t *testing.T, check func(*testing.T, []Draft)) {
	t.Helper()
	t.Run("drafts", func(t *testing.T) { check(t, Drafts(t)) })
	t.Run("posts", func(t *testing.T) { check(t, Posts(t)) })
}

// matching reads the files that match a pattern, in the order of their names. README.md
// and hidden files are no drafts.
func matching(tb testing.TB, pattern string) (list []Draft) {
	tb.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		tb.Fatal(err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		if name == "README.md" || name[0] == '.' {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, Draft{name, content})
	}
	return list
}
