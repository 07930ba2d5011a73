package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// file writes a file of a mode and returns its path.
func file(t *testing.T, content string, mode os.FileMode) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	return name
}

// holds fails the test unless the file has this content and is the only one in its folder.
func holds(t *testing.T, name, content string) {
	t.Helper()
	if got, err := os.ReadFile(name); err != nil || string(got) != content {
		t.Errorf("%q, %v; want %q", got, err, content)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(name), ".copychief-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestReplacingKeepsTheMode(t *testing.T) {
	name := file(t, "old", 0o750)
	if err := Replace(name, []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "new")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAFileChangedMeanwhileIsNotReplaced(t *testing.T) {
	for _, now := range []string{"odl", "older", "", "new"} {
		name := file(t, now, 0o644)
		if err := Replace(name, []byte("old"), []byte("new")); !errors.Is(err, ErrChanged) {
			t.Errorf("%q: %v", now, err)
		}
		holds(t, name, now)
	}
}

func TestAFileReplacedMeanwhileIsNotReplacedAgain(t *testing.T) {
	name := file(t, "old", 0o644)
	info, err := writable(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file(t, "old", 0o644), name); err != nil {
		t.Fatal(err)
	}
	if err := unchanged(name, info, []byte("old")); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := unchanged(name, info, []byte("old")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

func TestAReadOnlyFileIsNotReplaced(t *testing.T) {
	name := file(t, "old", 0o444)
	if err := Replace(name, []byte("old"), []byte("new")); err == nil || err.Error() != "the file is read-only" {
		t.Error(err)
	}
	holds(t, name, "old")
}

func TestAFileWithHardLinksIsNotReplaced(t *testing.T) {
	name := file(t, "old", 0o644)
	if err := os.Link(name, name+".too"); err != nil {
		t.Skip(err)
	}
	if err := Replace(name, []byte("old"), []byte("new")); err == nil || !strings.Contains(err.Error(), "2 hard links") {
		t.Error(err)
	}
	holds(t, name, "old")
}

func TestAFolderIsNotReplaced(t *testing.T) {
	if err := Replace(t.TempDir(), nil, []byte("new")); err == nil || err.Error() != "a folder" {
		t.Error(err)
	}
}
