package cmd

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/cmd/terminal"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/changes"
	"github.com/copychief/copychief/lint/report/listing"
)

func fixFlags() []cli.Flag {
	fixes := []string{"safe", "all"}
	return []cli.Flag{
		&cli.GenericFlag{
			Name: "fix", Usage: "apply safe fixes; all: the others, too",
			Value:  &commandline.Optional{Alone: "safe", Help: "[=all]", Words: fixes},
			Action: func(c *cli.Context, _ any) error { return commandline.Allow("fix", c.String("fix"), fixes) },
		},
		&cli.BoolFlag{Name: "diff", Usage: "show what --fix would change as a diff; write nothing"},
		&cli.BoolFlag{Name: "fix-dry-run", Usage: "list what --fix would do; write nothing"},
	}
}

// fixer applies or shows fixes before drafts are checked, as the flags say. Its zero
// mode does nothing.
type fixer struct {
	*session
	request *driver.Request
	mode    string // "", "fix", "diff" or "dry"
	all     bool
	brief   bool
	stdin   *bytes.Buffer // what was read of standard input; nil if no path names it
	minCode int           // the exit code is at least this
	fixed   int           // findings that were fixed
}

// newFixer reads the flags about fixes.
func newFixer(s *session, c *cli.Context, r *driver.Request) (*fixer, error) {
	f := &fixer{session: s, request: r, brief: c.Bool("quiet"), all: c.String("fix") == "all"}
	if c.IsSet("fix") {
		f.mode = "fix"
	}
	switch diff, dry := c.Bool("diff"), c.Bool("fix-dry-run"); {
	case diff && dry:
		return nil, errors.New("--diff and --fix-dry-run cannot be combined; drop one")
	case diff:
		f.mode = "diff"
	case dry:
		f.mode = "dry"
	}
	if f.mode != "" && slices.Contains(r.Paths, "-") && r.Stdin != nil {
		f.stdin = &bytes.Buffer{}
	}
	return f, nil
}

// fix runs the driver's fixes. If standard input is a draft, the check that follows
// reads it again: fixed with --fix, unchanged otherwise.
func (f *fixer) fix() (*driver.Fixes, error) {
	request, stdin := *f.request, f.request.Stdin
	if f.stdin != nil {
		request.Stdin = io.TeeReader(stdin, f.stdin)
	}
	bar := f.progress("Fixing", f.brief)
	request.Progress = bar.At
	fixes, err := driver.Fix(f.ctx, request, driver.FixOptions{All: f.all, Write: f.mode == "fix"})
	bar.Clear()
	if f.stdin == nil || fixes == nil {
		return fixes, err
	}
	content := f.stdin.Bytes()
	if fixed, ok := fixes.Stdin(); ok && f.mode == "fix" {
		content = fixed
	}
	f.request.Stdin = bytes.NewReader(content)
	if f.mode != "fix" || err != nil {
		return fixes, err
	}
	// Of a draft that is too long only the beginning was read; the rest is passed through.
	_, err = io.Copy(f.Stdout, io.MultiReader(bytes.NewReader(content), stdin))
	return fixes, err
}

// run fixes if the flags say so, and reports the fixes on standard error, apart from the
// reports of the check; it does so for an interrupted run, too. It returns where the
// reports of the check go.
func (f *fixer) run(c *cli.Context, sinks []sink) ([]sink, error) {
	if f.mode == "" {
		return sinks, nil
	}
	fixes, err := f.fix()
	if fixes == nil {
		return nil, err
	}
	if f.mode == "fix" {
		f.fixed, _ = fixes.Fixed()
	}
	for i := range fixes.Drafts {
		if fixes.Drafts[i].Failed != "" {
			f.minCode = ExitTrouble // a fix was requested and failed
		}
	}
	reporting := changes.Fixes(f.Stderr, &fixes.Report, changes.FixOptions{
		Planned: f.mode != "fix", Listed: f.mode == "dry", Brief: f.brief,
		Actions: f.getenv("GITHUB_ACTIONS") == "true",
	})
	if err := errors.Join(err, reporting); err != nil {
		return nil, err
	}
	if f.mode == "fix" && f.request.Changes != nil {
		if f.request.Changes, err = changesOf(f.ctx, c); err != nil { // fixes have moved lines
			return nil, err
		}
	}
	switch {
	case f.mode == "diff":
		return f.diff(c, sinks, fixes), nil
	case f.mode == "fix" && f.stdin != nil:
		f.toStderr(c, sinks)
	}
	return sinks, nil
}

// diff replaces the report to standard output, or to the file of --output, by the diff.
// Reports to files of their own stay. A summary goes to standard error, since the exit
// code covers all findings and drafts that were not checked.
func (f *fixer) diff(c *cli.Context, sinks []sink, fixes *driver.Fixes) []sink {
	file := c.String("output")
	out := f.outputTo(c, file)
	raw := file != "" || !f.terminal(f.Stdout)
	sinks = slices.DeleteFunc(sinks, func(k sink) bool { return k.File == "" || k.File == file })
	sinks = append(sinks, sink{Output: out, form: form{name: "diff", write: func(w io.Writer, _ *engine.Result, o report.Options) error {
		return changes.Diff(w, &fixes.Report, o, raw)
	}}})
	ending := sink{Output: output.To(f.Stderr), form: form{name: "summary", write: listing.Summary}}
	ending.Color = terminal.Colored(c.String("color"), f.getenv, f.terminal(f.Stderr))
	return append(sinks, ending)
}

// toStderr sends reports to standard error, since standard output is the fixed draft.
func (f *fixer) toStderr(c *cli.Context, sinks []sink) {
	for _, k := range sinks {
		if k.File == "" {
			k.Stream, k.Links = f.Stderr, false
			k.Color = terminal.Colored(c.String("color"), f.getenv, f.terminal(f.Stderr))
		}
	}
}
