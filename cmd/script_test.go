package cmd_test

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"

	"github.com/copychief/copychief/cmd"
	"github.com/copychief/copychief/rules"
)

func TestMain(m *testing.M) {
	if os.Getenv("GORACE") == "" {
		// Otherwise each command that the race detector watches waits a second at its end.
		_ = os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
	testscript.Main(m, map[string]func(){
		"copychief": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			context.AfterFunc(ctx, stop)
			app := cmd.App{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Rules: rules.All(), Getenv: os.Getenv}
			if os.Getenv("ON_TERMINAL") != "" {
				app.Terminal = func(io.Writer) bool { return true }
			}
			os.Exit(app.Run(ctx, os.Args))
		},
	})
}

// The scripts know two commands beside testscript's own:
//
//	write FILE TEXT            writes a file; both are Go strings without their quotes
//	exit-code CODE COMMAND...  runs a command that must end with the code
//
// and two variables: TESTDATA is the folder with test data that are no text, and if
// ON_TERMINAL is set, copychief takes its streams for a terminal.
func TestScripts(t *testing.T) {
	testdata, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../testdata/script",
		RequireUniqueNames:  true,
		RequireExplicitExec: false,
		Setup: func(env *testscript.Env) error {
			env.Setenv("COPYCHIEF_CACHE", filepath.Join(env.WorkDir, ".cache"))
			env.Setenv("GORACE", os.Getenv("GORACE"))
			env.Setenv("TESTDATA", testdata)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"write":     write,
			"exit-code": exitCode,
		},
	})
}

// An exit code other than 0 is a number in a script, since findings and trouble have different ones.
func TestScriptsNameTheExitCode(t *testing.T) {
	scripts, err := filepath.Glob("../testdata/script/*.txtar")
	if err != nil || len(scripts) < 50 {
		t.Fatal(scripts, err)
	}
	vague := regexp.MustCompile(`(?m)^(?:\[.*\] )?[!?] (?:exec )?copychief\b.*$`)
	for _, name := range scripts {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range vague.FindAll(txtar.Parse(content).Comment, -1) {
			t.Errorf("%s: write “exit-code 1” or “exit-code 2” instead of the mark: %s", name, line)
		}
	}
}

func write(ts *testscript.TestScript, _ bool, args []string) {
	var words []string
	for _, a := range args {
		word, err := strconv.Unquote(`"` + a + `"`)
		ts.Check(err)
		words = append(words, word)
	}
	ts.Check(os.WriteFile(ts.MkAbs(words[0]), []byte(words[1]), 0o644))
}

func exitCode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}
