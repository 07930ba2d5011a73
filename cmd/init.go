package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/plan"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/report/steps"
	"github.com/copychief/copychief/lint/setup"
)

// hooks is the configuration of pre-commit.
const hooks = ".pre-commit-config.yaml"

func initCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "look at a repository and write a .copychief.yml that fits it",
		UsageText: "copychief init [FLAG...] [DIR]",
		Description: `  copychief init                               in this folder
  copychief init --dry-run site/               show what would be written
  copychief init --pre-commit --github         and check every commit and push

Existing files are added to or left alone. Nothing in the repository is run.
`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "pre-commit", Usage: "add the hook to .pre-commit-config.yaml"},
			&cli.BoolFlag{Name: "github", Usage: "write .github/workflows/copychief.yml"},
			&cli.BoolFlag{Name: "gitlab", Usage: "include the template in .gitlab-ci.yml"},
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing; show what would be written"},
			&cli.BoolFlag{Name: "force", Usage: "replace an existing configuration or workflow"},
			outputFlags()[1],
		},
		Action: s.action(runInit),
	}
}

func runInit(s *session, c *cli.Context) error {
	if c.NArg() > 1 {
		return errors.New("init takes one folder; without one it uses the current folder")
	}
	typed := c.Args().First()
	if typed == "" {
		typed = "."
	}
	dir, err := filepath.Abs(typed)
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	switch info, err := os.Stat(dir); {
	case err != nil:
		return discover.NotThere(typed, dir)
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder; init needs one", typed)
	}
	out := s.outputTo(c, "")
	survey, err := survey(s.ctx, dir)
	if err != nil {
		return err
	}
	p, err := planInit(s.rules, c, dir, survey)
	if err != nil {
		return err
	}
	defer p.Close()
	shown := steps.Steps{Folder: typed, Done: p.Done(), Next: nextSteps(p, typed, survey)}
	if c.Bool("dry-run") {
		shown.Files, shown.Next = p.Contents(), nil
	} else if err := p.Write(); err != nil {
		return err
	}
	return out.Write(func(w io.Writer) error { return steps.Setup(w, survey, shown, s.options(out)) })
}

// survey examines a folder. No symbolic link leads out of it.
func survey(ctx context.Context, dir string) (*setup.Survey, error) {
	drafts, err := discover.List(ctx, dir)
	if err != nil {
		return nil, err
	}
	files, err := rootfs.OpenListing(dir)
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", dir, err)
	}
	defer files.Close()
	return setup.Look(ctx, files, drafts)
}

// planInit decides which files to write. It returns all errors at once, before anything is
// written.
func planInit(rules *ruleset, c *cli.Context, dir string, survey *setup.Survey) (*plan.Plan, error) {
	p, err := plan.Open(dir, c.Bool("force"))
	if err != nil {
		return nil, err
	}
	var errs []error
	add := func(wanted bool, do func() error) {
		if wanted {
			if err := do(); err != nil {
				errs = append(errs, err)
			}
		}
	}
	extras := c.Bool("pre-commit") || c.Bool("github") || c.Bool("gitlab")
	add(true, func() error { return planConfig(rules, p, survey.Config(), extras) })
	add(c.Bool("pre-commit"), func() error {
		return p.Extend(hooks, "the hook", func(old []byte) ([]byte, error) { return setup.PreCommit(old, revision()) })
	})
	add(c.Bool("github"), func() error {
		return p.Create(p.Top, ".github/workflows/copychief.yml", setup.GitHub(revision()), false)
	})
	add(c.Bool("gitlab"), func() error {
		return p.Extend(".gitlab-ci.yml", "the template", func(old []byte) ([]byte, error) { return setup.GitLab(old, revision()) })
	})
	if len(errs) > 0 {
		p.Close()
		return nil, errors.Join(errs...)
	}
	return p, nil
}

// planConfig plans the configuration. An existing one is kept if the flags ask for other
// files as well.
func planConfig(rules *ruleset, p *plan.Plan, content []byte, extras bool) error {
	existing, err := configfile.In(p.Dir.Name())
	if err != nil {
		return err
	}
	name := ".copychief.yml"
	if existing != "" {
		name = filepath.Base(existing)
	}
	loader, err := configfile.NewLoader(rules.known, configfile.Options{None: true})
	if err != nil {
		return err
	}
	if problems := loader.CheckContent(filepath.Join(p.Dir.Name(), name), content); len(problems) > 0 {
		return fmt.Errorf("the configuration made for this repository is not valid, which is a bug in copychief:\n%w", problems)
	}
	return p.Create(p.Dir, name, content, extras)
}

// revision returns the tag of copychief that hooks and workflows should run: that of
// this binary if it is a release, otherwise the branch that releases come from.
func revision() string {
	if v := buildOf().Version; regexp.MustCompile(`^v\d+\.\d+\.\d+$`).MatchString(v) {
		return v
	}
	return "main"
}

// nextSteps returns the commands that may follow, with what they do.
func nextSteps(p *plan.Plan, typed string, survey *setup.Survey) (steps [][2]string) {
	here := shellWord(typed)
	steps = append(steps, [2]string{"copychief " + here, "check the articles"})
	if len(survey.Folders) > 0 {
		folder := filepath.ToSlash(filepath.Join(typed, filepath.FromSlash(survey.Folders[0].Path)))
		steps = append(steps, [2]string{"copychief config show " + shellWord(folder), "show their settings, with origins"})
	}
	steps = append(steps, [2]string{"copychief baseline " + here, "record today's findings"})
	if p.Writes(hooks) {
		if revision() == "main" {
			steps = append(steps, [2]string{"pre-commit autoupdate", "use the latest release of the hook"})
		}
		steps = append(steps, [2]string{"pre-commit install", "run the hook on every commit"})
	}
	return steps
}

// shellWord returns a path as it is typed in a shell.
func shellWord(s string) string {
	if strings.HasPrefix(s, "-") {
		s = "./" + s
	}
	if regexp.MustCompile(`^[\w./@:+,][\w./@:+,-]*$`).MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
