package cmd

import (
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report/rulebook"
)

func rulesCommand(s *session) *cli.Command {
	list := group("rules", "list the rules; write, test and import rules of your own", `  copychief rules                              with severity and basis
  copychief rules --format json                with every option and its default
  copychief rules new plain-words              write a house rule to start from
  copychief rules test                         run the examples of house rules
`, rulesNewCommand(s), rulesTestCommand(s), rulesImportCommand(s), rulesDocsCommand(s))
	list.UsageText = "copychief rules [COMMAND] [FLAG...]"
	list.Flags, list.Action = slices.Concat([]cli.Flag{formatFlag("text", "json")}, outputFlags()), s.action(runRules)
	return list
}

func runRules(s *session, c *cli.Context) error {
	if c.NArg() > 0 {
		return fmt.Errorf("rules takes no argument but a command, and %s. copychief explain RULE describes a rule", config.Unknown("command", c.Args().First(), []string{"new", "test", "import", "docs"}))
	}
	if err := s.rules.read(); err != nil {
		return err
	}
	out := s.output(c)
	return out.Write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return rulebook.ListJSON(w, s.rules.all())
		}
		return rulebook.List(w, s.rules.all(), s.options(out))
	})
}
