// Package completion completes what is typed at a shell's prompt. The script of each shell
// ([Script]) passes the words of the command line to the program itself, and [Write] answers
// with the words and the kind of paths that may follow.
//
// The trade-off: the program starts at every press of the key, which takes some 10 ms. In
// return a binary with rules of its own completes these rules, and a script is never out of
// date.
package completion

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
)

// Command is the hidden command by which the scripts ask for completions. The library's own
// protocol covers neither the values of flags nor paths.
const Command = "__complete"

// Names are what the program knows by name. The functions are called only if such a name may
// be typed at the cursor, since the rules that a configuration declares have to be read.
type Names struct {
	Rules    func() []Word // by family, as the program lists them
	Families func() []Word
	House    func() []Word // the rules that the configuration declares
	Formats  []string      // of reports
}

// Word is a word with its description.
type Word struct{ Text, About string }

// completion describes what may be typed at the cursor: words, and paths of a kind.
type completion struct {
	paths  string // "none", "drafts", "files" or "folders"
	space  string // "space", or "nospace" where more is to be typed after a word
	before string // the part of the word at the cursor that words and paths follow
	typed  string // the part that they must begin with
	words  []Word
}

// Write answers a script. The arguments are the words after the program up to the
// cursor; the last one is the word at the cursor with a colon in front, since some
// shells drop an empty argument. The first line of the answer has three fields: the kind
// of paths that fit, whether a space follows a word, and the part of the word at the
// cursor that precedes paths. A line with a word and its description follows for each
// word that fits. Fields are separated by tabs. A command line that makes no sense has
// no completions, which is not an error.
func Write(w io.Writer, args []string, root *cli.Command, names Names) error {
	c := completion{paths: "none", space: "space"}
	if n := len(args) - 1; n >= 0 {
		c.typed = strings.TrimPrefix(args[n], ":")
		c.next(commandline.Parse(args[:n], root), names)
	}
	b := bufio.NewWriter(w)
	_, _ = fmt.Fprintf(b, "%s\t%s\t%s\n", c.paths, c.space, c.before) // Flush returns the error
	for _, w := range c.words {
		if strings.HasPrefix(w.Text, c.typed) {
			_, _ = fmt.Fprintf(b, "%s%s\t%s\n", c.before, w.Text, w.About)
		}
	}
	return b.Flush()
}

// next finds what may follow a command line.
func (c *completion) next(line *commandline.Line, names Names) {
	name, value, given := strings.Cut(c.typed, "=")
	switch {
	case line.Pending != nil:
		c.value(line.Pending, names)
	case line.PathsOnly || !strings.HasPrefix(c.typed, "-"):
		c.argument(line, names)
	case given:
		if f := line.Flag(strings.TrimLeft(name, "-")); f != nil {
			c.before, c.typed = name+"=", value
			c.value(f, names)
		}
	default:
		c.words = flagsOf(line)
	}
}

// flagsOf returns the flags that may follow a command.
func flagsOf(line *commandline.Line) (all []Word) {
	command := line.Command
	if command == line.Root {
		command = command.Command("check")
		all = append(all, Word{"--version", "print the version"})
	}
	for _, f := range command.Flags {
		name, _, usage := commandline.Described(f)
		usage, _, _ = strings.Cut(usage, ";") // the list in a terminal is narrow
		all = append(all, Word{name, usage})
		if o := commandline.OptionalValue(f); o != nil {
			for _, word := range o.Others() {
				all = append(all, Word{name + "=" + word, usage})
			}
		}
	}
	return append(all, Word{"--help", "show help"})
}

// argument completes an argument that is not a flag: a command, or what the command
// works on, which its usage names.
func (c *completion) argument(line *commandline.Line, names Names) {
	if len(line.Paths) == 0 && !line.PathsOnly {
		for _, sub := range line.Command.Subcommands {
			c.words = append(c.words, Word{sub.Name, sub.Usage})
		}
	}
	usage := line.Command.UsageText
	switch {
	case line.Command == line.Root:
		c.paths = "drafts"
	case strings.Contains(usage, "HOUSE-RULE"):
		c.words = names.House()
	case strings.Contains(usage, "RULE"):
		c.words = names.Rules()
	case strings.Contains(usage, "SHELL"):
		c.words = plain(Shells())
	case strings.Contains(usage, "PATH"):
		c.paths = "drafts"
	case strings.Contains(usage, "FILE"):
		c.paths = "files"
	case strings.Contains(usage, "DIR"):
		c.paths = "folders"
	}
}

// value completes the value of a flag: one of its words, or what its placeholder
// stands for.
func (c *completion) value(f cli.Flag, names Names) {
	if f, is := f.(*commandline.Choice); is {
		c.words = plain(f.Words)
		return
	}
	if o := commandline.OptionalValue(f); o != nil {
		c.words = plain(o.Others())
		return
	}
	_, placeholder, _ := commandline.Described(f)
	switch strings.TrimSpace(placeholder) {
	case "FORMAT":
		c.words = plain(names.Formats)
		if format, _, own := strings.Cut(c.typed, "="); own {
			c.before, c.typed, c.paths = c.before+format+"=", "", "files"
			c.words = nil
		}
	case "HOUSE-RULE":
		c.words = names.House()
	case "RULES":
		c.list(slices.Concat(names.Families(), names.Rules()))
	case "NAME=SEVERITY":
		c.setting(names.Rules())
	case "FILE":
		c.paths = "files"
	case "DIR":
		c.paths = "folders"
	}
}

// plain returns words without descriptions.
func plain(words []string) (all []Word) {
	for _, word := range words {
		all = append(all, Word{Text: word})
	}
	return all
}

// list completes the last word of a comma-separated list, without those that are
// already in it.
func (c *completion) list(words []Word) {
	if end := strings.LastIndexByte(c.typed, ','); end >= 0 {
		given := strings.Split(c.typed[:end], ",")
		words = slices.DeleteFunc(words, func(w Word) bool { return slices.Contains(given, w.Text) })
		c.before, c.typed = c.before+c.typed[:end+1], c.typed[end+1:]
	}
	c.words = words
}

// setting completes the last NAME=SEVERITY of a comma-separated list.
func (c *completion) setting(rules []Word) {
	name, severity, named := strings.Cut(c.typed[strings.LastIndexByte(c.typed, ',')+1:], "=")
	if !named {
		for i := range rules {
			rules[i].Text += "="
		}
		c.list(rules)
		c.space = "nospace"
		return
	}
	c.before, c.typed = c.before+strings.TrimSuffix(c.typed, severity), severity
	for _, word := range []string{"off", "advice", "warning", "error"} {
		c.words = append(c.words, Word{word, "for " + name})
	}
}
