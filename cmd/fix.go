package cmd

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

func fixFlags() []cli.Flag {
	fixes := []string{"safe", "all"}
	return []cli.Flag{
		&cli.GenericFlag{
			Name: "fix", Usage: "apply safe fixes; all: the others, too",
			Value:  &optional{alone: "safe", help: "[=all]", words: fixes},
			Action: func(c *cli.Context, _ any) error { return allow("fix", c.String("fix"), fixes) },
		},
		&cli.BoolFlag{Name: "diff", Usage: "show what --fix would change as a diff; write nothing"},
		&cli.BoolFlag{Name: "fix-dry-run", Usage: "list what --fix would do; write nothing"},
	}
}

// fixing is what the flags about fixing ask for. The zero mode asks for nothing.
type fixing struct {
	*session
	request *driver.Request
	mode    string // "", "fix", "diff" or "dry"
	all     bool
	brief   bool
	typed   *bytes.Buffer // standard input as far as it was read; nil where no path names it
	least   int           // the least exit code
	fixed   int           // findings that are mended
}

// fixing reads the flags.
func (s *session) fixing(c *cli.Context, r *driver.Request) (*fixing, error) {
	f := &fixing{session: s, request: r, brief: c.Bool("quiet"), all: c.String("fix") == "all"}
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
		f.typed = &bytes.Buffer{}
	}
	return f, nil
}

// run fixes and, where standard input is a draft, has it read anew by the check
// that follows: as it was, or as it is now.
func (f *fixing) run() (*driver.Fixes, error) {
	request, stdin := *f.request, f.request.Stdin
	if f.typed != nil {
		request.Stdin = io.TeeReader(stdin, f.typed)
	}
	bar := f.progress("Fixing", f.brief)
	request.Progress = bar.at
	fixes, err := driver.Fix(f.ctx, request, driver.FixOptions{All: f.all, Write: f.mode == "fix"})
	bar.clear()
	if f.typed == nil || fixes == nil {
		return fixes, err
	}
	content := f.typed.Bytes()
	if fixed, ok := fixes.Stdin(); ok && f.mode == "fix" {
		content = fixed
	}
	f.request.Stdin = bytes.NewReader(content)
	if f.mode != "fix" || err != nil {
		return fixes, err
	}
	// A draft that is too long was not read to its end, which must not be lost.
	_, err = io.Copy(f.Stdout, io.MultiReader(bytes.NewReader(content), stdin))
	return fixes, err
}

// begin fixes where the flags ask for it and says on standard error what came of it,
// where it disturbs no report. An interrupted run has something to say, too. It
// returns where the reports go then.
func (f *fixing) begin(c *cli.Context, sinks []sink) ([]sink, error) {
	if f.mode == "" {
		return sinks, nil
	}
	fixes, err := f.run()
	if fixes == nil {
		return nil, err
	}
	if f.mode == "fix" {
		f.fixed, _ = fixes.Fixed()
	}
	for i := range fixes.Drafts {
		if fixes.Drafts[i].Failed != "" {
			f.least = ExitTrouble // something was asked for and not done
		}
	}
	telling := report.Fixes(f.Stderr, &fixes.Report, report.FixOptions{
		Planned: f.mode != "fix", Listed: f.mode == "dry", Brief: f.brief,
		Actions: f.getenv("GITHUB_ACTIONS") == "true",
	})
	if err := errors.Join(err, telling); err != nil {
		return nil, err
	}
	if f.mode == "fix" && f.request.Changes != nil {
		if f.request.Changes, err = f.changes(c); err != nil { // lines are no longer where they were
			return nil, err
		}
	}
	switch {
	case f.mode == "diff":
		return f.diff(c, sinks, fixes), nil
	case f.mode == "fix" && f.typed != nil:
		f.aside(c, sinks)
	}
	return sinks, nil
}

// diff puts the diff in the place of what would go to standard output or to the
// file of --output. Reports to files of their own stay. Standard error has the summary,
// since the exit code is about all that was found, and about what was not checked.
func (f *fixing) diff(c *cli.Context, sinks []sink, fixes *driver.Fixes) []sink {
	file := c.String("output")
	out := f.outputTo(c, file)
	raw := file != "" || !f.terminal(f.Stdout)
	sinks = slices.DeleteFunc(sinks, func(k sink) bool { return k.file == "" || k.file == file })
	sinks = append(sinks, sink{output: out, form: form{name: "diff", write: func(w io.Writer, _ *engine.Result, o report.Options) error {
		return report.Diff(w, &fixes.Report, o, raw)
	}}})
	ending := sink{output: &output{stdout: f.Stderr}, form: form{name: "summary", write: report.Summary}}
	ending.color = colored(c.String("color"), f.getenv, f.terminal(f.Stderr))
	return append(sinks, ending)
}

// aside sends reports to standard error where standard output takes a draft.
func (f *fixing) aside(c *cli.Context, sinks []sink) {
	for _, k := range sinks {
		if k.file == "" {
			k.stdout, k.links = f.Stderr, false
			k.color = colored(c.String("color"), f.getenv, f.terminal(f.Stderr))
		}
	}
}
