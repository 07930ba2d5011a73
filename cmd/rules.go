package cmd

import (
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/report"
)

func (s *session) rules() *cli.Command {
	return &cli.Command{
		Name:      "rules",
		Usage:     "list the rules with their severity and basis",
		UsageText: "copychief rules [FLAG...]",
		Description: `  copychief rules
  copychief rules --format json                with every option and its default
`,
		Flags:  slices.Concat([]cli.Flag{formatFlag("text", "json")}, outputFlags()),
		Action: s.runRules,
	}
}

func (s *session) runRules(c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("rules takes no argument; copychief explain RULE describes one")
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
