package browser

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// program writes an executable script and returns its path.
func program(t *testing.T, script string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("scripts need a Unix shell")
	}
	name := filepath.Join(t.TempDir(), "show")
	if err := os.WriteFile(name, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func environment(browser string) func(string) string {
	return func(name string) string { return map[string]string{"BROWSER": browser}[name] }
}

func TestOpen(t *testing.T) {
	const list = string(filepath.ListSeparator)
	for _, test := range []struct{ name, script, before, after, want string }{
		{"the address comes last", `echo "$*"`, "", " --new-window", "--new-window file:///a%20b.html\n"},
		{"or where %s is", `echo "$*"`, "", " --app=%s -x", "--app=file:///a%20b.html -x\n"},
		{"the first that exists", `echo "$*"`, "no-such-browser" + list, list + "false", "file:///a%20b.html\n"},
		{"no shell reads it", `echo "$#"`, "", " ;touch $HOME", "3\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, err := Find(environment(test.before+program(t, test.script)+test.after), "linux")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := b.Open(context.Background(), "/a b.html", nil, &out, &out); err != nil || out.String() != test.want {
				t.Errorf("got %q, %v; want %q", out.String(), err, test.want)
			}
		})
	}
}

func TestAFailureIsNamed(t *testing.T) {
	b, err := Find(environment(program(t, "exit 3")), "linux")
	if err != nil {
		t.Fatal(err)
	}
	err = b.Open(context.Background(), "/a.html", nil, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "show\" ended with an error: exit status 3") {
		t.Error(err)
	}
}

func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for _, system := range []string{"linux", "darwin", "windows"} {
		if _, err := Find(environment(" "), system); !errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", system, err)
		}
	}
	if _, err := Find(environment("no-such-browser %s"), "linux"); err == nil || !strings.Contains(err.Error(), `BROWSER names "no-such-browser %s", which cannot be run`) {
		t.Error(err)
	}
}

func TestOpenersOfSystems(t *testing.T) {
	for system, want := range map[string]string{"windows": "rundll32", "darwin": "open", "linux": "xdg-open", "freebsd": "xdg-open"} {
		if got := openers(system); !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: %s", system, got)
		}
	}
}

func TestAddressesKeepWhatMeansSomethingInThem(t *testing.T) {
	for file, want := range map[string]string{
		"/tmp/a b#1?.html": "file:///tmp/a%20b%231%3F.html",
		"C:/x.html":        "file:///C:/x.html",
	} {
		if got := Address(file); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}
