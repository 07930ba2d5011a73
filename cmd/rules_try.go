package cmd

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
	"github.com/copychief/copychief/lint/report/trials"
)

func rulesTestCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "test",
		Usage:     "test house rules on their examples, or on an archive",
		UsageText: "copychief rules test [FLAG...] [HOUSE-RULE...]",
		Description: `  copychief rules test                         every example of every house rule
  copychief rules test plain-words             those of one rule
  copychief rules test --against content/      how often each flags something,
                                               and ten findings of each
Exit codes: 0 all as expected; 1 an example is not; 2 there is nothing to test.
`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringSliceFlag{Name: "against", Usage: "run the rules on the drafts in `DIR` instead; repeatable"},
			commandline.Count("seed", "show a different sample of findings with another `N`"),
		}, outputFlags(), []cli.Flag{configFlags()[1]}),
		Action: s.action(runRulesTest),
	}
}

func runRulesTest(s *session, c *cli.Context) error {
	if _, err := loader(c, s.rules); err != nil {
		return err
	}
	rules, err := s.rules.chosen(c.Args().Slice())
	if err != nil {
		return err
	}
	if paths := c.StringSlice("against"); len(paths) > 0 {
		return runAgainst(s, c, rules, paths)
	}
	files, err := repositoryFiles()
	if err != nil {
		return err
	}
	outcomes, err := trial.Run(s.ctx, rules, files)
	if err != nil {
		return err
	}
	for i := range outcomes {
		if outcomes[i].Problem != "" {
			s.code = ExitFindings
		}
	}
	if len(outcomes) == 0 {
		s.code = ExitTrouble // nothing was tested, which must not look like success
	}
	out := s.output(c)
	return out.Write(func(w io.Writer) error { return trials.Trial(w, outcomes, rules, s.options(out)) })
}

// repositoryFiles returns the files that examples may refer to.
func repositoryFiles() (rootfs.Dir, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the working directory: %w", err)
	}
	if root := configfile.Repository(dir); root != "" {
		dir = root
	}
	return rootfs.Dir(dir), nil
}

// runAgainst runs rules on an archive: those that are named in any case, all others where the
// configuration and its profile ask for them.
func runAgainst(s *session, c *cli.Context, rules []*house.Declared, paths []string) error {
	var names []string
	for _, r := range rules {
		names = append(names, r.Name)
	}
	only := names
	if c.NArg() == 0 {
		only = []string{string(lint.HouseFamily)}
	}
	loader, err := configfile.NewLoader(s.rules.known, configfile.Options{File: c.String("config"), Declare: s.rules.declare, Flags: config.Flags{Only: only}})
	if err != nil {
		return err
	}
	bar := s.progress("Checking", false)
	result, err := driver.Run(s.ctx, driver.Request{Rules: s.rules.known, Config: loader, Paths: paths, Now: s.now(), Progress: bar.At})
	bar.Clear()
	if err != nil {
		return err
	}
	if len(result.NotChecked) > 0 {
		s.code = ExitTrouble
	}
	result.Findings.Change(func(draft []engine.Finding) ([]engine.Finding, bool) {
		return slices.DeleteFunc(draft, func(f engine.Finding) bool { return !slices.Contains(names, f.Rule) }), true
	})
	out := s.output(c)
	return out.Write(func(w io.Writer) error {
		return trials.Against(w, result, rules, c.Int("seed"), s.options(out))
	})
}
