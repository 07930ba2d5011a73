package parse

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/parse/parsetest"
)

var update = flag.Bool("update", false, "rewrite the golden dumps")

// TestGolden parses every article of testdata/parse and compares the dump of the
// document with the file NAME.EXT.golden in the same folder.
func TestGolden(t *testing.T) {
	const dir = "../../testdata/parse"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := FormatOf(e.Name()); !ok {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			name := filepath.Join(dir, e.Name())
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			format, _ := FormatOf(e.Name())
			doc := As(e.Name(), content, format, goldenOptions())
			parsetest.Check(t, doc)
			compare(t, name+".golden", parsetest.Dump(doc))
		})
	}
}

// goldenOptions returns the options for all golden dumps.
func goldenOptions() Options {
	return Options{
		Hosts: []string{"gazette.example"}, Shortcodes: parsetest.Shortcodes(),
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if string(want) == got {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range g {
		if i >= len(w) || w[i] != g[i] {
			old := "(end)"
			if i < len(w) {
				old = w[i]
			}
			t.Fatalf("%s differs at line %d:\n got %s\nwant %s", name, i+1, g[i], old)
		}
	}
	t.Fatalf("%s goes on after line %d", name, len(g))
}
