// Package cmd is the command line of copychief. It can be imported, so that others can
// build a binary with rules of their own: fill an [App] and call its Run.
//
// A run has three steps. Package commandline puts the arguments in the order that urfave/cli
// can parse, and finds what is wrong with them. Then the library parses them and calls the
// command. Each command has a file here: its flags, and a function that asks the driver for a
// result and passes it to a report. What a command needs besides its flags is in the
// [session]: the streams and the environment of the [App] and the rules of the [ruleset].
// Nothing in this package touches the process itself.
//
// The trade-off: commands are plain functions with the session as an argument, and the packages
// below (completion, manual, output, terminal, plan) do not know the session, so they get what
// they need as arguments. In return, each can be read and tested alone.
package cmd

import (
	"context"
	"errors"
	"io"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/completion"
	"github.com/copychief/copychief/lint"
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
	s := &session{App: a, ctx: ctx, rules: newRuleset(a.Rules)}
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
	rules *ruleset
	code  int // the exit code where there is no error

	watch *watcher // the watcher that runs this session; nil for a single run
}

// run reads the arguments and lets the library call the command.
func (s *session) run(args []string) error {
	args = args[min(1, len(args)):]
	if len(args) > 0 && args[0] == completion.Command {
		return completion.Write(s.Stdout, args[1:], s.commands(), names(s.rules))
	}
	line := commandline.Parse(args, s.commands())
	if err := line.Check(); err != nil {
		return err
	}
	if line.Help {
		_, err := io.WriteString(s.Stdout, commandline.Help(line))
		return err
	}
	line.Command.OnUsageError = line.UsageError
	app := &cli.App{
		Name: line.Root.Name, HideHelp: true, HideVersion: true,
		Writer: s.Stdout, ErrWriter: s.Stderr, Commands: line.Root.Subcommands,
		ExitErrHandler: func(*cli.Context, error) {}, // the library's would end the process
	}
	return app.RunContext(s.ctx, line.Ordered())
}

// commands returns the root of all commands, in the order in which help lists them.
func (s *session) commands() *cli.Command {
	return group("copychief", "", "",
		checkCommand(s),
		initCommand(s),
		openCommand(s),
		inspectCommand(s),
		quotesCommand(s),
		explainCommand(s),
		rulesCommand(s),
		baselineCommand(s),
		configCommand(s),
		cacheCommand(s),
		completionCommand(s),
		manCommand(s),
		versionCommand(s),
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

// action binds the function of a command to the session.
func (s *session) action(run func(*session, *cli.Context) error) cli.ActionFunc {
	return func(c *cli.Context) error { return run(s, c) }
}
