// Package cmd is the command line of copychief. It can be imported, so that others can
// build a binary with rules of their own: fill an [App] and call its Run.
//
// A command line is read in three steps. First, arguments.go puts the arguments in the
// order that urfave/cli can parse: the command, its flags, its paths. Then the library
// parses them and calls the command; each command has a file of its own. It asks the
// driver for a result and passes it to a report. Errors about the command line are
// worded in usage.go. Streams, environment and rules are parameters; nothing in this
// package touches the process itself.
//
// The trade-off: arguments are read twice, once by this package and once by the library.
// In return, flags may stand anywhere, completion reads unfinished command lines with
// the same code, and an error names the nearest flag or command instead of printing a
// page of usage.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/report"
)

// The exit codes.
const (
	ExitClean       = 0   // nothing at or above --fail-on, or --exit-zero
	ExitFindings    = 1   // findings at or above --fail-on, or more warnings than --max-warnings
	ExitTrouble     = 2   // usage, configuration, unreadable input, or a part that was not checked
	ExitInterrupted = 130 // a signal ended the run
)

// App is a command line over a set of rules.
type App struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Rules          []*lint.Rule
	Getenv         func(name string) string // nil reads no environment
	// RulesFrom identifies what Rules are made from beside the program itself, such as
	// the content of files that it reads when it starts. Cached results are used only
	// by runs with the same value.
	RulesFrom string
	// Terminal reports whether a stream is a terminal; nil asks the system.
	Terminal func(stream io.Writer) bool
}

// Run runs the command that args name (args[0] is the program) and returns the
// exit code. It writes to the streams of the app only, and to the file that
// --output names.
func (a *App) Run(ctx context.Context, args []string) int {
	s := &session{App: a, ctx: ctx, known: byFamily(append(slices.Clip(a.Rules), engine.Rules()...))}
	err := s.run(args)
	switch {
	case errors.Is(err, syscall.EPIPE):
		return s.code
	case errors.Is(err, errStopped):
		return ExitInterrupted
	case ctx.Err() != nil:
		s.complain(errors.New("interrupted"))
		return ExitInterrupted
	case err != nil:
		s.complain(err)
		return ExitTrouble
	}
	return s.code
}

// session is one run of an app.
type session struct {
	*App
	ctx   context.Context
	known []*lint.Rule // those of the app and the program's own
	all   []*lint.Rule // with those that the configuration declares; nil until that is read
	house []*house.Declared
	code  int // the exit code where there is no error

	watch *watcher // the watcher that runs this session; nil for a single run
}

// byFamily groups rules by family, the families in the order in which they first
// appear, so that the program's own rules are listed with the others of their family.
func byFamily(rules []*lint.Rule) []*lint.Rule {
	order := make(map[lint.Family]int)
	for _, r := range rules {
		if _, seen := order[r.Family]; !seen {
			order[r.Family] = len(order)
		}
	}
	slices.SortStableFunc(rules, func(a, b *lint.Rule) int { return order[a.Family] - order[b.Family] })
	return rules
}

// run reads the arguments and lets the library call the command.
func (s *session) run(args []string) error {
	args = args[min(1, len(args)):]
	if len(args) > 0 && args[0] == completeCommand {
		return s.complete(args[1:])
	}
	line := parseArguments(args, s.commands())
	if err := line.check(); err != nil {
		return err
	}
	if line.help {
		_, err := io.WriteString(s.Stdout, help(line))
		return err
	}
	line.command.OnUsageError = line.usageError
	app := &cli.App{
		Name: line.root.Name, HideHelp: true, HideVersion: true,
		Writer: s.Stdout, ErrWriter: s.Stderr, Commands: line.root.Subcommands,
		ExitErrHandler: func(*cli.Context, error) {}, // the library's would end the process
	}
	return app.RunContext(s.ctx, line.ordered())
}

// commands returns the root of all commands, in the order in which help lists them.
func (s *session) commands() *cli.Command {
	return group("copychief", "", "",
		s.check(),
		s.init(),
		s.open(),
		s.inspect(),
		s.quotes(),
		s.explain(),
		s.rules(),
		s.baseline(),
		s.configuration(),
		s.cache(),
		s.completion(),
		s.man(),
		s.version(),
	)
}

// group returns a command that does nothing itself and needs a subcommand: "config
// show", "config check". The library's help of the subcommands is turned off, since
// help.go prints it.
func group(name, usage, examples string, subcommands ...*cli.Command) *cli.Command {
	for _, c := range subcommands {
		c.HideHelp = true
	}
	return &cli.Command{
		Name: name, Usage: usage, Description: examples, Subcommands: subcommands,
		UsageText: "copychief " + name + " COMMAND [ARGUMENT...]",
	}
}

// complain prints an error to standard error, with the program's name on each line.
func (s *session) complain(err error) {
	for _, line := range strings.Split(err.Error(), "\n") {
		_, _ = fmt.Fprintln(s.Stderr, "copychief: "+report.Escape(line)) // there is nowhere to report it
	}
}

// getenv reads the environment that the app was given.
func (s *session) getenv(name string) string {
	if s.Getenv == nil {
		return ""
	}
	return s.Getenv(name)
}
