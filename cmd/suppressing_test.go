package cmd_test

import (
	"os"
	"strings"
	"testing"
)

// The page about suppressions promises that its examples are run: the script that runs
// them must contain each of its code blocks literally.
func TestExamplesOfThePageAboutSuppressionsAreRun(t *testing.T) {
	page, err := os.ReadFile("../docs/suppressing.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../testdata/script/suppressing.txtar")
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	for i, part := range strings.Split(string(page), "\n```") {
		if i%2 == 0 {
			continue
		}
		blocks++
		_, code, _ := strings.Cut(part, "\n")
		if !strings.Contains(string(script), " --\n"+code+"\n") {
			t.Errorf("testdata/script/suppressing.txtar does not run this example:\n%s", code)
		}
	}
	if blocks < 10 {
		t.Errorf("%d examples found", blocks)
	}
}
