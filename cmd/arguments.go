package cmd

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// call is an argument list, sorted out.
type call struct {
	group   *cli.Command // the command whose subcommand is called, or nil
	command *cli.Command // nil where help about no command in particular is asked for
	flags   []string     // as --name=value
	paths   []string
	help    bool
	asked   bool // by the word help, which a command may follow
	all     bool // help about everything, however long
}

// read sorts an argument list out: which command, which flags, which paths, in
// whatever order they stand. Behind "--" everything is a path; "-" always is.
func read(args []string, commands []*cli.Command) (*call, error) {
	c := &call{}
	var unknown string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			c.paths = append(c.paths, args[i+1:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			c.word(arg, commands)
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch flag := c.flag(name, commands); {
		case name == "help" || name == "h":
			if given && value != "all" {
				return nil, fmt.Errorf("--help takes no value but all, which describes every flag; not “%s”", value)
			}
			c.help, c.all = true, c.all || given
		case name == "version" && c.command == nil:
			c.command = named("version", commands)
		case flag == nil:
			if unknown == "" {
				unknown, _, _ = strings.Cut(arg, "=")
			}
		case bare(flag) != "":
			if !given {
				value = bare(flag)
			}
			c.flags = append(c.flags, "--"+flag.Names()[0]+"="+value)
		case !takesValue(flag):
			if given {
				return nil, fmt.Errorf("--%s takes no value; leave “=%s” out", name, value)
			}
			c.flags = append(c.flags, "--"+flag.Names()[0])
		case !given && i+1 == len(args):
			return nil, fmt.Errorf("%s needs a value", arg)
		default:
			if !given {
				i++
				value = args[i]
			}
			if value == "" {
				return nil, fmt.Errorf("--%s is given an empty value; leave it out, or set the variable that it comes from", name)
			}
			c.flags = append(c.flags, "--"+flag.Names()[0]+"="+value)
		}
	}
	return c, c.settle(unknown, commands, len(args) == 0)
}

// name returns the command as it is typed: "check", "config show".
func (c *call) name() string {
	if c.group != nil {
		return c.group.Name + " " + c.command.Name
	}
	return c.command.Name
}

// flag returns the flag of a name: that of the command where it has one, otherwise
// that of any, since a command may stand behind its flags.
func (c *call) flag(name string, commands []*cli.Command) cli.Flag {
	if c.command != nil {
		if f := lookup(name, []*cli.Command{c.command}); f != nil {
			return f
		}
	}
	return lookup(name, commands)
}

// line returns the arguments as the library wants them.
func (c *call) line() []string {
	line := append([]string{"copychief"}, strings.Fields(c.name())...)
	return append(append(append(line, c.flags...), "--"), c.paths...)
}

// word takes an argument that is no flag: the command where it is the first and
// names one, the subcommand where it follows a command that has some, otherwise a
// path.
func (c *call) word(arg string, commands []*cli.Command) {
	if c.command == nil && len(c.paths) == 0 {
		if arg == "help" && !c.asked {
			c.help, c.asked = true, true
			return
		}
		if command := named(arg, commands); command != nil {
			c.command = command
			return
		}
	}
	if c.command != nil && len(c.paths) == 0 {
		if sub := named(arg, c.command.Subcommands); sub != nil {
			c.group, c.command = c.command, sub
			return
		}
	}
	c.paths = append(c.paths, arg)
}

// settle decides what was left open and refuses what makes no sense.
func (c *call) settle(unknown string, commands []*cli.Command, empty bool) error {
	if c.help {
		return c.noTopic(commands)
	}
	if empty {
		return errors.New("nothing to do; name a draft or a folder, or see copychief --help")
	}
	if c.command == nil {
		if err := misspelt(c.paths, commands); err != nil {
			return err
		}
		c.command = named("check", commands)
	}
	if err := errors.Join(c.noSubcommand(), c.noDashes()); err != nil {
		return err
	}
	if unknown != "" {
		return c.noFlag(unknown)
	}
	for _, f := range c.flags {
		name, value, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		flag := lookup(name, []*cli.Command{c.command})
		if flag == nil {
			return c.noFlag("--" + name)
		}
		if _, number := flag.(*cli.IntFlag); number {
			if n, err := strconv.Atoi(value); err != nil || n < 0 {
				return fmt.Errorf("--%s wants a whole number, not “%s”", name, value)
			}
		}
	}
	return nil
}

func named(name string, commands []*cli.Command) *cli.Command {
	for _, c := range commands {
		if c.Name == name {
			return c
		}
	}
	return nil
}

func names(commands []*cli.Command) (all []string) {
	for _, c := range commands {
		all = append(all, c.Name)
	}
	return all
}

// lookup returns the flag of a name in any of the commands and their subcommands,
// or nil.
func lookup(name string, commands []*cli.Command) cli.Flag {
	for _, c := range commands {
		if f := lookup(name, c.Subcommands); f != nil {
			return f
		}
		for _, f := range c.Flags {
			for _, n := range f.Names() {
				if n == name {
					return f
				}
			}
		}
	}
	return nil
}

// optional is a flag that may stand alone, which means a value, or be given another
// behind an equals sign. What follows it after a space is never its value, so that
// a path may.
type optional struct {
	*cli.StringFlag
	bare  string // the value that it has alone
	shown string // what help shows behind its name
}

// bare returns the value that a flag has where it stands alone; "" where it cannot.
func bare(f cli.Flag) string {
	if o, is := f.(*optional); is {
		return o.bare
	}
	return ""
}

func takesValue(f cli.Flag) bool {
	_, is := f.(*cli.BoolFlag)
	return !is
}
