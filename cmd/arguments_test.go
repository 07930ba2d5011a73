package cmd

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
)

// tools returns a command line with one plain command and one that has two
// subcommands, which write down how they were called.
func tools(out io.Writer) *cli.Command {
	action := func(c *cli.Context) error {
		_, err := io.WriteString(out, c.Command.Name+" "+c.String("depth")+" "+strings.Join(c.Args().Slice(), ","))
		return err
	}
	depth := &cli.StringFlag{Name: "depth", Usage: "`N`: metres"}
	return group("copychief", "", "",
		&cli.Command{Name: "check", Usage: "look", Action: action, Flags: []cli.Flag{&cli.BoolFlag{Name: "all"}}},
		group("well", "dig and fill", "  copychief well dig\n",
			&cli.Command{Name: "dig", Usage: "dig a hole", UsageText: "copychief well dig PLACE", Description: "  copychief well dig here\n", Action: action, Flags: []cli.Flag{depth}},
			&cli.Command{Name: "fill", Usage: "fill it again", Action: action, Flags: []cli.Flag{&cli.StringFlag{Name: "all"}}},
		),
	)
}

// runTools runs a command line of tools.
func runTools(line string, out io.Writer) error {
	c := commandline.Parse(strings.Fields(line), tools(out))
	if err := c.Check(); err != nil {
		return err
	}
	c.Command.OnUsageError = c.UsageError
	app := &cli.App{
		Name: "copychief", HideHelp: true, Commands: c.Root.Subcommands, Writer: out, ErrWriter: out,
		ExitErrHandler: func(*cli.Context, error) {},
	}
	return app.Run(c.Ordered())
}

func TestSubcommandsAreCalledWithFlagsInWhateverOrder(t *testing.T) {
	for line, want := range map[string]string{
		"well dig --depth 3 here":   "dig 3 here",
		"well --depth 3 dig here":   "dig 3 here",
		"--depth=3 well dig here":   "dig 3 here",
		"well dig here --depth=3":   "dig 3 here",
		"well dig well dig":         "dig  well,dig",
		"well dig -- --depth":       "dig  --depth",
		"well fill --all 7 here":    "fill  here",
		"check --all dig":           "check  dig",
		"--all ./well dig":          "check  ./well,dig",
		"check well dig --all here": "check  well,dig,here",
	} {
		var out bytes.Buffer
		if err := runTools(line, &out); err != nil || out.String() != want {
			t.Errorf("%s: %q, %v, want %q", line, out.String(), err, want)
		}
	}
}

func TestMistakesInSubcommandsAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		"well":             "well needs a command: dig, fill. See copychief well --help",
		"well digg":        "well has no command “digg”; did you mean copychief well dig? Allowed: dig, fill",
		"well paint":       "well has no command “paint”. Allowed: dig, fill",
		"well dig --dept":  "well dig has no flag --dept; did you mean --depth? See copychief well dig --help",
		"well fill --deep": "well fill has no flag --deep. See copychief well fill --help",
		"wel dig":          "there is no command or file “wel”; did you mean copychief well?",
	} {
		if err := runTools(line, io.Discard); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
}

func TestHelpOfSubcommands(t *testing.T) {
	for line, want := range map[string][]string{
		"help":             {"  well        dig and fill\n"},
		"well --help":      {"copychief well: dig and fill\n", "COMMAND [ARGUMENT...]", "Commands:\n  dig         dig a hole\n  fill "},
		"help well dig":    {"copychief well dig: dig a hole\n", "Flags:\n  --depth N                metres\n\nExamples:\n"},
		"well dig --help":  {"copychief well dig: dig a hole\n"},
		"well nonsense -h": {"copychief well: "},
	} {
		c := commandline.Parse(strings.Fields(line), tools(io.Discard))
		if err := c.Check(); err != nil || !c.Help {
			t.Errorf("%s: %v", line, err)
			continue
		}
		for _, w := range want {
			if got := commandline.Help(c); !strings.Contains(got, w) {
				t.Errorf("%s: lacks %q:\n%s", line, w, got)
			}
		}
	}
}
