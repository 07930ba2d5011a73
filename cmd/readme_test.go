package cmd_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/copychief/copychief/cmd"
)

func TestReadmeLinksEveryPageAndNamesEveryCommand(t *testing.T) {
	t.Chdir("..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for _, page := range pages {
		if !strings.Contains(string(readme), "]("+filepath.ToSlash(page)+")") {
			t.Errorf("no link to %s", page)
		}
	}
	code, help, _ := run(t, cmd.App{}, t.Context(), "--help=all")
	if code != cmd.ExitClean {
		t.Errorf("exit code %d", code)
	}
	_, list, _ := strings.Cut(help, "Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	names := regexp.MustCompile(`(?m)^  (\w+)`).FindAllStringSubmatch(list, -1)
	if len(names) < 12 {
		t.Fatalf("help names %d commands: %s", len(names), help)
	}
	for _, name := range names {
		if name[1] != "check" && !strings.Contains(string(readme), "\ncopychief "+name[1]) {
			t.Errorf("no example of copychief %s", name[1])
		}
	}
}
