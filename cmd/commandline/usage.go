package commandline

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// Check chooses the command if none is named. It returns the errors that the library
// would not find or would explain less well.
func (c *Line) Check() error {
	if c.Help {
		return c.helpError()
	}
	if c.Command == c.Root {
		if len(c.flags)+len(c.Paths) == 0 && !c.PathsOnly {
			return errors.New("nothing to do; name a draft or a folder, or see copychief --help")
		}
		if err := c.misspelt(); err != nil {
			return err
		}
		c.enter(c.Root.Command("check"))
	}
	if len(c.Command.Subcommands) > 0 && c.Command.Action == nil {
		return c.noSubcommand()
	}
	if err := c.noDashes(); err != nil {
		return err
	}
	for _, f := range c.flags {
		typed, value, given := strings.Cut(f, "=")
		flag := c.Flag(strings.TrimLeft(typed, "-"))
		if given && value == "" && flag != nil && !StandsAlone(flag) {
			return fmt.Errorf("%s has an empty value; drop it, or set the variable that it comes from", typed)
		}
	}
	return nil
}

// helpError is the error about a wrong value of --help or an unknown command after help.
func (c *Line) helpError() error {
	if c.HelpValue != "" && c.HelpValue != "all" {
		return fmt.Errorf("--help takes no value except all, which describes every flag; not “%s”", c.HelpValue)
	}
	if allowed := names(c.Command.Subcommands); c.helpWord && len(c.Paths) > 0 && len(allowed) > 0 {
		return fmt.Errorf("help: %s", config.Unknown("command", c.Paths[0], allowed))
	}
	return nil
}

// misspelt is the error if no command is named and the first path does not exist and
// looks like a misspelt command.
func (c *Line) misspelt() error {
	if len(c.Paths) == 0 || !absent(c.Paths[0]) {
		return nil
	}
	near := config.Nearest(c.Paths[0], names(c.Root.Subcommands))
	if c.Paths[0] == "lint" || c.Paths[0] == "run" { // as other linters have it
		near = "check"
	}
	if near != "" {
		return fmt.Errorf("there is no command or file “%s”; did you mean copychief %s?", c.Paths[0], near)
	}
	return nil
}

// noSubcommand is the error if a command that needs a subcommand has none.
func (c *Line) noSubcommand() error {
	allowed := names(c.Command.Subcommands)
	if len(c.Paths) == 0 {
		return fmt.Errorf("%s needs a command: %s. See copychief %[1]s --help", c.fullName(), strings.Join(allowed, ", "))
	}
	message := fmt.Sprintf("%s has no command “%s”", c.fullName(), c.Paths[0])
	if near := config.Nearest(c.Paths[0], allowed); near != "" {
		message += fmt.Sprintf("; did you mean copychief %s %s?", c.fullName(), near)
	}
	return fmt.Errorf("%s Allowed: %s", punctuated(message), strings.Join(allowed, ", "))
}

// noDashes is the error if the first path does not exist and is the name of a flag of
// the command: "copychief fix post.md".
func (c *Line) noDashes() error {
	if len(c.Paths) == 0 || len(c.Paths[0]) == 1 || !absent(c.Paths[0]) || !strings.Contains(c.Command.UsageText, "PATH") {
		return nil
	}
	if findFlag(c.Paths[0], c.Command) == nil {
		return nil
	}
	return fmt.Errorf("there is no command or file “%s”; did you mean --%[1]s?", c.Paths[0])
}

// UsageError rewords the library's error about a flag. Package flag has no types for
// these errors; the library, too, recognises them by their text.
func (c *Line) UsageError(_ *cli.Context, err error, _ bool) error {
	var name, value string
	text := err.Error()
	if name, found := strings.CutPrefix(text, "flag provided but not defined: -"); found {
		return c.noFlag(c.asTyped(name))
	}
	if name, found := strings.CutPrefix(text, "flag needs an argument: -"); found {
		return fmt.Errorf("%s needs a value", c.asTyped(name))
	}
	if n, _ := fmt.Sscanf(text, "invalid boolean value %q for -%s", &value, &name); n == 2 {
		return fmt.Errorf("--%s takes no value; drop “=%s”", strings.TrimSuffix(name, ":"), value)
	}
	if n, _ := fmt.Sscanf(text, "invalid value %q for flag -%s", &value, &name); n == 2 {
		return notANumber(strings.TrimSuffix(name, ":"), value)
	}
	return err
}

// asTyped returns the name of a flag with the dashes that were typed.
func (c *Line) asTyped(name string) string {
	for _, f := range c.flags {
		if typed, _, _ := strings.Cut(f, "="); strings.TrimLeft(typed, "-") == name {
			return typed
		}
	}
	return "--" + name
}

// noFlag is the error about a flag that the command does not have.
func (c *Line) noFlag(typed string) error {
	message := fmt.Sprintf("%s has no flag %s", c.fullName(), typed)
	name := strings.TrimLeft(typed, "-")
	if _, err := os.Lstat(typed); err == nil {
		return fmt.Errorf("%s; for the file of that name, write ./%s", message, typed)
	}
	if strings.EqualFold(name, "v") {
		message += "; did you mean --version?"
	} else if len(name) > 1 {
		var names []string
		for _, f := range c.Command.Flags {
			names = append(names, f.Names()[0])
		}
		if near := config.Nearest(name, names); near != "" {
			message += "; did you mean --" + near + "?"
		}
	}
	return fmt.Errorf("%s See copychief %s --help", punctuated(message), c.fullName())
}

// punctuated ends a message so that a sentence may follow.
func punctuated(message string) string {
	if strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}

func names(commands []*cli.Command) (all []string) {
	for _, c := range commands {
		all = append(all, c.Name)
	}
	return all
}

// absent reports whether a word is probably not meant as a path: it has no slash and no
// dot, and no file of that name exists.
func absent(word string) bool {
	if word == "" || word == "-" || strings.ContainsAny(word, `/\.`) {
		return false
	}
	_, err := os.Lstat(word)
	return err != nil
}
