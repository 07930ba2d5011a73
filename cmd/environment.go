package cmd

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/cmd/terminal"
	"github.com/copychief/copychief/lint/report"
)

// rulePages is the address of the rules' pages, for terminals that show links.
const rulePages = "https://github.com/copychief/copychief/blob/main/docs/rules/"

// complain prints an error to standard error, with the program's name on each line.
func (a *App) complain(err error) {
	for _, line := range strings.Split(err.Error(), "\n") {
		_, _ = fmt.Fprintln(a.Stderr, "copychief: "+report.Escape(line)) // there is nowhere to report it
	}
}

// getenv reads the environment that the app was given.
func (a *App) getenv(name string) string {
	if a.Getenv == nil {
		return ""
	}
	return a.Getenv(name)
}

// now returns the time of the run: the second that SOURCE_DATE_EPOCH names, so that a
// run can be reproduced (reproducible-builds.org), or the system's time.
func (a *App) now() time.Time {
	if epoch, err := strconv.ParseInt(a.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(epoch, 0).UTC()
	}
	return time.Now()
}

// terminal reports whether a stream is a terminal.
func (a *App) terminal(stream io.Writer) bool {
	if a.Terminal != nil {
		return a.Terminal(stream)
	}
	return terminal.Is(stream)
}

// progress shows the progress of a run, on terminals only.
func (a *App) progress(what string, quiet bool) *terminal.Progress {
	return terminal.NewProgress(a.Stderr, what, a.terminal(a.Stderr), quiet)
}

// output returns where the flags send the report, and whether it has colour and links.
func (a *App) output(c *cli.Context) *output.Output { return a.outputTo(c, c.String("output")) }

// outputTo returns the output that is a file, or standard output if the name is empty.
func (a *App) outputTo(c *cli.Context, file string) *output.Output {
	o := &output.Output{Stream: a.Stdout, File: file}
	screen := o.File == "" && a.terminal(a.Stdout)
	o.Color = terminal.Colored(c.String("color"), a.getenv, screen)
	o.Links = o.Color && screen && a.getenv("TERM") != "linux"
	return o
}

// options returns the options of a report that depend on its output.
func (a *App) options(o *output.Output) report.Options {
	return report.Options{
		Color:   o.Color,
		Links:   o.Links,
		Docs:    rulePages,
		Actions: a.getenv("GITHUB_ACTIONS") == "true" && o.File == "",
	}
}
