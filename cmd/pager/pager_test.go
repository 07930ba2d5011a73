package pager

import (
	"bytes"
	"context"
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

func find(pager, less string) *Pager {
	return Find(func(name string) string {
		return map[string]string{"PAGER": pager, "LESS": less}[name]
	})
}

func TestShow(t *testing.T) {
	for _, test := range []struct{ name, script, args, want string }{
		{"text and arguments", `echo "$1"; cat`, " -x", "-x\ntext\n"},
		{"flags for less", `echo "$LESS"`, "", "FRX\n"},
		{"no shell reads the value", `echo "$#"`, " ;touch $HOME", "2\n"},
		{"a failure of the pager is none of ours", `exit 3`, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := find(program(t, test.script)+test.args, "")
			if p == nil {
				t.Fatal("no pager found")
			}
			var out, said bytes.Buffer
			if err := p.Show(context.Background(), []byte("text\n"), &out, &said); err != nil {
				t.Fatal(err)
			}
			if failed := test.script == "exit 3"; strings.Contains(said.String(), "PAGER=cat") != failed {
				t.Errorf("said %q", said.String())
			}
			if out.String() != test.want {
				t.Errorf("got %q, want %q", out.String(), test.want)
			}
		})
	}
}

func TestOwnFlagsForLess(t *testing.T) {
	t.Setenv("LESS", "i")
	var out bytes.Buffer
	p := find(program(t, `echo "$LESS"`), "i")
	if err := p.Show(context.Background(), nil, &out, &out); err != nil || out.String() != "i\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestNone(t *testing.T) {
	for _, pager := range []string{"cat", "/no/such/program"} {
		if p := find(pager, ""); p != nil {
			t.Errorf("PAGER=%q: found %q", pager, p.path)
		}
	}
}

func TestNotStarted(t *testing.T) {
	p := find(program(t, "cat"), "")
	if err := os.Remove(p.path); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := p.Show(context.Background(), []byte("text\n"), &out, &out); err != nil || out.String() != "text\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}
