package cmd

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine is an argument list in the order that the library can parse: the
// command, its flags, its paths. The library stops reading flags at the first path and
// accepts none before the command, whereas people type them anywhere.
type commandLine struct {
	root    *cli.Command // of all commands
	command *cli.Command // the root where no command is named
	name    []string     // of the command: "config", "show"
	flags   []string     // as they were typed, with "=" before a value
	paths   []string
	pending cli.Flag // the last flag, if its value is missing

	pathsOnly bool // "--" was read
	help      bool
	helpWord  bool   // help was asked for by the word, which may precede a command
	helpValue string // of --help=VALUE
}

// parseArguments puts an argument list in order. It accepts everything, since completion
// reads unfinished command lines; [commandLine.check] finds the errors.
func parseArguments(args []string, root *cli.Command) *commandLine {
	c := &commandLine{root: root, command: root}
	for _, arg := range args {
		switch {
		case c.pending != nil:
			c.flags[len(c.flags)-1] += "=" + arg
			c.pending = nil
		case c.pathsOnly:
			c.paths = append(c.paths, arg)
		case arg == "--":
			c.pathsOnly = true
		case isFlag(arg):
			c.addFlag(arg)
		default:
			c.addWord(arg)
		}
	}
	return c
}

// isFlag reports whether an argument is a flag. A single dash is standard input.
func isFlag(arg string) bool { return strings.HasPrefix(arg, "-") && arg != "-" }

// addFlag takes an argument that begins with a dash.
func (c *commandLine) addFlag(arg string) {
	name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	switch {
	case name == "help" || name == "h":
		c.help = true
		if given {
			c.helpValue = value
		}
		return
	case name == "version" && c.command == c.root:
		c.enter(c.root.Command("version"))
		return
	}
	c.flags = append(c.flags, arg)
	if f := c.flag(name); f != nil && !given && !standsAlone(f) {
		c.pending = f
	}
}

// addWord takes an argument without a dash. It is a command or subcommand if it names
// one and no path precedes it, and a path otherwise.
func (c *commandLine) addWord(arg string) {
	if len(c.paths) == 0 {
		if arg == "help" && c.command == c.root && !c.helpWord {
			c.help, c.helpWord = true, true
			return
		}
		if command := c.command.Command(arg); command != nil {
			c.enter(command)
			return
		}
	}
	c.paths = append(c.paths, arg)
}

// enter descends into a subcommand.
func (c *commandLine) enter(command *cli.Command) {
	c.command = command
	c.name = append(c.name, command.Name)
}

// fullName returns the command as it is typed: "check", "config show".
func (c *commandLine) fullName() string { return strings.Join(c.name, " ") }

// flag returns the flag of a name: that of the command if it has one, otherwise that
// of any command, since a command may follow its flags.
func (c *commandLine) flag(name string) cli.Flag {
	if f := findFlag(name, c.command); f != nil {
		return f
	}
	return findFlag(name, c.root)
}

// findFlag returns the flag of a name in a command and its subcommands, or nil.
func findFlag(name string, command *cli.Command) cli.Flag {
	for _, sub := range command.Subcommands {
		if f := findFlag(name, sub); f != nil {
			return f
		}
	}
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

// ordered returns the arguments for the library. A flag whose value is missing comes
// last, so that the library reports it.
func (c *commandLine) ordered() []string {
	args := slices.Concat([]string{c.root.Name}, c.name, c.flags)
	if c.pending != nil {
		return args
	}
	return slices.Concat(args, []string{"--"}, c.paths)
}
