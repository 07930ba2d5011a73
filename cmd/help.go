package cmd

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// help returns the help of the command that is called, or of the program where
// that is nil. It fits a screen of 80 columns and 40 lines.
func help(call *call, commands []*cli.Command) string {
	command := call.command
	if command == nil {
		return "copychief checks articles before they are published.\n\nUsage:\n  copychief [check] PATH...\n  copychief COMMAND [ARGUMENT...]\n\n" +
			commandLines(commands) + program
	}
	var b strings.Builder
	fmt.Fprintf(&b, "copychief %s: %s\n\nUsage:\n  %s\n\n", call.name(), command.Usage, command.UsageText)
	if len(command.Subcommands) > 0 {
		b.WriteString(commandLines(command.Subcommands) + "\n")
	}
	if len(command.Flags) > 0 {
		b.WriteString("Flags:\n")
		for _, f := range command.Flags {
			b.WriteString(flagLine(f))
		}
		b.WriteString("\n")
	}
	b.WriteString("Examples:\n" + command.Description)
	return b.String()
}

// commandLines returns a list of commands, what each does beside its name.
func commandLines(commands []*cli.Command) string {
	var b strings.Builder
	b.WriteString("Commands:\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  %-9s %s\n", c.Name, c.Usage)
	}
	return b.String()
}

const program = `
A path that is named like a command is given as ./check. Flags may stand before
or after paths; behind -- everything is a path; - reads standard input.

Exit codes:
  0    nothing at or above --fail-on (default: error)
  1    findings at or above --fail-on
  2    wrong usage or configuration, or something could not be checked
  130  interrupted

Examples:
  copychief post.md                        check one draft
  copychief content/                       check every draft in a folder
  copychief --fail-on warning content/     let warnings fail the run, too
  copychief explain long-headline          why a rule exists, what it asks for
  copychief COMMAND --help                 the flags of a command
`

// flagLine returns the line of a flag; the word in backquotes of its usage stands
// for its value.
func flagLine(f cli.Flag) string {
	name := "--" + f.Names()[0]
	for _, short := range f.Names()[1:] {
		name = "-" + short + ", " + name
	}
	if o, is := f.(*optional); is {
		name += o.shown
	}
	usage := ""
	if d, ok := f.(cli.DocGenerationFlag); ok {
		usage = d.GetUsage()
	}
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		placeholder, after, _ := strings.Cut(rest, "`")
		name += " " + placeholder
		usage = strings.TrimPrefix(before+placeholder+after, placeholder+": ")
	}
	return fmt.Sprintf("  %-24s %s\n", name, usage)
}
