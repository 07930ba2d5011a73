package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/baseline"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/report/changes"
)

// baselineName is the baseline file where neither a flag nor the configuration names one.
const baselineName = ".copychief-baseline.json"

func baselineFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "baseline", Usage: "report only findings that the baseline `FILE` does not list"},
		&cli.BoolFlag{Name: "no-baseline", Usage: "use no baseline, even if the configuration names one"},
	}
}

func baselineCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "baseline",
		Usage:     "record today's findings, so that only new ones count",
		UsageText: "copychief baseline [FLAG...] [PATH...]",
		Description: `  copychief baseline                   all drafts of this folder
  copychief baseline content/news      of one folder; the rest stays
  copychief baseline --prune           remove fixed findings, add nothing
  copychief --baseline .copychief-baseline.json content/
`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "baseline", Aliases: []string{"o"}, Usage: "write to `FILE`; default: the baseline in .copychief.yml, or " + baselineName},
			&cli.BoolFlag{Name: "prune", Usage: "only remove findings that are no longer in the drafts"},
			&cli.StringFlag{Name: "site", Usage: "compare with the other drafts of the site in `DIR`"},
			commandline.Count("jobs", "check `N` drafts at once; 0 means one per processor"),
		}, ruleFlags(), configFlags()[:3], cacheFlags()),
		Action: s.action(runBaseline),
	}
}

func runBaseline(s *session, c *cli.Context) error {
	paths := c.Args().Slice()
	if len(paths) == 0 {
		paths = []string{"."}
	}
	if slices.Contains(paths, "-") {
		return errors.New("a baseline covers files, not standard input; drop the -")
	}
	if err := useMemory(s, c); err != nil {
		return err
	}
	request, err := requestOf(s, c, paths)
	if err != nil {
		return err
	}
	if err := useCache(s, c, request); err != nil {
		return err
	}
	options, err := baselineOptions(c, request.Config)
	if err != nil {
		return err
	}
	options.Missing = true // it need not exist before it is written
	if options.Default, err = defaultBaseline(options.Dir, request.Config); err != nil {
		return err
	}
	known := baseline.New(options)
	request.Filters = []driver.Filter{known}
	bar := s.progress("Checking", false)
	request.Progress = bar.At
	result, err := driver.Run(s.ctx, *request)
	bar.Clear()
	if err != nil {
		return err
	}
	updated, err := known.Write(result, c.Bool("prune"))
	if err != nil {
		return err
	}
	for _, m := range result.NotChecked {
		s.complain(errors.New("not checked: " + m.Path + ": " + m.Reason))
		s.code = ExitTrouble
	}
	shown := make([]changes.BaselineChange, len(updated))
	for i, c := range updated {
		shown[i] = changes.BaselineChange(c)
	}
	return output.To(s.Stdout).Write(func(w io.Writer) error { return changes.Baselines(w, shown) })
}

// defaultBaseline returns the baseline of drafts whose configuration names none. It is
// next to the configuration of the working directory or, if there is none, in the
// working directory.
func defaultBaseline(dir string, loader *configfile.Loader) (string, error) {
	settings, err := loader.For(filepath.Join(dir, "draft.md"))
	if err != nil {
		return "", err
	}
	folder := dir
	if inside, err := filepath.Rel(settings.Folder, dir); err == nil && settings.Folder != "" && filepath.IsLocal(inside) {
		folder = settings.Folder
	}
	return filepath.Join(folder, baselineName), nil
}

// baselineOptions reads the flags about baselines.
func baselineOptions(c *cli.Context, loader *configfile.Loader) (baseline.Options, error) {
	dir, err := os.Getwd()
	if err != nil {
		return baseline.Options{}, fmt.Errorf("finding the working directory: %w", err)
	}
	o := baseline.Options{Knows: loader.Knows, Dir: dir}
	if o.File = c.String("baseline"); o.File != "" && !filepath.IsAbs(o.File) {
		o.File = filepath.Join(dir, o.File)
	}
	return o, nil
}

// useBaseline adds a filter to a request for the findings that baselines list, and
// returns it; nil with --no-baseline.
func useBaseline(c *cli.Context, r *driver.Request) (*baseline.Filter, error) {
	if c.Bool("no-baseline") {
		if c.IsSet("baseline") {
			return nil, errors.New("--baseline and --no-baseline cannot be combined; drop one")
		}
		return nil, nil
	}
	o, err := baselineOptions(c, r.Config)
	if err != nil {
		return nil, err
	}
	known := baseline.New(o)
	r.Filters = append([]driver.Filter{known}, r.Filters...)
	return known, nil
}
