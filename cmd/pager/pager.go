// Package pager shows long text on a terminal page by page.
//
// The reader's own pager runs, as named by the environment variable PAGER, or less where
// there is none. The value is split at spaces and no shell reads it. If no pager can be
// started, the text is written as it is: showing it matters more than paging it.
package pager

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// flags makes less stop by itself where the text fits a screen (F), show colours (R) and
// leave the text on the screen (X). It is what git sets.
const flags = "LESS=FRX"

// Pager is a program that shows text page by page.
type Pager struct {
	path string
	args []string
	env  []string
}

// Find returns the reader's pager, or nil if there is none: PAGER names cat or a program
// that does not exist, or less is missing. It reads the environment with getenv; the pager
// has the environment of this process.
func Find(getenv func(string) string) *Pager {
	words := strings.Fields(getenv("PAGER"))
	if len(words) == 0 {
		words = []string{"less"}
	}
	if words[0] == "cat" {
		return nil
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return nil
	}
	env := os.Environ()
	if getenv("LESS") == "" {
		env = append(env, flags)
	}
	return &Pager{path: path, args: words[1:], env: env}
}

// Show lets the pager show the text on the terminal w and waits until the reader leaves it.
// A pager that could not be started writes nothing: the text goes to w. A pager that ends
// with an error does not make the program fail, since readers leave it in many ways, but it may
// have shown nothing, so stderr says how to see the text.
func (p *Pager) Show(ctx context.Context, text []byte, w, stderr io.Writer) error {
	run := exec.CommandContext(ctx, p.path, p.args...)
	run.Stdin, run.Stdout, run.Stderr, run.Env = bytes.NewReader(text), w, stderr, p.env
	err := run.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Exited() && ctx.Err() == nil {
		fmt.Fprintf(stderr, "The pager %s ended with an error; with PAGER=cat, the text is shown without it\n", strconv.Quote(p.path)) //nolint:errcheck // there is nowhere else to say so
		return nil
	}
	if err == nil || errors.As(err, &exit) || ctx.Err() != nil {
		return ctx.Err()
	}
	_, err = w.Write(text)
	return err
}
