package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// repository is a work tree as seen from a folder in it.
type repository struct {
	dir  string // where commands run; what the environment of a hook says is relative to it
	root string // of the work tree, links resolved
}

// meddling are the variables that change what commands print or how they read
// patterns. The others are left alone: a hook is told by them which index is meant.
var meddling = [...]string{
	"GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS",
	"GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_OPTIONAL_LOCKS", "GIT_ALLOW_PROTOCOL",
	"GIT_NO_LAZY_FETCH", "LC_ALL",
}

// environment is what commands see: plain English on errors, no lock taken for the sake
// of speed, and no protocol over which a missing object could be fetched.
func environment() []string {
	env := []string{"GIT_OPTIONAL_LOCKS=0", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C"}
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
	all := append([]string{"--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true"}, args...)
	cmd := exec.CommandContext(ctx, "git", all...)
	cmd.Dir, cmd.Env = dir, environment()
	cmd.WaitDelay = time.Second
	return cmd
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

// open finds the work tree around a folder. Where revision is not empty it is resolved
// by the same process; commit is empty where the repository has none of that name,
// which is told by missing.
func open(ctx context.Context, dir, revision string) (r *repository, commit string, missing error, err error) {
	args := []string{"rev-parse", "--show-toplevel"}
	if revision != "" {
		args = append(args, revision+"^{commit}", "--")
	}
	out, err := output(ctx, dir, args...)
	if ctx.Err() != nil {
		return nil, "", nil, ctx.Err()
	}
	if len(out) == 0 {
		return nil, "", nil, noRepository(dir, err)
	}
	root := strings.TrimSuffix(string(out), "\n")
	if err != nil {
		missing = err
	} else if revision != "" {
		root = strings.TrimSuffix(root, "\n--")
		cut := strings.LastIndexByte(root, '\n') // the name of a folder may hold one, too
		root, commit = root[:max(cut, 0)], root[cut+1:]
	}
	real, err := filepath.EvalSymlinks(filepath.FromSlash(root))
	if err != nil {
		return nil, "", nil, fmt.Errorf("finding the work tree of git: %w", err)
	}
	return &repository{dir: dir, root: real}, commit, missing, nil
}

// noRepository words why there is no work tree.
func noRepository(dir string, err error) error {
	var f *failure
	if err == nil {
		return fmt.Errorf("%s: git names no work tree", dir)
	}
	if !errors.As(err, &f) {
		return err
	}
	switch {
	case strings.HasPrefix(f.said, "not a git repository"):
		return fmt.Errorf("%s is in no git repository; run copychief in one, or give paths without asking for changes", dir)
	case strings.HasPrefix(f.said, "detected dubious ownership"):
		return fmt.Errorf("%s belongs to somebody else, so git does not read it; see safe.directory in git help config", dir)
	case strings.Contains(f.said, "must be run in a work tree"):
		return fmt.Errorf("%s is in a git repository without a work tree; run copychief in a checkout", dir)
	}
	return fmt.Errorf("asking git about %s: %w", dir, err)
}

// stream runs a command and lets read take in what it prints, which may be more than
// memory should hold.
func (r *repository) stream(ctx context.Context, read func(io.Reader) error, args ...string) error {
	cmd := command(ctx, r.dir, args...)
	stderr := &tail{room: errorLimit}
	cmd.Stderr = stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("running git %s: %w", args[0], err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("running git %s: %w", args[0], failed(err, nil))
	}
	reading := read(stdout)
	_, _ = io.Copy(io.Discard, stdout) // so that the command ends
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("running git %s: %w", args[0], failed(err, stderr.Bytes()))
	case reading != nil:
		return fmt.Errorf("reading git %s: %w", args[0], reading)
	}
	return nil
}
