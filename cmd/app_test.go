package cmd_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

const wide = "---\ntitle: Council votes to close three public libraries in the northern districts before the winter\n---\n"

// run runs the app in a folder with one draft that has a wide headline.
func run(t *testing.T, app cmd.App, ctx context.Context, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "wide.md"), []byte(wide), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var out, problems bytes.Buffer
	if app.Stdout == nil {
		app.Stdout = &out
	}
	app.Stderr, app.Rules, app.Stdin = &problems, rules.All(), strings.NewReader("")
	code = app.Run(ctx, append([]string{"copychief"}, args...))
	return code, out.String(), problems.String()
}

func TestColourPrecedence(t *testing.T) {
	for bits := range 16 {
		force, no, dumb, terminal := bits&1 != 0, bits&2 != 0, bits&4 != 0, bits&8 != 0
		env := map[string]string{}
		if force {
			env["FORCE_COLOR"] = "1"
		}
		if no {
			env["NO_COLOR"] = "1"
		}
		if dumb {
			env["TERM"] = "dumb"
		}
		app := cmd.App{
			Getenv:   func(name string) string { return env[name] },
			Terminal: func(io.Writer) bool { return terminal },
		}
		want := force || !no && !dumb && terminal
		for _, c := range []struct {
			when string
			want bool
		}{{"auto", want}, {"always", true}, {"never", false}} {
			t.Run(fmt.Sprintf("%04b-%s", bits, c.when), func(t *testing.T) {
				code, out, problems := run(t, app, t.Context(), "--only", "long-headline", "--color", c.when, "wide.md")
				if code != cmd.ExitClean || problems != "" || !strings.Contains(out, "long-headline") {
					t.Errorf("exit code %d, %q: %q", code, problems, out)
				}
				if got := strings.Contains(out, "\x1b["); got != c.want {
					t.Errorf("colour: %v, want %v", got, c.want)
				}
				if link := strings.Contains(out, "\x1b]8;;http"); link != (c.want && terminal) {
					t.Errorf("hyperlink: %v", link)
				}
			})
		}
	}
}

func TestCLICOLOR_FORCEWinsOverNO_COLOR(t *testing.T) {
	env := map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}
	app := cmd.App{Getenv: func(name string) string { return env[name] }}
	if code, out, _ := run(t, app, t.Context(), "--only", "long-headline", "wide.md"); code != cmd.ExitClean || !strings.Contains(out, "\x1b[") {
		t.Errorf("exit code %d, no colour: %q", code, out)
	}
}

func TestInterruptedRunEndsWith130AndWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{{"wide.md"}, {"inspect", "wide.md"}, {"--output", "report.out", "wide.md"}} {
		code, out, problems := run(t, cmd.App{}, ctx, args...)
		if code != cmd.ExitInterrupted || out != "" || problems != "copychief: interrupted\n" {
			t.Errorf("%v: %d, %q, %q", args, code, out, problems)
		}
		if _, err := os.Stat("report.out"); err == nil {
			t.Error("a report was written")
		}
	}
}

type closed struct{ err error }

func (c closed) Write([]byte) (int, error) { return 0, c.err }

func TestClosedPipeIsNotAnErrorAndOtherFailuresAre(t *testing.T) {
	code, _, problems := run(t, cmd.App{Stdout: closed{syscall.EPIPE}}, t.Context(), "--only", "long-headline", "--fail-on", "advice", "wide.md")
	if code != cmd.ExitFindings || problems != "" {
		t.Errorf("closed pipe: %d, %q", code, problems)
	}
	code, _, problems = run(t, cmd.App{Stdout: closed{syscall.ENOSPC}}, t.Context(), "--only", "long-headline", "wide.md")
	if code != cmd.ExitTrouble || !strings.Contains(problems, "no space") {
		t.Errorf("full disk: %d, %q", code, problems)
	}
}

func TestErrorsShowEscapeSequencesEscaped(t *testing.T) {
	for _, args := range [][]string{{"no\x1b[31mfile.md"}, {"--no\x1b[31m"}, {"--format", "\u202etxet"}, {"explain", "\x07"}} {
		code, _, problems := run(t, cmd.App{}, t.Context(), args...)
		if code != cmd.ExitTrouble || strings.ContainsAny(problems, "\x1b\x07\u202e") || !strings.Contains(problems, `\`) {
			t.Errorf("%q: %d, %q", args, code, problems)
		}
	}
}

func TestOutputKeepsPermissionsAndFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "report"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if code, _, problems := run(t, cmd.App{}, t.Context(), "--only", "long-headline", "--output", link, "wide.md"); code != 0 {
		t.Fatal(problems)
	}
	info, err := os.Lstat(target)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if text, err := os.ReadFile(target); err != nil || !strings.Contains(string(text), "long-headline") {
		t.Errorf("%q, %v", text, err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 2 {
		t.Errorf("%d files, %v", len(files), err)
	}
}
