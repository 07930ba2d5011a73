package cmd

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/report"
)

func (s *session) explain() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "describe a rule: why it exists, what it asks for, its options",
		UsageText: "copychief explain RULE",
		Description: `  copychief explain long-headline
  copychief explain missing-alt | less
`,
		Flags:  outputFlags(),
		Action: s.runExplain,
	}
}

func (s *session) runExplain(c *cli.Context) error {
	if c.NArg() != 1 {
		return errors.New("explain needs the name of one rule; copychief rules lists them")
	}
	out := s.output(c)
	name := c.Args().First()
	var names []string
	for _, r := range s.known {
		if string(r.Family) == name {
			return fmt.Errorf("“%s” is a family of rules, such as %s; copychief rules lists them", name, r.Name)
		}
		if names = append(names, r.Name); r.Name != name {
			continue
		}
		page, err := docs.Read(r)
		if err != nil {
			return err
		}
		return out.write(func(w io.Writer) error { return report.Explain(w, page, s.options(out)) })
	}
	if near := config.Nearest(name, names); near != "" {
		return fmt.Errorf("there is no rule “%s”; did you mean “%s”?", name, near)
	}
	return fmt.Errorf("there is no rule “%s”; copychief rules lists them", name)
}
