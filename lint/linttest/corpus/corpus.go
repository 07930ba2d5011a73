// Package corpus provides articles for tests: those of testdata/drafts, which every clone
// has, and larger collections that some machines have in a folder named shared next to the
// repository.
//
// The root of the repository is the nearest folder above the working directory of the test
// that contains go.mod, so a test need not change when it moves to another package.
//
// The trade-off: tests on the larger collections are skipped where these do not exist.
package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

// A Draft is one article.
type Draft struct {
	Name    string // file name with extension
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

// Shared returns the path of a file or folder in the collection next to the repository. If
// it does not exist, the test or benchmark is skipped.
func Shared(tb testing.TB, elem ...string) string {
	tb.Helper()
	path := filepath.Join(append([]string{Root(tb), "..", "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("no %s beside the repository", filepath.Join(append([]string{"shared"}, elem...)...))
	}
	return path
}

// Posts returns the Markdown files of a collection of real posts: the folder in
// COPYCHIEF_CORPUS, or one next to the repository. If there is none, the test or benchmark
// is skipped.
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

// Run checks a property of the articles in testdata/drafts and, in a subtest, of the real
// posts if there are any.
func Run(t *testing.T, check func(*testing.T, []Draft)) {
	t.Helper()
	t.Run("drafts", func(t *testing.T) { check(t, Drafts(t)) })
	t.Run("posts", func(t *testing.T) { check(t, Posts(t)) })
}

// matching reads the files that match a pattern, sorted by name, except README.md and
// hidden files.
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
