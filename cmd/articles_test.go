package cmd_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

var update = flag.Bool("update", false, "rewrite the reports of testdata/articles and testdata/drafts and the example in README.md")

// report runs copychief and returns what it prints; want is the exit code.
func report(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, problems bytes.Buffer
	app := cmd.App{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &problems, Rules: rules.All()}
	if code := app.Run(t.Context(), append([]string{"copychief"}, args...)); code != want {
		t.Errorf("exit code %d, want %d; %s", code, want, problems.String())
	}
	return out.String()
}

// keep compares a file with its expected content, or rewrites it.
func keep(t *testing.T, file, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("%s differs (- on disk, + now); go test ./cmd -update rewrites it:\n%s", file, diff)
	}
}

func TestArticles(t *testing.T) {
	t.Chdir("..")
	for name, code := range map[string]int{"good": cmd.ExitClean, "poor": cmd.ExitFindings} {
		t.Run(name, func(t *testing.T) {
			got := report(t, code, "--no-config", "testdata/articles/"+name+".md")
			keep(t, filepath.Join("testdata", "articles", name+".golden"), got)
			seen := report(t, cmd.ExitClean, "inspect", "--no-config", "testdata/articles/"+name+".md")
			keep(t, filepath.Join("testdata", "articles", name+".inspect.golden"), seen)
			contract := report(t, cmd.ExitClean, "inspect", "--no-config", "--format", "json", "testdata/articles/"+name+".md")
			keep(t, filepath.Join("testdata", "articles", name+".json.golden"), contract)
		})
	}
}

func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Chdir("..")
	const begin, end = "<!-- example: made by `go test ./cmd -update` -->\n", "<!-- example end -->\n"
	got := report(t, cmd.ExitFindings, "--max-findings", "5", "testdata/articles/poor.md")
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("README.md lacks the marks of the example")
	}
	example := "```\n$ copychief --max-findings 5 testdata/articles/poor.md\n" + got + "```\n"
	keep(t, "README.md", before+begin+example+end+after)
}
