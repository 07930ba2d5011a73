package cmd

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// call is an argument list, sorted out.
type call struct {
	command *cli.Command // nil where help about no command in particular is asked for
	flags   []string     // as --name=value
	paths   []string
	help    bool
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
		switch flag := lookup(name, commands); {
		case name == "help" || name == "h":
			c.help = true
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
			return nil, fmt.Errorf("--%s needs a value", name)
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

// word takes an argument that is no flag: the command where it is the first and
// names one, otherwise a path.
func (c *call) word(arg string, commands []*cli.Command) {
	if c.command == nil && len(c.paths) == 0 {
		if arg == "help" {
			c.help = true
			return
		}
		if command := named(arg, commands); command != nil {
			c.command = command
			return
		}
	}
	c.paths = append(c.paths, arg)
}

// settle decides what was left open and refuses what makes no sense.
func (c *call) settle(unknown string, commands []*cli.Command, empty bool) error {
	if c.help {
		return nil
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

// noFlag is the error about a flag, as typed, that the command does not have.
func (c *call) noFlag(typed string) error {
	message := fmt.Sprintf("%s has no flag %s", c.command.Name, typed)
	if name := strings.TrimLeft(typed, "-"); len(name) > 1 {
		var names []string
		for _, f := range c.command.Flags {
			names = append(names, f.Names()[0])
		}
		if near := config.Nearest(name, names); near != "" {
			message += "; did you mean --" + near + "?"
		}
	}
	return fmt.Errorf("%s See copychief %s --help", closed(message), c.command.Name)
}

// closed ends a message so that a sentence may follow.
func closed(message string) string {
	if strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}

// misspelt returns an error where the first path is not there and looks like a
// command with a typing error.
func misspelt(paths []string, commands []*cli.Command) error {
	if len(paths) == 0 || strings.ContainsAny(paths[0], `/\.`) {
		return nil
	}
	if _, err := os.Lstat(paths[0]); err == nil {
		return nil
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	if near := config.Nearest(paths[0], names); near != "" {
		return fmt.Errorf("there is no command and no file “%s”; did you mean copychief %s?", paths[0], near)
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

// lookup returns the flag of a name in any of the commands, or nil.
func lookup(name string, commands []*cli.Command) cli.Flag {
	for _, c := range commands {
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
