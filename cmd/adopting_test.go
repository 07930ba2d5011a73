package cmd_test

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The page about adopting promises that its commands are run, in its order: each must
// be a command of the script, which may do more in between, and what it shows of a
// configuration a file of it.
func TestCommandsOfThePageAboutAdoptingAreRun(t *testing.T) {
	page, err := os.ReadFile("../docs/adopting.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../testdata/script/adopting.txtar")
	if err != nil {
		t.Fatal(err)
	}
	commands, files, _ := strings.Cut(string(script), "\n-- ")
	lines := strings.Split(commands, "\n")
	ran := 0
	for i, part := range strings.Split(string(page), "\n```") {
		kind, code, _ := strings.Cut(part, "\n")
		switch {
		case i%2 == 0:
		case kind == "yaml":
			if !strings.Contains(files, " --\n"+code+"\n-- ") {
				t.Errorf("the script has no such file:\n%s", code)
			}
		default:
			for command := range strings.Lines(code + "\n") {
				command = strings.TrimSpace(command)
				at := slices.Index(lines, command)
				if at < 0 {
					t.Errorf("testdata/script/adopting.txtar does not run this, or not in this order: %s", command)
					continue
				}
				lines = lines[at+1:]
				ran++
			}
		}
	}
	if ran < 9 {
		t.Errorf("%d commands found", ran)
	}
}
