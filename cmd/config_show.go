package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/report/settings"
)

func configShowCommand(s *session) *cli.Command {
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
		}, outputFlags(), ruleFlags(), configFlags()[:4]),
		Action: s.action(runConfigShow),
	}
}

func runConfigShow(s *session, c *cli.Context) error {
	if c.NArg() > 1 {
		return errors.New("config show takes one path; name a draft or a folder")
	}
	out := s.output(c)
	loader, err := loader(c, s.rules)
	if err != nil {
		return err
	}
	shown, file, err := draftOf(c.Args().First())
	if err != nil {
		return err
	}
	dir, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	root, found, err := driver.Recognise(loader, file, dir)
	if err != nil {
		return err
	}
	view, err := loader.View(file, root, found)
	if err != nil {
		return err
	}
	return out.Write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return settings.WriteJSON(w, shown, view)
		}
		return settings.Write(w, shown, view, c.Bool("all"), s.options(out))
	})
}

// draftOf returns a path as messages show it, and the absolute name of the draft whose
// settings it asks for; for a folder that is any Markdown file in it. The draft need not
// exist, but its folder must.
func draftOf(path string) (shown, file string, err error) {
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
