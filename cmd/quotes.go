package cmd

import (
	"errors"
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/collate"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/report"
)

func (s *session) quotes() *cli.Command {
	return &cli.Command{
		Name:      "quotes",
		Usage:     "list who says what, and compare it with transcripts",
		UsageText: "copychief quotes [FLAG...] PATH...",
		Description: `  copychief quotes post.md                     who says what, and where
  copychief quotes --against interviews/ post.md
  copychief quotes --format markdown -o checklist.md post.md
`,
		Flags: slices.Concat([]cli.Flag{
			formatFlag("text (default), csv, json or markdown"),
			&cli.GenericFlag{Name: "against", Value: new(repeated), Usage: "compare with `FILE`, or a folder of texts; repeatable"},
			&cli.StringFlag{Name: "tolerance", Usage: "`WHICH`: strict or cleaned; cleaned speech may lack fillers"},
			&cli.StringFlag{Name: "fail-on", Value: "not-found", Usage: "`VERDICT`: not-found (default), altered or never"},
			&cli.BoolFlag{Name: "all", Usage: "list titles, nicknames and scare quotes, too"},
		}, outputFlags(), configFlags()),
		Action: s.runQuotes,
	}
}

func (s *session) runQuotes(c *cli.Context) error {
	format, out, err := s.formatted(c, "text", "csv", "json", "markdown")
	if err != nil {
		return err
	}
	failOn, err := choice(c, "fail-on", "not-found", "altered", "never")
	if err != nil {
		return err
	}
	against, err := comparison(c)
	if err != nil {
		return err
	}
	request, err := s.request(c)
	if err != nil {
		return err
	}
	sheet := report.QuoteSheet{Terms: c.Bool("all")}
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
	}[format]
	return out.write(write)
}

// comparison returns what the flags say of the texts to compare with.
func comparison(c *cli.Context) (a driver.Against, err error) {
	a.Paths = *c.Generic("against").(*repeated)
	if c.String("tolerance") != "" {
		a.Tolerance, err = choice(c, "tolerance", "strict", "cleaned")
	}
	return a, err
}
