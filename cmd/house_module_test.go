package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// testdata/house is the module of a house with a rule in Go. It is built against this
// checkout, its own test is run, and its program checks a draft.
func TestAHouseBuildsItsOwnProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "testdata", "house"))); err != nil {
		t.Fatal(err)
	}
	replace := func(name string, edit func(string) string) {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(edit(string(content))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	replace("go.mod", func(s string) string { return strings.Replace(s, "=> ../..", "=> "+filepath.ToSlash(root), 1) })
	replace("go.sum", func(string) string { return string(sums) }) // of the same modules
	run := func(name string, args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "COPYCHIEF_CACHE="+filepath.Join(dir, ".cache"))
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	run("go", "test", "./...")
	run("go", "build", "-o", "harbour", ".")
	const want = "draft.md:5:35: warning: The paragraph ends in several exclamation marks; one is enough [harbour-shouting]"
	if got := run(filepath.Join(dir, "harbour"), "--only", "harbour-shouting", "--format", "concise", "draft.md"); !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant %s", got, want)
	}
	if got := run(filepath.Join(dir, "harbour"), "explain", "harbour-shouting"); !strings.Contains(got, "Keep one mark") {
		t.Error(got)
	}
}
