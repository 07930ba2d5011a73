package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestAStreamReplacesTheWholeFileOrNothing(t *testing.T) {
	name := file(t, "old", 0o640)
	broken := errors.New("the report broke off")
	err := Stream(name, 0o666, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of it")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Error(err)
	}
	holds(t, name, "old")
	if err := Stream(name, 0o666, content([]byte("new"))); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "new")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAStreamMakesAFileWithItsMode(t *testing.T) {
	name := filepath.Join(t.TempDir(), "new")
	if err := Stream(name, 0o600, content([]byte("new"))); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "new")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	err := Stream(filepath.Join(name, "below a file"), 0o600, content(nil))
	if err == nil || errors.As(err, new(*fs.PathError)) {
		t.Errorf("%v; want an error without a path", err)
	}
}

func TestWritingBelowARootKeepsTheModeAndStaysInside(t *testing.T) {
	name := file(t, "old", 0o640)
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // nothing is written through it any more
	info, err := root.Lstat("a.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteIn(root, "a.md", info, []byte("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "new")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := WriteIn(root, "b.md", nil, []byte("new")); err != nil {
		t.Error(err)
	}
	holds(t, filepath.Join(filepath.Dir(name), "b.md"), "new")
	if err := WriteIn(root, "a.md", nil, []byte("newer")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that is there: %v", err)
	}
	holds(t, name, "new")
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(filepath.Dir(name), "out")); err != nil {
		t.Skip(err)
	}
	if err := WriteIn(root, "out/c.md", nil, []byte("new")); err == nil {
		t.Error("a link leads out of the folder, and is followed")
	}
	if left, err := os.ReadDir(outside); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}
