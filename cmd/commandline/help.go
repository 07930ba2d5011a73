package commandline

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// A standard terminal has 24 lines, and the next prompt takes one.
const (
	screenLines   = 23
	screenColumns = 80
)

// common lists the commands and flags that are used most. Help describes them first if
// all do not fit on a screen.
func common() []string {
	return []string{
		"check", "inspect", "explain", "rules", "init", "config", "baseline",
		"--format", "--fail-on", "--only", "--fix", "--diff", "--changed", "--baseline",
	}
}

// helpPage is the help of a command: a list of flags or commands between a head and a
// tail.
type helpPage struct {
	head, tail string
	heading    string
	items      []item
	more       string // the flag that describes all of them
}

// item is a flag or a command with its description, wrapped to the screen.
type item struct{ name, lines string }

// Help returns the help of the command, or of the program if none is named. It fits a
// screen of 24 lines and 80 columns, except with --help=all: items that do not fit are
// named but not described.
func Help(line *Line) string {
	s := helpPageOf(line)
	if line.HelpValue == "all" {
		return s.text(s.items)
	}
	first := slices.SortedStableFunc(slices.Values(s.items), func(a, b item) int { return rank(a) - rank(b) })
	for n := len(first); n > 0; n-- {
		text := s.text(slices.DeleteFunc(slices.Clone(s.items), func(i item) bool { return !slices.Contains(first[:n], i) }))
		if strings.Count(text, "\n") <= screenLines {
			return text
		}
	}
	return s.text(nil)
}

// rank orders items by how common they are.
func rank(i item) int {
	if at := slices.Index(common(), i.name); at >= 0 {
		return at
	}
	return len(common())
}

// text returns the page with some of its items described and the others named.
func (s helpPage) text(described []item) string {
	var b strings.Builder
	b.WriteString(s.head)
	if len(s.items) > 0 {
		b.WriteString("\n" + s.heading + ":\n")
	}
	var rest []string
	for _, i := range s.items {
		if slices.Contains(described, i) {
			b.WriteString(i.lines)
		} else {
			rest = append(rest, i.name)
		}
	}
	if len(rest) > 0 {
		b.WriteString(hangingIndent("  More, described by "+s.more+": ", 4, strings.Join(rest, ", ")))
	}
	return b.String() + s.tail
}

// helpPageOf returns the help of the command line's command.
func helpPageOf(line *Line) helpPage {
	command := line.Command
	if command == line.Root {
		s := helpPage{head: programHead, heading: "Commands", items: commandItems(command), more: "--help=all", tail: programCodes + programTail}
		if line.HelpValue == "all" {
			s.tail = programNotes + programTail
		}
		return s
	}
	s := helpPage{
		head: fmt.Sprintf("copychief %s: %s\n\nUsage: %s\n", line.fullName(), command.Usage, command.UsageText),
		tail: "\nExamples:\n" + command.Description,
		more: "--help=all",
	}
	if len(command.Subcommands) > 0 {
		s.heading, s.items = "Commands", commandItems(command)
	}
	switch {
	case len(command.Flags) == 0:
		return s
	case len(s.items) > 0:
		s.heading = "Commands and flags"
	default:
		s.heading = "Flags"
	}
	for _, f := range command.Flags {
		s.items = append(s.items, flagItem(f))
	}
	return s
}

// commandItems returns the subcommands of a command with their descriptions.
func commandItems(command *cli.Command) (all []item) {
	for _, c := range command.Subcommands {
		all = append(all, item{c.Name, hangingIndent(fmt.Sprintf("  %-11s ", c.Name), 14, c.Usage)})
	}
	return all
}

// flagItem returns a flag with its description.
func flagItem(f cli.Flag) item {
	name, value, usage := Described(f)
	for _, short := range f.Names()[1:] {
		name = "-" + short + ", " + name
	}
	return item{"--" + f.Names()[0], hangingIndent(fmt.Sprintf("  %-24s ", name+value), 27, usage)}
}

// Described returns the name of a flag with its dashes, the placeholder for its value
// that help shows after the name, and its description. The placeholder is the word in
// backquotes of its usage.
func Described(f cli.Flag) (name, value, usage string) {
	name = "--" + f.Names()[0]
	if o := OptionalValue(f); o != nil {
		value = o.Help
	}
	if d, ok := f.(cli.DocGenerationFlag); ok {
		usage = d.GetUsage()
	}
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		placeholder, after, _ := strings.Cut(rest, "`")
		value += " " + placeholder
		usage = strings.TrimPrefix(before+placeholder+after, placeholder+": ")
	}
	return name, value, usage
}

// hangingIndent returns a text after a label, wrapped to the screen, with all lines but
// the first indented.
func hangingIndent(label string, indent int, text string) string {
	var b strings.Builder
	b.WriteString(label)
	column, lineStart := len(label), true
	for _, word := range strings.Fields(text) {
		if !lineStart && column+1+len(word) > screenColumns {
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column, lineStart = indent, true
		}
		if !lineStart {
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column, lineStart = column+len(word), false
	}
	return b.String() + "\n"
}

const programHead = `copychief checks articles before they are published.

Usage: copychief [check] [FLAG...] PATH...
       copychief COMMAND [ARGUMENT...]
`

const programNotes = `
A path with the name of a command is written ./check. Flags may come before or
after paths; after -- everything is a path; - reads standard input.

Exit codes:
  0    nothing at or above --fail-on (default: error), or --exit-zero
  1    findings at or above --fail-on, or too many for --max-warnings
  2    invalid usage or configuration, or something could not be checked
  130  interrupted
`

const programCodes = `
Exit codes: 0 clean, 1 findings, 2 error, 130 interrupted; --help=all has more
`

const programTail = `
Examples:
  copychief content/                       check every draft in a folder
  copychief --fail-on warning post.md      check a draft; fail on warnings, too
  copychief explain long-headline          why a rule exists, what it asks for
  copychief check --help                   the flags of a command
`
