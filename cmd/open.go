package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/browser"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/report"
)

func openCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "open",
		Usage:     "check drafts and show the report in the browser",
		UsageText: "copychief open [FLAG...] PATH...",
		Description: `  copychief open post.md
  copychief open interview.docx column.docx
  copychief open 'island.xml#ferry'              one post of an export
  BROWSER=firefox copychief open content/
  copychief open --watch post.md                 reload it to see changes
  copychief --format html=report.html content/   a file to mail instead
`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "site", Usage: "compare with the other drafts of the site in `DIR`"},
		}, changedFlags(), baselineFlags(), ruleFlags(), configFlags(), cacheFlags(), []cli.Flag{watchFlag()}),
		Action: s.action(runOpen),
	}
}

// runOpen checks, writes the report to a temporary file and opens it.
func runOpen(s *session, c *cli.Context) error {
	if !s.terminal(s.Stdout) {
		return errors.New("open shows a report in the browser and needs a terminal; write a file with copychief --format html=FILE instead")
	}
	show, err := browser.Find(s.getenv, runtime.GOOS)
	if err != nil {
		return fmt.Errorf("open: %w; or write a file with copychief --format html=FILE", err)
	}
	file, err := temporary(c.Args().Slice())
	if err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	var stdin io.Reader
	if !slices.Contains(c.Args().Slice(), "-") {
		stdin = s.Stdin
	}
	opened := false
	check := func(run *session, c *cli.Context) error {
		if err := writePage(run, c, file); err != nil || opened {
			return err
		}
		opened = true
		return show.Open(s.ctx, file, stdin, s.Stdout, s.Stderr)
	}
	if c.Bool("watch") {
		err = follow(&watcher{session: s, c: c, run: check}, []string{file})
	} else {
		err = check(s, c)
	}
	if !opened {
		_ = os.RemoveAll(filepath.Dir(file)) // it is empty
	}
	return err
}

// writePage checks once and writes the report. Findings do not fail the run, since it is for looking
// at them.
func writePage(s *session, c *cli.Context, file string) error {
	request, known, err := checkRequest(s, c)
	if err != nil {
		return err
	}
	defer request.Changes.Close()
	html, err := formOf("html")
	if err != nil {
		return err
	}
	sinks := []sink{{html, s.outputTo(c, file)}}
	again := sheetsLater(request, sinks)
	result, err := runRequest(s, request, known, false)
	if err != nil {
		return err
	}
	var options report.Options
	if err := addSheets(s, again, result, &options); err != nil {
		return err
	}
	if err := deliver(s, sinks, result, options); err != nil {
		return err
	}
	s.code = policy{least: lint.Error + 1, warnings: -1}.code(result)
	_, _ = fmt.Fprintf(s.Stderr, "%s; the report is %s\n", report.Counts(result), report.Escape(file)) // there is nowhere to report it
	return nil
}

// temporary returns the absolute path of a file for the report on drafts, in a new folder that
// only its owner can read.
func temporary(paths []string) (string, error) {
	name := "report"
	if len(paths) == 1 && paths[0] != "-" {
		base := filepath.Base(paths[0])
		base = base[strings.LastIndexByte(base, '#')+1:] // a post of an export
		if slug := lint.SlugOf(base); strings.Trim(slug, ".") != "" && len(slug) <= 60 {
			name = slug
		}
	}
	dir, err := os.MkdirTemp("", "copychief-")
	if err != nil {
		return "", err
	}
	return filepath.Abs(filepath.Join(dir, name+".html"))
}
