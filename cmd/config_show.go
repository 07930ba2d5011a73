package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/report"
)

func (s *session) configShow() *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "show the settings for a path, and where each comes from",
		UsageText: "copychief config show [FLAG...] [PATH]",
		Description: `  copychief config show                        for Markdown in this folder
  copychief config show --all content/post.md  defaults, too
  copychief config show --format json post.md  everything, for programs
`,
		Flags: slices.Concat([]cli.Flag{
			&cli.BoolFlag{Name: "all", Usage: "show defaults, too"},
			formatFlag("text", "json"),
		}, outputFlags(), ruleFlags(), configFlags()[:3]),
		Action: s.runConfigShow,
	}
}

func (s *session) runConfigShow(c *cli.Context) error {
	if c.NArg() > 1 {
		return errors.New("config show takes one path; name a draft or a folder")
	}
	out := s.output(c)
	loader, err := s.loader(c)
	if err != nil {
		return err
	}
	shown, file, err := asked(c.Args().First())
	if err != nil {
		return err
	}
	view, err := loader.View(file)
	if err != nil {
		return err
	}
	return out.write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return report.SettingsJSON(w, shown, view)
		}
		return report.Settings(w, shown, view, c.Bool("all"), s.options(out))
	})
}

// asked returns a path as it is shown, and the absolute name of the draft that it
// stands for; a folder stands for any Markdown in it. The draft need not be there,
// but its folder must.
func asked(path string) (shown, file string, err error) {
	if path == "" {
		path = "."
	}
	if file, err = filepath.Abs(path); err != nil {
		return "", "", fmt.Errorf("finding the working directory: %w", err)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return filepath.ToSlash(filepath.Join(path, "*.md")), filepath.Join(file, "draft.md"), nil
	}
	if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
		return "", "", discover.NotThere(path, file)
	}
	return filepath.ToSlash(path), file, nil
}
