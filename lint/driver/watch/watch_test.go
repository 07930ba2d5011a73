package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// set returns names in a folder as a set.
func set(dir string, names ...string) map[string]bool {
	all := map[string]bool{}
	for _, name := range names {
		all[filepath.Join(dir, filepath.FromSlash(name))] = true
	}
	return all
}

func put(t *testing.T, dir, name string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func watcher(t *testing.T) *Watcher {
	t.Helper()
	w, err := New(func(name string) bool { return filepath.Ext(name) == ".md" })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

// long is far longer than it takes for an event to arrive.
const long = 400 * time.Millisecond

// next returns what changes in a folder, or "" where nothing that counts does.
func next(t *testing.T, w *Watcher, dir string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), long)
	defer cancel()
	changed, err := w.Wait(ctx, false)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	for i, name := range changed {
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		changed[i] = filepath.ToSlash(rel)
	}
	return strings.Join(changed, " ")
}

func TestOnlyWhatCountsEndsTheWaiting(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "posts/a.md")
	put(t, dir, "posts/img/a.png")
	w := watcher(t)
	if _, err := w.Follow(set(dir, "posts"), set(dir, "posts/img/b.png", "media/deep/c.png", "conf.yml"), time.Now()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, want string }{
		{"posts/a.md", "posts/a.md"},
		{"posts/new.md", "posts/new.md"},
		{"posts/.gitignore", "posts/.gitignore"},
		{"posts/img/b.png", "posts/img/b.png"},
		{"conf.yml", "conf.yml"},
		{"posts/a.txt~", ""},
		{"posts/.a.md", ""},
		{"posts/img/c.png", ""},
		{"posts/img/c.md", ""},
		{"other.md", ""},
		{"other/deep/c.png", ""},
		{"posts/more/b.txt", "posts/more"},
		{"posts/.cache/b.md", ""},
		{"posts/node_modules/b.md", ""},
		{"media/other.png", "media"},
	} {
		if put(t, dir, c.name); next(t, w, dir) != c.want {
			t.Errorf("%s: want %q", c.name, c.want)
		}
	}
	if err := os.Chmod(filepath.Join(dir, "posts", "a.md"), 0o600); err != nil || next(t, w, dir) != "" {
		t.Errorf("permissions count, %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "posts", "a.md")); err != nil || next(t, w, dir) != "posts/a.md" {
		t.Errorf("a draft that is gone does not count, %v", err)
	}
}

func TestManyChangesAreOne(t *testing.T) {
	dir := t.TempDir()
	w := watcher(t)
	if _, err := w.Follow(set(dir, "."), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b.md", "a.md", "b.md", "c.md"} {
		put(t, dir, name)
	}
	if got := next(t, w, dir); got != "a.md b.md c.md" {
		t.Errorf("changed: %s", got)
	}
	if got := next(t, w, dir); got != "" {
		t.Errorf("changed again: %s", got)
	}
}

func TestFollowingOtherFoldersLeavesTheFormer(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a/a.md")
	put(t, dir, "b/b.md")
	w := watcher(t)
	for _, folder := range []string{"a", "b"} {
		if _, err := w.Follow(set(dir, folder), nil, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if got := w.events.WatchList(); !slices.Equal(got, []string{filepath.Join(dir, "b")}) {
		t.Errorf("watched: %s", got)
	}
	if err := os.RemoveAll(filepath.Join(dir, "b")); err != nil || next(t, w, dir) == "" {
		t.Errorf("a folder that is gone does not count, %v", err)
	}
	if _, err := w.Follow(set(dir, "b"), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	if put(t, dir, "b/c.md"); next(t, w, dir) != "b" {
		t.Error("a folder that is there again does not count")
	}
}

func TestChangesBeforeWatchingAreNoticed(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.md")
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"a.md", "."} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	follow := func(w *Watcher, since time.Time) bool {
		late, err := w.Follow(set(dir, "."), nil, since)
		if err != nil {
			t.Fatal(err)
		}
		return late
	}
	if follow(watcher(t), old.Add(time.Minute)) {
		t.Error("nothing has changed since")
	}
	w := watcher(t)
	if !follow(w, old.Add(-time.Minute)) {
		t.Error("a draft has changed since")
	}
	if follow(w, old.Add(-time.Minute)) {
		t.Error("a folder that is watched already needs no second look")
	}
	if changed, err := w.Wait(t.Context(), true); err != nil || len(changed) > 0 {
		t.Errorf("%s, %v", changed, err)
	}
}
