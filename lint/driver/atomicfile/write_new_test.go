package atomicfile

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteMakesReplacesAndFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old"), []byte("1"), 0o644); err != nil {
		t.Fatal(err)
	}
	wrote := func(name, content string) {
		t.Helper()
		if err := Write(filepath.Join(dir, name), []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != content {
			t.Errorf("%q, %v", got, err)
		}
	}
	wrote("new", "2")
	wrote("old", "3")
	if err := os.Symlink("old", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	wrote("link", "4")
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || info.Mode().IsRegular() {
		t.Error("the link has become a file")
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "dangling")); err != nil {
		t.Fatal(err)
	}
	if err := Write(filepath.Join(dir, "dangling"), []byte("5")); err == nil {
		t.Error("a link to nothing was written to")
	}
	if err := Write(filepath.Join(dir, "no", "folder"), []byte("6")); err == nil {
		t.Error("there is no folder to write to")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 4 {
		t.Errorf("%d files are left", len(entries))
	}
}
