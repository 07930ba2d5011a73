package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/cmd/pager"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
	"github.com/copychief/copychief/lint/report/rulebook"
)

func explainCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "describe a rule: what is wrong, what to do, how to silence it",
		UsageText: "copychief explain [--all] RULE",
		Description: `  copychief explain long-headline
  copychief explain --all missing-alt   the evidence, options, all examples
`,
		Flags: append(outputFlags(),
			&cli.BoolFlag{Name: "all", Usage: "show the evidence, the options and all examples, too"}),
		Action: s.action(runExplain),
	}
}

// writePaged writes a long report: on a terminal through the reader's pager, if there is one.
func writePaged(s *session, out *output.Output, write func(io.Writer) error) error {
	show := (*pager.Pager)(nil)
	if out.File == "" && s.terminal(s.Stdout) && s.getenv("TERM") != "dumb" {
		show = pager.Find(s.getenv)
	}
	if show == nil {
		return out.Write(write)
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	return show.Show(s.ctx, text.Bytes(), s.Stdout, s.Stderr)
}

func runExplain(s *session, c *cli.Context) error {
	if c.NArg() != 1 {
		return errors.New("explain needs the name of one rule; copychief rules lists them")
	}
	out := s.output(c)
	name := c.Args().First()
	var names []string
	trouble := s.rules.read() // which matters only if the rule is not one of the program's
	for _, r := range s.rules.all() {
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
		if err := recordExamples(s, page); err != nil {
			return err
		}
		if !c.Bool("all") {
			return out.Write(func(w io.Writer) error { return rulebook.ExplainBriefly(w, page, s.options(out)) })
		}
		return writePaged(s, out, func(w io.Writer) error { return rulebook.Explain(w, page, s.options(out)) })
	}
	if trouble != nil {
		return trouble
	}
	if near := config.Nearest(name, names); near != "" {
		return fmt.Errorf("there is no rule “%s”; did you mean “%s”?", name, near)
	}
	return fmt.Errorf("there is no rule “%s”; copychief rules lists them", name)
}

// recordExamples runs the examples of a declared rule and adds the findings to its page, as
// the pages of the program's own rules have them.
func recordExamples(s *session, page *docs.Page) error {
	for _, r := range s.rules.declared {
		if r.Rule != page.Rule {
			continue
		}
		files, err := repositoryFiles()
		if err != nil {
			return err
		}
		outcomes, err := trial.Run(s.ctx, []*house.Declared{r}, files)
		if err != nil {
			return err
		}
		for i := range outcomes {
			page.Examples[i].Recorded = outcomes[i].Recorded
		}
	}
	return nil
}
