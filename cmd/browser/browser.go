// Package browser shows a local file in the reader's web browser.
//
// The environment variable BROWSER names the program, as it does for git and xdg-open: a list
// of command lines; the first that exists is run. Each is split at spaces and read by no shell,
// and “%s” in it stands for the address of the file, which otherwise follows. Without the
// variable, the program of the system that opens files runs. Nothing else decides what runs,
// least of all a file in a repository.
//
// The trade-off: the program is waited for, because a browser in the terminal needs it, and an
// error could not be reported otherwise. A graphical browser that was not running yet may keep
// the terminal until it is closed.
package browser

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// ErrNone means that there is no program to open the file with.
var ErrNone = errors.New("no browser was found; name one in the environment variable BROWSER")

// Browser is a program that shows an address.
type Browser struct {
	path string
	args []string // with “%s” for the address
}

// Find returns the browser of the reader on a system (as runtime.GOOS names it), or [ErrNone].
// It reads the environment with getenv.
func Find(getenv func(string) string, system string) (*Browser, error) {
	named := getenv("BROWSER")
	commands := filepath.SplitList(named)
	if strings.TrimSpace(named) == "" {
		commands = openers(system)
	}
	for _, command := range commands {
		words := strings.Fields(command)
		if len(words) == 0 {
			continue
		}
		path, err := exec.LookPath(words[0])
		if err != nil {
			continue
		}
		args := words[1:]
		if !strings.Contains(strings.Join(args, " "), "%s") {
			args = append(args, "%s")
		}
		return &Browser{path, args}, nil
	}
	if strings.TrimSpace(named) != "" {
		return nil, fmt.Errorf("BROWSER names %s, which cannot be run; correct it, or unset it", strconv.Quote(named))
	}
	return nil, ErrNone
}

// openers returns the programs by which a system opens a file in the program that its user has
// chosen.
func openers(system string) []string {
	switch system {
	case "windows":
		return []string{"rundll32 url.dll,FileProtocolHandler"}
	case "darwin":
		return []string{"open"}
	default:
		return []string{"xdg-open", "wslview", "x-www-browser"}
	}
}

// Open shows a file, given by its absolute path, and waits until the program ends. The error
// names the program.
func (b *Browser) Open(ctx context.Context, file string, stdin io.Reader, stdout, stderr io.Writer) error {
	address := Address(file)
	args := make([]string, len(b.args))
	for i, arg := range b.args {
		args[i] = strings.ReplaceAll(arg, "%s", address)
	}
	run := exec.CommandContext(ctx, b.path, args...) //nolint:gosec // the user names the program in the environment
	run.Stdin, run.Stdout, run.Stderr = stdin, stdout, stderr
	if err := run.Run(); err != nil && ctx.Err() == nil {
		return fmt.Errorf("the browser %s ended with an error: %w", strconv.Quote(b.path), err)
	}
	return ctx.Err()
}

// Address returns the address of a file, given by its absolute path.
func Address(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive of Windows
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
