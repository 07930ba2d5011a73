package cmd

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completeCommand is the hidden command by which the scripts of completion.go ask for
// completions. The library's own protocol covers neither the values of flags nor paths.
const completeCommand = "__complete"

// completion describes what may be typed at the cursor: words, and paths of a kind.
type completion struct {
	paths  string // "none", "drafts", "files" or "folders"
	space  string // "space", or "nospace" where more is to be typed after a word
	before string // the part of the word at the cursor that words and paths follow
	typed  string // the part that they must begin with
	words  []suggestion
}

// suggestion is a word with its description.
type suggestion struct{ word, about string }

// complete answers a script. The arguments are the words after the program up to the
// cursor; the last one is the word at the cursor with a colon in front, since some
// shells drop an empty argument. The first line of the answer has three fields: the kind
// of paths that fit, whether a space follows a word, and the part of the word at the
// cursor that precedes paths. A line with a word and its description follows for each
// word that fits. Fields are separated by tabs. A command line that makes no sense has
// no completions, which is not an error.
func (s *session) complete(args []string) error {
	c := completion{paths: "none", space: "space"}
	if n := len(args) - 1; n >= 0 {
		c.typed = strings.TrimPrefix(args[n], ":")
		s.next(&c, parseArguments(args[:n], s.commands()))
	}
	b := bufio.NewWriter(s.Stdout)
	_, _ = fmt.Fprintf(b, "%s\t%s\t%s\n", c.paths, c.space, c.before) // Flush returns the error
	for _, w := range c.words {
		if strings.HasPrefix(w.word, c.typed) {
			_, _ = fmt.Fprintf(b, "%s%s\t%s\n", c.before, w.word, w.about)
		}
	}
	return b.Flush()
}

// next finds what may follow a command line.
func (s *session) next(c *completion, line *commandLine) {
	name, value, given := strings.Cut(c.typed, "=")
	switch {
	case line.pending != nil:
		s.value(c, line.pending)
	case line.pathsOnly || !strings.HasPrefix(c.typed, "-"):
		s.argument(c, line)
	case given:
		if f := line.flag(strings.TrimLeft(name, "-")); f != nil {
			c.before, c.typed = name+"=", value
			s.value(c, f)
		}
	default:
		c.words = flagsOf(line)
	}
}

// flagsOf returns the flags that may follow a command.
func flagsOf(line *commandLine) (all []suggestion) {
	command := line.command
	if command == line.root {
		command = command.Command("check")
		all = append(all, suggestion{"--version", "print the version"})
	}
	for _, f := range command.Flags {
		name, _, usage := described(f)
		usage, _, _ = strings.Cut(usage, ";") // the list in a terminal is narrow
		all = append(all, suggestion{name, usage})
		if o := optionalValue(f); o != nil {
			for _, word := range o.others() {
				all = append(all, suggestion{name + "=" + word, usage})
			}
		}
	}
	return append(all, suggestion{"--help", "show help"})
}

// argument completes an argument that is not a flag: a command, or what the command
// works on, which its usage names.
func (s *session) argument(c *completion, line *commandLine) {
	if len(line.paths) == 0 && !line.pathsOnly {
		for _, sub := range line.command.Subcommands {
			c.words = append(c.words, suggestion{sub.Name, sub.Usage})
		}
	}
	usage := line.command.UsageText
	switch {
	case line.command == line.root:
		c.paths = "drafts"
	case strings.Contains(usage, "HOUSE-RULE"):
		c.words = s.houseNames()
	case strings.Contains(usage, "RULE"):
		c.words = s.ruleNames()
	case strings.Contains(usage, "SHELL"):
		c.words = plain(shells())
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
func (s *session) value(c *completion, f cli.Flag) {
	if f, is := f.(*choice); is {
		c.words = plain(f.words)
		return
	}
	if o := optionalValue(f); o != nil {
		c.words = plain(o.others())
		return
	}
	_, placeholder, _ := described(f)
	switch strings.TrimSpace(placeholder) {
	case "FORMAT":
		c.words = plain(formatNames())
		if format, _, own := strings.Cut(c.typed, "="); own {
			c.before, c.typed, c.paths = c.before+format+"=", "", "files"
			c.words = nil
		}
	case "HOUSE-RULE":
		c.words = s.houseNames()
	case "RULES":
		s.list(c, slices.Concat(s.families(), s.ruleNames()))
	case "NAME=SEVERITY":
		s.setting(c)
	case "FILE":
		c.paths = "files"
	case "DIR":
		c.paths = "folders"
	}
}

// plain returns words without descriptions.
func plain(words []string) (all []suggestion) {
	for _, word := range words {
		all = append(all, suggestion{word: word})
	}
	return all
}

// list completes the last word of a comma-separated list, without those that are
// already in it.
func (s *session) list(c *completion, words []suggestion) {
	if end := strings.LastIndexByte(c.typed, ','); end >= 0 {
		given := strings.Split(c.typed[:end], ",")
		words = slices.DeleteFunc(words, func(w suggestion) bool { return slices.Contains(given, w.word) })
		c.before, c.typed = c.before+c.typed[:end+1], c.typed[end+1:]
	}
	c.words = words
}

// setting completes the last NAME=SEVERITY of a comma-separated list.
func (s *session) setting(c *completion) {
	name, severity, named := strings.Cut(c.typed[strings.LastIndexByte(c.typed, ',')+1:], "=")
	if !named {
		rules := s.ruleNames()
		for i := range rules {
			rules[i].word += "="
		}
		s.list(c, rules)
		c.space = "nospace"
		return
	}
	c.before, c.typed = c.before+strings.TrimSuffix(c.typed, severity), severity
	for _, word := range []string{"off", "advice", "warning", "error"} {
		c.words = append(c.words, suggestion{word, "for " + name})
	}
}

func (s *session) ruleNames() (all []suggestion) {
	_ = s.readDeclared() // an invalid configuration is no reason to complete nothing
	for _, r := range s.withDeclared() {
		all = append(all, suggestion{r.Name, r.Summary})
	}
	return all
}

// houseNames returns the rules that the configuration declares.
func (s *session) houseNames() (all []suggestion) {
	_ = s.readDeclared() // as for all names
	for _, r := range s.house {
		all = append(all, suggestion{r.Name, r.Summary})
	}
	return all
}

func (s *session) families() (all []suggestion) {
	for _, r := range s.withDeclared() {
		if family := string(r.Family); len(all) == 0 || all[len(all)-1].word != family {
			all = append(all, suggestion{family, "the rules about " + family})
		}
	}
	return all
}
