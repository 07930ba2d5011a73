package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// settings win over what the configuration of a repository says, so that no command
// runs a program that a checkout brings along. A git that is too old to know one of
// them passes over it. Filters have names of their own; see [filtersOff].
var settings = [...]string{
	"safe.bareRepository=explicit", // a folder of the checkout with the layout of a repository is none
	"core.fsmonitor=",              // "false" would be a program to a git before 2.36
	"core.hooksPath=" + os.DevNull,
	"core.quotePath=true",
	"diff.external=",
	"submodule.recurse=false",
}

// meddling are the variables that change what commands print or how they read
// patterns. The others are left alone: a hook is told by them which index is meant.
var meddling = [...]string{
	"GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS",
	"GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_OPTIONAL_LOCKS", "GIT_ALLOW_PROTOCOL",
	"GIT_NO_LAZY_FETCH", "GIT_TERMINAL_PROMPT", "LC_ALL",
}

// environment is what commands see: plain English on errors, no lock taken for the sake
// of speed (the index would be written, and a hook told of it), and no protocol over
// which a missing object could be fetched, so that neither ssh nor the program at the
// other end nor a helper for passwords is run.
func environment() []string {
	env := []string{"GIT_OPTIONAL_LOCKS=0", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"}
next:
	for _, e := range os.Environ() {
		for _, name := range meddling {
			if strings.HasPrefix(e, name+"=") {
				continue next
			}
		}
		env = append(env, e)
	}
	return env
}

// command makes a git command that runs in a folder.
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

// filtersOff returns the flags that switch off every filter that the configuration
// names. To compare a file of the work tree with a commit, git runs the clean filter
// that the attributes of the file name, and both the filter and the attributes may come
// with the checkout. The filters of the user's own configuration are switched off as
// well: git-lfs, for one, runs programs that the configuration of a repository names.
func filtersOff(ctx context.Context, dir string) ([]string, error) {
	out, err := output(ctx, dir, "config", "--null", "--name-only", "--get-regexp", `^filter\.`)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) == 0 {
		return nil, nil // there is none
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
			continue // filter.clean is no filter: it has no name
		}
		name = name[:dot]
		if strings.Contains(name, "=") {
			return nil, fmt.Errorf("the filter “%s” of the configuration cannot be switched off for its equals sign; rename it", name)
		}
		off[name] = true
		for _, value := range [...]string{".clean=", ".smudge=", ".process=", ".required=false"} {
			flags = append(flags, "-c", "filter."+name+value)
		}
	}
	return flags, nil
}

// failure is a git command that ended with an error.
type failure struct {
	said string // the first line of what it had to say, without “fatal:”
	err  error
}

func (f *failure) Error() string {
	if f.said == "" {
		return f.err.Error()
	}
	return f.said
}

func (f *failure) Unwrap() error { return f.err }

// failed makes the error of a command from what it wrote to standard error.
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

// output runs a command and returns what it prints.
func output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := command(ctx, dir, args...)
	var stdout bytes.Buffer
	stderr := &tail{room: errorLimit}
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

// stream runs a command and lets read take in what it prints, which may be more than
// memory should hold.
func stream(ctx context.Context, dir string, read func(io.Reader) error, args ...string) error {
	cmd := command(ctx, dir, args...)
	stderr := &tail{room: errorLimit}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("running git diff: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("running git diff: %w", failed(err, nil))
	}
	reading := read(stdout)
	_, _ = io.Copy(io.Discard, stdout) // so that the command ends
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("running git diff: %w", failed(err, stderr.Bytes()))
	case reading != nil:
		return fmt.Errorf("reading git diff: %w", reading)
	}
	return nil
}

// errorLimit is how many bytes of what a command complains about are kept.
const errorLimit = 4 << 10

// tail keeps the first bytes that are written to it and drops the rest.
type tail struct {
	bytes.Buffer
	room int
}

// Write never fails, so that a command which talks too much still ends.
func (t *tail) Write(p []byte) (int, error) {
	if left := t.room - t.Len(); left > 0 {
		t.Buffer.Write(p[:min(left, len(p))])
	}
	return len(p), nil
}
