package cmd

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
)

// everyCommand calls see with each command and subcommand that people may call, and
// with the words that call it.
func everyCommand(commands []*cli.Command, before []string, see func(c *cli.Command, words []string)) {
	for _, c := range commands {
		words := slices.Concat(before, []string{c.Name})
		see(c, words)
		everyCommand(c.Subcommands, words, see)
	}
}

// helpOf returns what a command line that asks for help is answered.
func helpOf(t *testing.T, args ...string) string {
	t.Helper()
	line := commandline.Parse(args, (&session{App: &App{}, rules: newRuleset(nil)}).commands())
	if err := line.Check(); err != nil {
		t.Fatal(err)
	}
	return commandline.Help(line)
}

func TestHelpOfEachCommandFitsAScreenAndHasExamples(t *testing.T) {
	seen := 0
	look := func(c *cli.Command, words []string) {
		seen++
		short, long := helpOf(t, append(words, "--help")...), helpOf(t, append(words, "--help=all")...)
		if lines := strings.Count(short, "\n"); lines > 23 {
			t.Errorf("%v: %d lines", words, lines)
		}
		for _, line := range strings.Split(long, "\n") {
			if len(line) > 80 {
				t.Errorf("%v: %d columns: %s", words, len(line), line)
			}
		}
		_, examples, _ := strings.Cut(long, "\nExamples:\n")
		if !strings.HasPrefix(examples, "  ") || !strings.Contains(examples, "copychief ") || !strings.HasSuffix(examples, "\n") || !strings.HasSuffix(short, examples) {
			t.Errorf("%v: no examples, or not the last: %q", words, examples)
		}
		if c == nil {
			return
		}
		if c.Usage == "" || c.UsageText == "" {
			t.Errorf("%v: no usage", words)
		}
		for _, f := range c.Flags {
			name := "--" + f.Names()[0]
			if !strings.Contains(short, name) || !strings.Contains(long, "\n  "+name) && !strings.Contains(long, ", "+name) {
				t.Errorf("%v: help does not name %s", words, name)
			}
			if _, _, usage := commandline.Described(f); usage == "" {
				t.Errorf("%v: nothing is said about %s", words, name)
			}
		}
	}
	look(nil, nil)
	everyCommand((&session{App: &App{}, rules: newRuleset(nil)}).commands().Subcommands, nil, look)
	if seen < 6 {
		t.Errorf("%d commands seen", seen)
	}
}

func TestHelpNamesFlagsThatItDoesNotDescribe(t *testing.T) {
	c := &cli.Command{Name: "dig", Usage: "dig", UsageText: "copychief dig", Description: "  copychief dig\n"}
	for n := range 40 {
		c.Flags = append(c.Flags, &cli.BoolFlag{Name: fmt.Sprintf("flag-%d", n), Usage: "what it is for"})
	}
	c.Flags = append(c.Flags, &cli.BoolFlag{Name: "only", Usage: "an everyday flag"})
	short := commandline.Help(&commandline.Line{Command: c})
	if lines := strings.Count(short, "\n"); lines != 23 && lines != 22 {
		t.Errorf("%d lines:\n%s", lines, short)
	}
	if !strings.Contains(short, "  --only                   an everyday flag\n") || !strings.Contains(short, "--flag-39") {
		t.Error(short)
	}
	if long := commandline.Help(&commandline.Line{Command: c, HelpValue: "all"}); strings.Count(long, "what it is for") != 40 {
		t.Error(long)
	}
}
