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

// TestAPostIsWatchedInItsExport changes the file that holds the post.
func TestAPostIsWatchedInItsExport(t *testing.T) {
	const export = `{"db":[{"meta":{"version":"5.80.0"},"data":{"posts":[{"id":"1","title":"The ferry","slug":"ferry","html":"<p>WORDS</p>","status":"published","type":"post"}]}}]}`
	w := &watched{t: t, dir: t.TempDir()}
	change(t, w.dir, "island.json", strings.Replace(export, "WORDS", "The the ferry is back.", 1))
	w.start([]string{"--no-config", "--watch", "--only", "repeated-word", "island.json#ferry"})
	w.shows("1 warning")
	change(t, w.dir, "island.json", strings.Replace(export, "WORDS", "The ferry is back.", 1))
	w.shows("changed: island.json", "No findings")
}
