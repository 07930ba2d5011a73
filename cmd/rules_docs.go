package cmd

import (
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/docs"
)

func rulesDocsCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "docs",
		Usage:     "write a page about house rules, for authors",
		UsageText: "copychief rules docs [FLAG...] [HOUSE-RULE...]",
		Description: `  copychief rules docs                         every house rule, in Markdown
  copychief rules docs -o style/handbook.md    into a file
Each rule is there with its explanation, its guide and its examples, which are
run: what the page says is flagged is what a check flags.
`,
		Flags:  slices.Concat(outputFlags(), []cli.Flag{configFlags()[1]}),
		Action: s.action(runRulesDocs),
	}
}

func runRulesDocs(s *session, c *cli.Context) error {
	if _, err := loader(c, s.rules); err != nil {
		return err
	}
	rules, err := s.rules.chosen(c.Args().Slice())
	if err != nil {
		return err
	}
	pages := make([]*docs.Page, 0, len(rules))
	for _, r := range rules {
		page, err := docs.Read(r.Rule)
		if err != nil {
			return err
		}
		if err := recordExamples(s, page); err != nil {
			return err
		}
		pages = append(pages, page)
	}
	return s.output(c).Write(func(w io.Writer) error {
		_, err := io.WriteString(w, docs.Handbook(pages))
		return err
	})
}
