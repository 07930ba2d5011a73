package cmd

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// commandLine is an argument list in the order that the library can parse: the
// command, its flags, its paths. The library ends flags at the first path and takes
// none ahead of a command; people type them anywhere.
type commandLine struct {
	root    *cli.Command // of all commands
	command *cli.Command // the root where no command is named
	name    []string     // of the command: "config", "show"
	flags   []string     // as they were typed, with "=" before a value
	paths   []string
	pending cli.Flag // the last flag, where its value is still to come

	pathsOnly bool // "--" was read
	help      bool
	helpWord  bool   // by the word help, which the name of a command may follow
	helpValue string // of --help=VALUE
}

// parseArguments puts an argument list in order. It refuses nothing; see [commandLine.check].
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

// addWord takes any other argument: it is a command or subcommand if it names one
// and no path precedes it, and a path otherwise.
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

// enter makes a subcommand of the command the one that is called.
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

// ordered returns the arguments for the library. A flag without its value comes last,
// so that the library misses it.
func (c *commandLine) ordered() []string {
	args := slices.Concat([]string{c.root.Name}, c.name, c.flags)
	if c.pending != nil {
		return args
	}
	return slices.Concat(args, []string{"--"}, c.paths)
}
