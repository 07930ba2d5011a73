package cmd

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

func inspectCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "inspect",
		Usage:     "show what the linter reads in drafts, without checking it",
		UsageText: "copychief inspect [FLAG...] PATH...",
		Description: `  copychief inspect post.md                    metadata, outline, links, quotes
  copychief inspect --keyphrase "city budget" post.md
  copychief inspect --explain NAME post.md     where a house rule looks
  copychief inspect --format json content/     for programs
`,
		Flags: slices.Concat([]cli.Flag{
			formatFlag("text", "json"),
			&cli.StringFlag{Name: "explain", Usage: "show where a `HOUSE-RULE` looks"},
		}, outputFlags(), configFlags()),
		Action: s.action(runInspect),
	}
}

func runInspect(s *session, c *cli.Context) error {
	out := s.output(c)
	request, err := requestOfArguments(s, c)
	if err != nil {
		return err
	}
	var seen inspection.Inspection
	visit := func(d *lint.Document, k lint.Kind) error {
		seen.Add(d, k)
		return nil
	}
	text := seen.Text
	if name := c.String("explain"); name != "" {
		rules, err := s.rules.chosen([]string{name})
		if err != nil {
			return fmt.Errorf("--explain: %w", err)
		}
		selected := &inspection.Selected{Rule: rules[0]}
		visit, text = selected.Add, selected.Text
	}
	missed, err := driver.Inspect(s.ctx, *request, visit)
	if err != nil {
		return err
	}
	for _, m := range missed {
		s.complain(errors.New("not checked: " + report.Escape(m.Path) + ": " + m.Reason))
		s.code = ExitTrouble
	}
	return out.Write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return seen.JSON(w)
		}
		return text(w, s.options(out))
	})
}
