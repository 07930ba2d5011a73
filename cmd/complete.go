package cmd

import (
	"bufio"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// asking is what the scripts of completion.go put in the place of a command to
// ask what may stand next.
const asking = "__complete"

// completion is what may stand where the cursor is: words, and paths of a kind.
type completion struct {
	paths  string // "none", "drafts", "files" or "folders"
	space  string // "space", or "nospace" where more is to be typed behind a word
	before string // the part of the word under the cursor that words and paths follow
	typed  string // the part that they must begin with
	words  []suggestion
}

// suggestion is a word and what it is for.
type suggestion struct{ word, about string }

// complete answers a script. The words are those behind the program up to the
// cursor; the last one is the one under it, with a colon in front, since an empty
// argument gets lost on its way through some shells. The answer is a line with what
// paths may stand here, whether a space follows a word, and what stands before
// paths in the word under the cursor, and then a line for each word that fits,
// apart by tabs. What makes no sense has no completions; nothing is an error.
func (s *session) complete(args []string) error {
	c := completion{paths: "none", space: "space"}
	if n := len(args) - 1; n >= 0 {
		c.typed = strings.TrimPrefix(args[n], ":")
		s.next(&c, args[:n])
	}
	b := bufio.NewWriter(s.Stdout)
	_, _ = fmt.Fprintf(b, "%s\t%s\t%s\n", c.paths, c.space, c.before) // Flush tells
	for _, w := range c.words {
		if strings.HasPrefix(w.word, c.typed) {
			_, _ = fmt.Fprintf(b, "%s%s\t%s\n", c.before, w.word, w.about)
		}
	}
	return b.Flush()
}

// next finds out what may follow some words.
func (s *session) next(c *completion, words []string) {
	commands := s.commands()
	at := &call{}
	var open cli.Flag // waits for its value
	literal := false  // behind "--"
	for _, word := range words {
		switch {
		case open != nil:
			open = nil
		case literal || word == "-" || !strings.HasPrefix(word, "-"):
			at.word(word, commands)
		case word == "--":
			literal = true
		default:
			open = at.waiting(word, commands)
		}
	}
	flag, _, given := strings.Cut(c.typed, "=")
	switch {
	case open != nil:
		s.value(c, open)
	case literal || !strings.HasPrefix(c.typed, "-"):
		s.argument(c, at, commands)
	case given:
		if f := at.flag(strings.TrimLeft(flag, "-"), commands); f != nil {
			c.before, c.typed = flag+"=", c.typed[len(flag)+1:]
			s.value(c, f)
		}
	default:
		c.words = flagsOf(at, commands)
	}
}

// waiting returns the flag of a word that takes the next one as its value, or nil.
func (c *call) waiting(word string, commands []*cli.Command) cli.Flag {
	name, _, given := strings.Cut(strings.TrimLeft(word, "-"), "=")
	f := c.flag(name, commands)
	if given || f == nil || bare(f) != "" || !takesValue(f) {
		return nil
	}
	return f
}

// flagsOf returns the flags that may stand behind a command.
func flagsOf(at *call, commands []*cli.Command) (all []suggestion) {
	command := at.command
	if command == nil {
		command = named("check", commands)
		all = append(all, suggestion{"--version", "say which copychief this is"})
	}
	for _, f := range command.Flags {
		name, _, usage := described(f)
		usage, _, _ = strings.Cut(usage, ";") // a list in a terminal has room for so much
		all = append(all, suggestion{name, usage})
		if o, is := f.(*optional); is {
			for _, word := range shownWords(o) {
				all = append(all, suggestion{name + "=" + word, usage})
			}
		}
	}
	return append(all, suggestion{"--help", "say what this is for"})
}

// argument completes what is no flag: a command, or what the command works on,
// which its usage names.
func (s *session) argument(c *completion, at *call, commands []*cli.Command) {
	if at.command == nil {
		if len(at.paths) == 0 {
			c.words = about(visible(commands))
		}
		c.paths = "drafts"
		return
	}
	if len(at.command.Subcommands) > 0 {
		c.words = about(visible(at.command.Subcommands))
		return
	}
	usage := at.command.UsageText
	switch {
	case strings.Contains(usage, "RULE"):
		c.words = s.ruleNames()
	case strings.Contains(usage, "SHELL"):
		for _, name := range shells() {
			c.words = append(c.words, suggestion{word: name})
		}
	case strings.Contains(usage, "PATH"):
		c.paths = "drafts"
	case strings.Contains(usage, "FILE"):
		c.paths = "files"
	case strings.Contains(usage, "DIR"):
		c.paths = "folders"
	}
}

func about(commands []*cli.Command) (all []suggestion) {
	for _, c := range commands {
		all = append(all, suggestion{c.Name, c.Usage})
	}
	return all
}

// value completes the value of a flag: what its usage lists, or what its
// placeholder stands for.
func (s *session) value(c *completion, f cli.Flag) {
	_, placeholder, usage := described(f)
	o, alone := f.(*optional)
	switch placeholder = strings.TrimSpace(placeholder); {
	case alone:
		for _, word := range shownWords(o) {
			c.words = append(c.words, suggestion{word: word})
		}
	case placeholder == "RULES":
		s.list(c, slices.Concat(s.families(), s.ruleNames()))
	case placeholder == "NAME=SEVERITY":
		s.setting(c, listed(usage))
	case placeholder == "FILE":
		c.paths = "files"
	case placeholder == "DIR":
		c.paths = "folders"
	default:
		for _, word := range listed(usage) {
			c.words = append(c.words, suggestion{word: word})
		}
		format, _, own := strings.Cut(c.typed, "=")
		if _, several := f.(*cli.GenericFlag); several && own {
			c.before, c.typed, c.paths = c.before+format+"=", "", "files"
			c.words = nil
		}
	}
}

// list completes the last of several words with commas between them; none is
// offered twice.
func (s *session) list(c *completion, words []suggestion) {
	if end := strings.LastIndexByte(c.typed, ','); end >= 0 {
		given := strings.Split(c.typed[:end], ",")
		words = slices.DeleteFunc(words, func(w suggestion) bool { return slices.Contains(given, w.word) })
		c.before, c.typed = c.before+c.typed[:end+1], c.typed[end+1:]
	}
	c.words = words
}

// setting completes NAME=SEVERITY, the last of several.
func (s *session) setting(c *completion, severities []string) {
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
	for _, word := range severities {
		c.words = append(c.words, suggestion{word, "for " + name})
	}
}

func (s *session) ruleNames() (all []suggestion) {
	for _, r := range s.known {
		all = append(all, suggestion{r.Name, r.Summary})
	}
	return all
}

func (s *session) families() (all []suggestion) {
	for _, r := range s.known {
		if family := string(r.Family); len(all) == 0 || all[len(all)-1].word != family {
			all = append(all, suggestion{family, "the rules about " + family})
		}
	}
	return all
}

// listed returns the words that a usage lists before what else it says: "text
// (default), json or github; repeatable".
func listed(usage string) (words []string) {
	list, _, _ := strings.Cut(usage, ";")
	list = strings.ReplaceAll(strings.ReplaceAll(list, " (default)", ""), " or ", ", ")
	plain := regexp.MustCompile(`^[a-z0-9-]+$`)
	words = strings.Split(list, ", ")
	if len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return !plain.MatchString(w) }) {
		return nil
	}
	return words
}

// shownWords returns the words that help shows behind a flag that may stand alone.
func shownWords(o *optional) []string {
	if word := strings.Trim(o.shown, "[=]"); word == strings.ToLower(word) {
		return strings.Split(word, "|")
	}
	return nil
}
