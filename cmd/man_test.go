package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func page(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	app := &App{Stdout: &out, Stderr: &out}
	if code := app.Run(t.Context(), []string{"copychief", "man"}); code != 0 {
		t.Fatal(&out)
	}
	return out.String()
}

func TestManualHasEveryCommandAndFlag(t *testing.T) {
	manual := page(t)
	everyCommand((&session{App: &App{}, rules: newRuleset(nil)}).commands().Subcommands, nil, func(c *cli.Command, words []string) {
		_, section, found := strings.Cut(manual, "\n.SS \"copychief "+strings.ReplaceAll(strings.Join(words, " "), "-", `\-`)+"\"\n")
		section, _, _ = strings.Cut(section, "\n.S")
		if !found || !strings.Contains(section, "\nExamples:\n") {
			t.Errorf("%v: no section, or no examples", words)
		}
		for _, f := range c.Flags {
			if !strings.Contains(section, `\fB`+strings.ReplaceAll("--"+f.Names()[0], "-", `\-`)+`\fR`) {
				t.Errorf("%v: lacks --%s", words, f.Names()[0])
			}
		}
	})
	if strings.Contains(manual, "@") {
		t.Error("a place was not filled")
	}
	for i, line := range strings.Split(manual, "\n") {
		if len(line) > 80 && strings.Contains(line, " ") && !strings.Contains(line, "copychief") {
			t.Errorf("line %d has %d columns: %s", i+1, len(line), line)
		}
		if strings.HasPrefix(line, ".") && !regexp.MustCompile(`^\.([A-Z]{2}|TH|B|I|PP|nf|fi|br|BR|RB|RI|IR)( |$)`).MatchString(line) {
			t.Errorf("line %d is a request by accident: %s", i+1, line)
		}
	}
}

// Names of environment variables are in capital letters in the source code.
func TestManualHasEveryVariable(t *testing.T) {
	manual, seen := page(t), 0
	var files []string
	for _, folder := range []string{".", "terminal", "pager", "browser"} {
		names, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", folder, len(names), err)
		}
		files = append(files, names...)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, match := range regexp.MustCompile(`(?:etenv\(|, |\{)"([A-Z][A-Z_]{3,})"`).FindAllSubmatch(source, -1) {
			seen++
			if !strings.Contains(manual, string(match[1])) {
				t.Errorf("%s: %s is not in the manual", name, match[1])
			}
		}
	}
	if seen < 8 {
		t.Errorf("%d variables seen", seen)
	}
}
