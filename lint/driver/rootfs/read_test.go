package rootfs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestADraftIsReadInTheMemoryOfALongerOne(t *testing.T) {
	dir, buf := t.TempDir(), make([]byte, 0, 1<<10)
	for name, content := range map[string]string{"long.md": strings.Repeat("long ", 30000), "short.md": "short", "empty.md": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"long.md", "short.md", "empty.md", "long.md"} {
		file := filepath.Join(dir, name)
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(file, buf, 2<<20)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %d bytes and %v, want %d", name, len(got), err, len(want))
		}
		buf = got
		if cut, err := Read(file, buf, 10); err != nil || string(cut) != string(want[:min(len(want), 11)]) {
			t.Errorf("%s: cut to %q and %v", name, cut, err)
		}
	}
}

func TestNamesInAFolder(t *testing.T) {
	if filepath.Separator != '/' {
		t.Skip("of paths with slashes")
	}
	for _, test := range [][3]string{
		{"/a", "/a/b.md", "b.md"}, {"/a", "/a/b/c", "b/c"}, {"/a", "/ab/c", ""}, {"/a/b", "/a/c", ""},
		{"/", "/a", "a"}, {"/a/", "/a/b", "b"}, {"", "/a", ""}, {"/a", "/a", "."}, {"/a", "/a/..b", "..b"},
	} {
		if got := NameIn(test[0], test[1]); got != test[2] {
			t.Errorf("%s in %s: %q, want %q", test[1], test[0], got, test[2])
		}
	}
}
