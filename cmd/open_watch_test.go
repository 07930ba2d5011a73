//go:build unix

package cmd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpenKeepsTheReportFresh opens the browser once, and writes the report again after each change.
func TestOpenKeepsTheReportFresh(t *testing.T) {
	w := &watched{t: t, dir: t.TempDir()}
	shown := filepath.Join(t.TempDir(), "shown")
	browser := filepath.Join(t.TempDir(), "browser.sh")
	if err := os.WriteFile(browser, []byte("#!/bin/sh\necho \"$1\" >>"+shown+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	change(t, w.dir, "a.md", doubled)
	w.start([]string{"open", "--no-config", "--watch", "a.md"}, "ON_TERMINAL=1", "TERM=dumb", "BROWSER="+browser, "TMPDIR="+t.TempDir())
	w.shows("the report is", "1 warning")
	change(t, w.dir, "a.md", "# The ferry\n\nThe ferry is back, and so are we.\n")
	w.shows("changed: a.md", "!1 warning")
	opened, err := os.ReadFile(shown)
	if err != nil || strings.Count(string(opened), "\n") != 1 {
		t.Fatalf("the browser was opened with %q, %v", opened, err)
	}
	report, err := os.ReadFile(strings.TrimPrefix(strings.TrimSpace(string(opened)), "file://"))
	if err != nil || strings.Contains(string(report), "is repeated") {
		t.Errorf("the report is stale, %v", err)
	}
}
