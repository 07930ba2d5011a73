package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// settings override the configuration of a repository, so that no command runs a program
// that comes with a checkout. Old versions of git ignore settings that they do not know.
// Filters have settings of their own; see [filtersOff].
var settings = [...]string{
	"safe.bareRepository=explicit", // do not take a folder of the checkout for a repository
	"core.fsmonitor=",              // not "false": before 2.36, git would run that as a program
	"core.hooksPath=" + os.DevNull,
	"core.quotePath=true",
	"diff.external=",
	"submodule.recurse=false",
}

// unwanted are the environment variables that change what commands print, how they
// interpret patterns, or, like GIT_CONFIG, which configuration git config shows, so that
// [filtersOff] would miss filters. Others are kept, since in a hook they say which index to
// use.
var unwanted = [...]string{
	"GIT_CONFIG", "GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS",
	"GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_OPTIONAL_LOCKS", "GIT_ALLOW_PROTOCOL",
	"GIT_NO_LAZY_FETCH", "GIT_TERMINAL_PROMPT", "LC_ALL",
}

// environment returns the environment of commands: error messages in English, no optional
// locks (with them, git would update the index, which may trigger a hook), and no protocol
// for fetching missing objects, so that neither ssh, a remote program, nor a credential
// helper is run.
func environment() []string {
	env := []string{"GIT_OPTIONAL_LOCKS=0", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"}
	for _, e := range os.Environ() {
		name, _, _ := strings.Cut(e, "=")
		if !slices.ContainsFunc(unwanted[:], func(u string) bool { return strings.EqualFold(u, name) }) {
			env = append(env, e) // names ignore case on Windows
		}
	}
	return env
}

// command returns a git command that runs in a folder.
func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	all := make([]string, 0, 1+2*len(settings)+len(args))
	all = append(all, "--no-pager")
	for _, s := range settings {
		all = append(all, "-c", s)
	}
	cmd := exec.CommandContext(ctx, "git", append(all, args...)...)
	cmd.Dir, cmd.Env = dir, environment()
	cmd.WaitDelay = time.Second
	return cmd
}

// filtersOff returns flags that turn off every filter in the configuration. To compare a
// file of the work tree with a commit, git runs the clean filter that the attributes of the
// file name, and both may come with the checkout. Filters of the user's own configuration
// are turned off as well: git-lfs, for one, runs programs that the configuration of a
// repository names.
func filtersOff(ctx context.Context, dir string) ([]string, error) {
	out, err := output(ctx, dir, "config", "--null", "--name-only", "--get-regexp", `^filter\.`)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) == 0 {
		return nil, nil // no filters
	}
	if err != nil {
		return nil, fmt.Errorf("asking git which filters there are: %w", err)
	}
	var flags []string
	off := map[string]bool{}
	for key := range strings.SplitSeq(string(out), "\x00") {
		name := strings.TrimPrefix(key, "filter.")
		dot := strings.LastIndexByte(name, '.')
		if dot < 0 || off[name[:dot]] {
			continue // filter.clean has no filter name
		}
		name = name[:dot]
		if strings.Contains(name, "=") {
			return nil, fmt.Errorf("the filter “%s” of the configuration cannot be turned off because of the equals sign in its name; rename it", name)
		}
		off[name] = true
		for _, value := range [...]string{".clean=", ".smudge=", ".process=", ".required=false"} {
			flags = append(flags, "-c", "filter."+name+value)
		}
	}
	return flags, nil
}

// failure is the error of a git command.
type failure struct {
	message string // the first line of standard error, without “fatal:”
	err     error
}

func (f *failure) Error() string {
	if f.message == "" {
		return f.err.Error()
	}
	return f.message
}

func (f *failure) Unwrap() error { return f.err }

// failed returns the error of a command, given its standard error.
func failed(err error, stderr []byte) error {
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot) {
		return errors.New("git was not found on PATH; install it, or give paths without asking for changes")
	}
	for line := range strings.Lines(string(stderr)) {
		if said, ok := strings.CutPrefix(line, "fatal: "); ok {
			return &failure{strings.TrimSpace(said), err}
		}
	}
	said, _, _ := strings.Cut(strings.TrimSpace(string(stderr)), "\n")
	return &failure{said, err}
}

// output runs a command and returns its standard output.
func output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := command(ctx, dir, args...)
	var stdout bytes.Buffer
	stderr := &limitedBuffer{free: errorLimit}
	cmd.Stdout, cmd.Stderr = &stdout, stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return stdout.Bytes(), failed(err, stderr.Bytes())
	}
	return stdout.Bytes(), nil
}

// stream runs a command and passes its standard output, which may be large, to read.
func stream(ctx context.Context, dir string, read func(io.Reader) error, args ...string) error {
	cmd := command(ctx, dir, args...)
	stderr := &limitedBuffer{free: errorLimit}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("running git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("running git: %w", failed(err, nil))
	}
	reading := read(stdout)
	_, _ = io.Copy(io.Discard, stdout) // so that the command can exit
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("running git: %w", failed(err, stderr.Bytes()))
	case reading != nil:
		return fmt.Errorf("reading from git: %w", reading)
	}
	return nil
}

// errorLimit is the number of bytes of standard error that are kept.
const errorLimit = 4 << 10

// limitedBuffer keeps the first errorLimit bytes and drops the rest.
type limitedBuffer struct {
	bytes.Buffer
	free int
}

// Write never fails, so that a command with much output can still exit.
func (t *limitedBuffer) Write(p []byte) (int, error) {
	if left := t.free - t.Len(); left > 0 {
		t.Buffer.Write(p[:min(left, len(p))])
	}
	return len(p), nil
}
