package cmd

import (
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/report"
)

func (s *session) rules() *cli.Command {
	list := group("rules", "list the rules; write, test and import rules of your own", `  copychief rules                              with severity and basis
  copychief rules --format json                with every option and its default
  copychief rules new plain-words              write a house rule to start from
  copychief rules test                         run the examples of house rules
`, s.rulesNew(), s.rulesTest(), s.rulesImport())
	list.UsageText = "copychief rules [COMMAND] [FLAG...]"
	list.Flags, list.Action = slices.Concat([]cli.Flag{formatFlag("text", "json")}, outputFlags()), s.runRules
	return list
}

func (s *session) runRules(c *cli.Context) error {
	if c.NArg() > 0 {
		return fmt.Errorf("rules takes no argument but a command, and %s. copychief explain RULE describes a rule", config.Unknown("command", c.Args().First(), []string{"new", "test", "import"}))
	}
	if err := s.readDeclared(); err != nil {
		return err
	}
	out := s.output(c)
	return out.write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return report.RulesJSON(w, s.withDeclared())
		}
		return report.Rules(w, s.withDeclared(), s.options(out))
	})
}
