package commandline

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// Line is an argument list in the order that the library can parse: the command, its
// flags, its paths. The library stops reading flags at the first path and
// accepts none before the command, whereas people type them anywhere.
type Line struct {
	Root    *cli.Command // of all commands
	Command *cli.Command // the root where no command is named
	name    []string     // of the command: "config", "show"
	flags   []string     // as they were typed, with "=" before a value
	Paths   []string
	Pending cli.Flag // the last flag, if its value is missing

	PathsOnly bool // "--" was read
	Help      bool
	helpWord  bool   // help was requested by the word, which may precede a command
	HelpValue string // of --help=VALUE
}

// Parse puts an argument list in order. It accepts everything, since completion reads
// unfinished command lines; [Line.Check] finds the errors.
func Parse(args []string, root *cli.Command) *Line {
	c := &Line{Root: root, Command: root}
	for _, arg := range args {
		switch {
		case c.Pending != nil:
			c.flags[len(c.flags)-1] += "=" + arg
			c.Pending = nil
		case c.PathsOnly:
			c.Paths = append(c.Paths, arg)
		case arg == "--":
			c.PathsOnly = true
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
func (c *Line) addFlag(arg string) {
	name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	switch {
	case name == "help" || name == "h":
		c.Help = true
		if given {
			c.HelpValue = value
		}
		return
	case name == "version" && c.Command == c.Root:
		c.enter(c.Root.Command("version"))
		return
	}
	c.flags = append(c.flags, arg)
	if f := c.Flag(name); f != nil && !given && !StandsAlone(f) {
		c.Pending = f
	}
}

// addWord takes an argument without a dash. It is a command or subcommand if it names
// one and no path precedes it, and a path otherwise.
func (c *Line) addWord(arg string) {
	if len(c.Paths) == 0 {
		if arg == "help" && c.Command == c.Root && !c.helpWord {
			c.Help, c.helpWord = true, true
			return
		}
		if command := c.Command.Command(arg); command != nil {
			c.enter(command)
			return
		}
	}
	c.Paths = append(c.Paths, arg)
}

// enter descends into a subcommand.
func (c *Line) enter(command *cli.Command) {
	c.Command = command
	c.name = append(c.name, command.Name)
}

// fullName returns the command as it is typed: "check", "config show".
func (c *Line) fullName() string { return strings.Join(c.name, " ") }

// Flag returns the flag of a name: that of the command if it has one, otherwise that
// of any command, since a command may follow its flags.
func (c *Line) Flag(name string) cli.Flag {
	if f := findFlag(name, c.Command); f != nil {
		return f
	}
	return findFlag(name, c.Root)
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

// Ordered returns the arguments for the library. A flag whose value is missing comes
// last, so that the library reports it.
func (c *Line) Ordered() []string {
	args := slices.Concat([]string{c.Root.Name}, c.name, c.flags)
	if c.Pending != nil {
		return args
	}
	return slices.Concat(args, []string{"--"}, c.Paths)
}
