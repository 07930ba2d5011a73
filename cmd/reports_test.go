package cmd_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/copychief/copychief/cmd"
)

func TestJobSummaryStaysWithinTheLimitsOfGitHub(t *testing.T) {
	for earlier, grows := range map[int]bool{0: true, 1<<20 - 5000: true, 1<<20 - 500: false, 2 << 20: false} {
		file := filepath.Join(t.TempDir(), "summary.md")
		before := bytes.Repeat([]byte("x"), earlier)
		if err := os.WriteFile(file, before, 0o644); err != nil {
			t.Fatal(err)
		}
		app := cmd.App{Getenv: func(name string) string {
			return map[string]string{"GITHUB_STEP_SUMMARY": file}[name]
		}}
		if code, _, problems := run(t, app, t.Context(), "--only", "long-headline", "--format", "github", "wide.md"); code != cmd.ExitClean {
			t.Fatal(problems)
		}
		after, err := os.ReadFile(file)
		if err != nil || !bytes.HasPrefix(after, before) || (len(after) > len(before)) != grows || len(after) > max(1<<20, earlier) {
			t.Errorf("%d bytes became %d, %v", earlier, len(after), err)
		}
	}
}

func TestJobSummaryThatCannotBeWrittenIsTrouble(t *testing.T) {
	app := cmd.App{Getenv: func(name string) string {
		return map[string]string{"GITHUB_STEP_SUMMARY": "no/such/folder/summary.md"}[name]
	}}
	code, _, problems := run(t, app, t.Context(), "--only", "long-headline", "--format", "github", "wide.md")
	if code != cmd.ExitTrouble || !strings.Contains(problems, "writing the job summary") {
		t.Errorf("%d, %s", code, problems)
	}
}

func TestClosedPipeCostsNoFile(t *testing.T) {
	for _, c := range []struct {
		err      error
		code     int
		problems string
	}{
		{syscall.EPIPE, cmd.ExitClean, ""}, // the reader has closed the pipe
		{errors.New("gone"), cmd.ExitTrouble, "gone"},
	} {
		app := cmd.App{Stdout: closed{c.err}}
		code, _, problems := run(t, app, t.Context(), "--only", "long-headline", "--format", "text", "--format", "sarif=out.sarif", "wide.md")
		if code != c.code || !strings.Contains(problems, c.problems) || c.problems == "" && problems != "" {
			t.Errorf("%v: exit code %d, %q", c.err, code, problems)
		}
		if text, err := os.ReadFile("out.sarif"); err != nil || !bytes.Contains(text, []byte("long-headline")) {
			t.Error(err)
		}
	}
}

func TestFilesOfReportsAreWholeOrUntouched(t *testing.T) {
	code, out, problems := run(t, cmd.App{}, t.Context(), "--only", "long-headline", "--format", "sarif=no/such/folder/out.sarif", "wide.md")
	if code != cmd.ExitTrouble || out != "" || !strings.Contains(problems, "writing the report to no/such/folder/out.sarif") {
		t.Errorf("%d, %q, %s", code, out, problems)
	}
	if left, err := filepath.Glob(".*.tmp"); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
