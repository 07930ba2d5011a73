package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/copychief/copychief/rules"
)

// screen is the number of lines of a page that a window of usual height shows at once.
const screen = 30

func TestExplainFitsAScreen(t *testing.T) {
	for _, r := range rules.All() {
		var out bytes.Buffer
		app := &App{Stdout: &out, Stderr: &out, Rules: rules.All()}
		if code := app.Run(context.Background(), []string{"copychief", "explain", r.Name}); code != 0 {
			t.Fatalf("%s: exit code %d: %s", r.Name, code, out.String())
		}
		if n := strings.Count(out.String(), "\n"); n > screen {
			t.Errorf("%s: %d lines, more than %d:\n%s", r.Name, n, screen, out.String())
		}
		if strings.Contains(out.String(), "**") {
			t.Errorf("%s: markup is left:\n%s", r.Name, out.String())
		}
	}
}

func TestExplainPager(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the pager is a script for a Unix shell")
	}
	pager := filepath.Join(t.TempDir(), "show")
	if err := os.WriteFile(pager, []byte("#!/bin/sh\necho paged; cat\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(terminal bool, term string, args ...string) string {
		var out bytes.Buffer
		app := &App{
			Stdout: &out, Stderr: &out, Rules: rules.All(),
			Terminal: func(io.Writer) bool { return terminal },
			Getenv:   func(name string) string { return map[string]string{"PAGER": pager, "TERM": term}[name] },
		}
		if code := app.Run(context.Background(), append([]string{"copychief", "explain"}, args...)); code != 0 {
			t.Errorf("%q: exit code %d: %s", args, code, out.String())
		}
		return out.String()
	}
	file := filepath.Join(t.TempDir(), "page.txt")
	for _, test := range []struct {
		name, term string
		terminal   bool
		args       []string
		paged      bool
	}{
		{"whole page on a terminal", "xterm", true, []string{"--all", "long-headline"}, true},
		{"a screen", "xterm", true, []string{"long-headline"}, false},
		{"no terminal", "xterm", false, []string{"--all", "long-headline"}, false},
		{"a terminal without a cursor", "dumb", true, []string{"--all", "long-headline"}, false},
		{"into a file", "xterm", true, []string{"--all", "-o", file, "long-headline"}, false},
	} {
		if got := run(test.terminal, test.term, test.args...); strings.HasPrefix(got, "paged\n") != test.paged {
			t.Errorf("%s: paged is %v:\n%s", test.name, !test.paged, got)
		}
	}
}
