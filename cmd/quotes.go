package cmd

import (
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/collate"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/quotesheet"
)

func quotesCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "quotes",
		Usage:     "list who says what, and compare quotations with transcripts",
		UsageText: "copychief quotes [FLAG...] PATH...",
		Description: `  copychief quotes post.md                     who says what, and where
  copychief quotes --against interviews/ post.md
  copychief quotes --format markdown -o checklist.md post.md
`,
		Flags: slices.Concat([]cli.Flag{
			formatFlag("text", "csv", "json", "markdown"),
			&cli.GenericFlag{Name: "against", Value: new(commandline.Repeated), Usage: "compare with `FILE`, or a folder of texts; repeatable"},
			commandline.Among(&cli.StringFlag{Name: "tolerance", Usage: "`WHICH`: strict or cleaned; cleaned speech may lack fillers"}, []string{"strict", "cleaned"}),
			commandline.OneOf("fail-on", "VERDICT", "not-found", "altered", "never"),
			&cli.BoolFlag{Name: "all", Usage: "list titles, nicknames and scare quotes, too"},
		}, outputFlags(), configFlags()),
		Action: s.action(runQuotes),
	}
}

func runQuotes(s *session, c *cli.Context) error {
	out, failOn := s.output(c), c.String("fail-on")
	against := driver.Against{Paths: *c.Generic("against").(*commandline.Repeated), Tolerance: c.String("tolerance")}
	request, err := requestOfArguments(s, c)
	if err != nil {
		return err
	}
	sheet := quotesheet.Sheet{Terms: c.Bool("all")}
	missed, err := driver.Quotations(s.ctx, *request, against, func(d *lint.Document, sources *lint.Sources) error {
		sheet.Add(d, sources)
		return nil
	})
	if err != nil {
		return err
	}
	if against.Tolerance != "" && !sheet.Checked() && len(against.Paths) == 0 {
		return errors.New("--tolerance is for quotations that are compared with sources; name these with --against")
	}
	altered, lost := sheet.Count(collate.Altered), sheet.Count(collate.NotFound)
	if failOn != "never" && altered > 0 || failOn == "not-found" && lost > 0 {
		s.code = ExitFindings
	}
	for _, m := range missed {
		s.complain(errors.New("not checked: " + report.Escape(m.Path) + ": " + m.Reason))
		s.code = ExitTrouble
	}
	write := map[string]func(io.Writer) error{
		"csv": sheet.CSV, "json": sheet.JSON, "markdown": sheet.Markdown,
		"text": func(w io.Writer) error { return sheet.Text(w, s.options(out)) },
	}[c.String("format")]
	return out.Write(write)
}
