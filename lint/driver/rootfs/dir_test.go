package rootfs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestLinksDoNotLeaveADir(t *testing.T) {
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "secret.md"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(outside, "site")
	if err := os.MkdirAll(filepath.Join(dir, "posts"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"a.md": "a", "posts/b.md": "some words"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := fstest.TestFS(Dir(dir), "a.md", "posts/b.md"); err != nil {
		t.Error(err)
	}
	if got, err := Dir(dir).Read("posts/b.md", 4); err != nil || string(got) != "some " {
		t.Errorf("cut to %q, %v", got, err)
	}
	if _, err := Dir(dir).Read("posts", 4); err == nil || err.Error() != "a folder" {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Dir(dir).Read("gone.md", 4); !errors.Is(err, fs.ErrNotExist) || errors.As(err, new(*fs.PathError)) {
		t.Errorf("not there: %v; want an error without a path", err)
	}
	if err := os.Symlink("../secret.md", filepath.Join(dir, "link.md")); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"link.md", "../secret.md", filepath.Join(outside, "secret.md")} {
		if got, err := Dir(dir).Read(name, 100); err == nil {
			t.Errorf("%s: read %q", name, got)
		}
		if _, err := Dir(dir).Stat(name); err == nil {
			t.Errorf("%s: stat leads out", name)
		}
	}
}
