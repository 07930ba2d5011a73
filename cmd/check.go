package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/baseline"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

func checkCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "look for problems in drafts (the default)",
		UsageText: "copychief [check] [FLAG...] PATH...",
		Description: `  copychief post.md content/ --fail-on warning fail on warnings, too
  copychief --only missing-alt,links content/  one rule and one family
  copychief --staged                           what the next commit changes
  copychief - --stdin-filename post.md <post.md
`,
		Flags: slices.Concat([]cli.Flag{formatsFlag()}, outputFlags(), policyFlags(), []cli.Flag{
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "show only findings at or above --fail-on, and no summary"},
			&cli.BoolFlag{Name: "all", Usage: "list every finding, however many there are"},
			&cli.BoolFlag{Name: "statistics", Usage: "show what each rule found instead of the findings"},
			&cli.BoolFlag{Name: "verbose", Usage: "also show which rules were skipped, and why"},
			commandline.Count("max-findings", "show the worst `N`; 0 shows all"),
			&cli.StringFlag{Name: "site", Usage: "compare with the other drafts of the site in `DIR`"},
			&cli.BoolFlag{Name: "force-ignore", Usage: "skip what the configuration ignores, even if a path names it"},
			commandline.Count("jobs", "check `N` drafts at once; 0 means one per processor"),
		}, changedFlags(), baselineFlags(), fixFlags(), ruleFlags(), configFlags(), cacheFlags(), []cli.Flag{watchFlag()}),
		Action: s.action(onCheck),
	}
}

func onCheck(s *session, c *cli.Context) error {
	if c.Bool("watch") {
		return runWatch(s, c)
	}
	return runCheck(s, c)
}

// runCheck checks once.
func runCheck(s *session, c *cli.Context) error {
	fails, err := policyOf(c)
	if err != nil {
		return err
	}
	sinks, err := sinksOf(s, c)
	if err != nil {
		return err
	}
	request, known, err := checkRequest(s, c)
	if err != nil {
		return err
	}
	defer request.Changes.Close()
	fixer, err := newFixer(s, c, request)
	if err != nil {
		return err
	}
	if sinks, err = fixer.run(c, sinks); err != nil {
		return err
	}
	request.Outputs = filesOf(sinks)
	again := sheetsLater(request, sinks)
	result, err := runRequest(s, request, known, c.Bool("quiet"))
	if err != nil {
		return err
	}
	result.Fixed = fixer.fixed
	fails, tooMany := fails.forResult(result)
	s.code = max(fails.code(result), fixer.minCode)
	options := fails.options(c)
	if err := addSheets(s, again, result, &options); err != nil {
		return err
	}
	err = deliver(s, sinks, result, options)
	if err == nil && tooMany != "" && s.code == ExitFindings {
		s.complain(errors.New(tooMany))
	}
	if err != nil || c.Bool("quiet") {
		return err
	}
	return sayWhere(s, sinks, result)
}

// sayWhere says what was found and where the reports are if all of them went to files.
func sayWhere(s *session, sinks []sink, result *engine.Result) error {
	var files []string
	for _, k := range sinks {
		if k.File == "" || k.File == os.DevNull {
			return nil
		}
		files = append(files, k.File)
	}
	return output.To(s.Stderr).Write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s; the report is in %s\n", report.Counts(result), report.Escape(strings.Join(files, " and ")))
		return err
	})
}

// runRequest runs a request, and merges findings with one cause. known is the filter of its
// baselines, or nil.
func runRequest(s *session, request *driver.Request, known *baseline.Filter, quiet bool) (*engine.Result, error) {
	bar := s.progress("Checking", quiet)
	request.Progress = bar.At
	result, err := driver.Run(s.ctx, *request)
	bar.Clear()
	if err != nil {
		return nil, err
	}
	if known != nil {
		result.Stale = known.Stale(result)
	}
	result.Gather()
	return result, nil
}

// checkRequest returns the request of check to the driver, and the filter of its
// baselines or nil.
func checkRequest(s *session, c *cli.Context) (*driver.Request, *baseline.Filter, error) {
	if err := useMemory(s, c); err != nil {
		return nil, nil, err
	}
	r, err := requestOfArguments(s, c)
	if err != nil {
		return nil, nil, err
	}
	if err := useCache(s, c, r); err != nil {
		return nil, nil, err
	}
	r.Empty = c.Bool("allow-empty")
	known, err := useBaseline(c, r)
	if err != nil {
		return nil, nil, err
	}
	r.Changes, err = changesOf(s.ctx, c)
	return r, known, err
}

// requestOfArguments returns the request that check, inspect and quotes have in common.
func requestOfArguments(s *session, c *cli.Context) (*driver.Request, error) {
	paths := c.Args().Slice()
	if len(paths) == 0 && c.IsSet("stdin-filename") {
		paths = []string{"-"} // the only draft that the flag can be about
	}
	if len(paths) == 0 && !onlyChanges(c) {
		return nil, errors.New("no path given; name a draft or a folder, such as copychief " + c.Command.Name + " .")
	}
	if c.IsSet("stdin-filename") && !slices.Contains(paths, "-") {
		return nil, errors.New("--stdin-filename names standard input, but - is not among the paths; add it, or drop the flag")
	}
	return requestOf(s, c, paths)
}

// requestOf returns a request for paths.
func requestOf(s *session, c *cli.Context, paths []string) (*driver.Request, error) {
	loader, err := loader(c, s.rules)
	if err != nil {
		return nil, err
	}
	return &driver.Request{
		Rules:     s.rules.known,
		Config:    loader,
		Paths:     paths,
		Stdin:     s.Stdin,
		StdinName: c.String("stdin-filename"),
		Site:      c.String("site"),
		Ignore:    c.Bool("force-ignore"),
		Now:       s.now(),
		Jobs:      c.Int("jobs"),
	}, nil
}
