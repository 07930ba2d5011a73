package cmd

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// noSubcommand is the error where a command that only stands for its subcommands
// is called without one of them.
func (c *call) noSubcommand() error {
	allowed := names(c.command.Subcommands)
	switch {
	case len(allowed) == 0:
		return nil
	case len(c.paths) == 0:
		return fmt.Errorf("%s wants to know what to do: %s. See copychief %[1]s --help", c.command.Name, strings.Join(allowed, ", "))
	}
	message := fmt.Sprintf("%s has no command “%s”", c.command.Name, c.paths[0])
	if near := config.Nearest(c.paths[0], allowed); near != "" {
		message += fmt.Sprintf("; did you mean copychief %s %s?", c.command.Name, near)
	}
	return fmt.Errorf("%s Allowed: %s", closed(message), strings.Join(allowed, ", "))
}

// noDashes is the error where the first path is not there and is the name of a flag
// of the command: "copychief fix post.md".
func (c *call) noDashes() error {
	if len(c.paths) == 0 || !absent(c.paths[0]) || !strings.Contains(c.command.UsageText, "PATH") {
		return nil
	}
	f := lookup(c.paths[0], []*cli.Command{c.command})
	if f == nil || len(c.paths[0]) == 1 {
		return nil
	}
	return fmt.Errorf("there is no command and no file “%s”; did you mean --%[1]s?", c.paths[0])
}

// noTopic is the error where help is asked for about what is no command.
func (c *call) noTopic(commands []*cli.Command) error {
	if !c.asked || len(c.paths) == 0 {
		return nil
	}
	allowed := names(visible(commands))
	if c.command != nil {
		if allowed = names(c.command.Subcommands); len(allowed) == 0 {
			return nil
		}
	}
	return fmt.Errorf("help: %s", config.Unknown("command", c.paths[0], allowed))
}

// noFlag is the error about a flag, as typed, that the command does not have.
func (c *call) noFlag(typed string) error {
	message := fmt.Sprintf("%s has no flag %s", c.name(), typed)
	name := strings.TrimLeft(typed, "-")
	if _, err := os.Lstat(typed); err == nil {
		return fmt.Errorf("%s; the file of that name is given as ./%s", message, typed)
	}
	if strings.EqualFold(name, "v") {
		message += "; did you mean --version?"
	} else if len(name) > 1 {
		var names []string
		for _, f := range c.command.Flags {
			names = append(names, f.Names()[0])
		}
		if near := config.Nearest(name, names); near != "" {
			message += "; did you mean --" + near + "?"
		}
	}
	return fmt.Errorf("%s See copychief %s --help", closed(message), c.name())
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
	if len(paths) == 0 || !absent(paths[0]) {
		return nil
	}
	near := config.Nearest(paths[0], names(commands))
	if paths[0] == "lint" || paths[0] == "run" { // as other linters have it
		near = "check"
	}
	if near != "" {
		return fmt.Errorf("there is no command and no file “%s”; did you mean copychief %s?", paths[0], near)
	}
	return nil
}

// absent reports whether a word is no path that is meant to be one: it has nothing
// of a path and names no file here.
func absent(word string) bool {
	if word == "" || word == "-" || strings.ContainsAny(word, `/\.`) {
		return false
	}
	_, err := os.Lstat(word)
	return err != nil
}
