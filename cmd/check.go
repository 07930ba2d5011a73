package cmd

import (
	"errors"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/baseline"
	"github.com/copychief/copychief/lint/engine"
)

func (s *session) check() *cli.Command {
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
			count("max-findings", "show the worst `N`; 0 shows all"),
			&cli.StringFlag{Name: "site", Usage: "compare with the other drafts of the site in `DIR`"},
			&cli.BoolFlag{Name: "force-ignore", Usage: "skip what the configuration ignores, even if a path names it"},
			count("jobs", "check `N` drafts at once; 0 means one per processor"),
		}, changedFlags(), baselineFlags(), fixFlags(), ruleFlags(), configFlags(), cacheFlags(), []cli.Flag{watchFlag()}),
		Action: s.onCheck,
	}
}

func (s *session) onCheck(c *cli.Context) error {
	if c.Bool("watch") {
		return s.runWatch(c)
	}
	return s.runCheck(c)
}

// runCheck checks once.
func (s *session) runCheck(c *cli.Context) error {
	fails, err := policyOf(c)
	if err != nil {
		return err
	}
	sinks, err := s.sinks(c)
	if err != nil {
		return err
	}
	request, known, err := s.checkRequest(c)
	if err != nil {
		return err
	}
	defer request.Changes.Close()
	fixer, err := s.fixer(c, request)
	if err != nil {
		return err
	}
	if sinks, err = fixer.run(c, sinks); err != nil {
		return err
	}
	request.Outputs = filesOf(sinks)
	again := s.sheetsLater(request, sinks)
	result, err := s.checked(request, known, c.Bool("quiet"))
	if err != nil {
		return err
	}
	result.Fixed = fixer.fixed
	fails, tooMany := fails.forResult(result)
	s.code = max(fails.code(result), fixer.minCode)
	options := fails.options(c)
	if options.Sheets, err = s.sheets(again, result); err != nil {
		return err
	}
	err = s.deliver(sinks, result, options)
	if err == nil && tooMany != "" && s.code == ExitFindings {
		s.complain(errors.New(tooMany))
	}
	return err
}

// checked runs a request, and merges findings with one cause. known is the filter of its
// baselines, or nil.
func (s *session) checked(request *driver.Request, known *baseline.Filter, quiet bool) (*engine.Result, error) {
	bar := s.progress("Checking", quiet)
	request.Progress = bar.at
	result, err := driver.Run(s.ctx, *request)
	bar.clear()
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
func (s *session) checkRequest(c *cli.Context) (*driver.Request, *baseline.Filter, error) {
	r, err := s.request(c)
	if err != nil {
		return nil, nil, err
	}
	if err := s.useCache(c, r); err != nil {
		return nil, nil, err
	}
	r.Empty = c.Bool("allow-empty")
	known, err := s.useBaseline(c, r)
	if err != nil {
		return nil, nil, err
	}
	r.Changes, err = s.changes(c)
	return r, known, err
}

// request returns the request that check, inspect and quotes have in common.
func (s *session) request(c *cli.Context) (*driver.Request, error) {
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
	return s.requestOf(c, paths)
}

// requestOf returns a request for paths.
func (s *session) requestOf(c *cli.Context, paths []string) (*driver.Request, error) {
	loader, err := s.loader(c)
	if err != nil {
		return nil, err
	}
	return &driver.Request{
		Rules:     s.known,
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
