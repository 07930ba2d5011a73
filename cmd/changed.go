package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/git"
)

func changedFlags() []cli.Flag {
	return []cli.Flag{
		&cli.GenericFlag{
			Name: "changed", Usage: "only findings on lines changed since the last commit, or since a revision",
			Value: &commandline.Optional{Alone: "HEAD", Help: "[=REV]"},
		},
		&cli.StringFlag{Name: "since-merge-base", Usage: "only findings on lines changed since HEAD and `BRANCH` diverged"},
		&cli.BoolFlag{Name: "staged", Usage: "only findings on staged lines, in drafts as they are staged"},
	}
}

// onlyChanges reports whether a flag limits the check to what has changed. Then it needs
// no path.
func onlyChanges(c *cli.Context) bool {
	return c.IsSet("changed") || c.IsSet("since-merge-base") || c.Bool("staged")
}

// changesOf asks git what has changed if a flag needs it, and returns nil otherwise. The
// caller closes the result, which may be nil.
func changesOf(ctx context.Context, c *cli.Context) (*git.Changes, error) {
	if !onlyChanges(c) {
		return nil, nil
	}
	var asked []string
	for _, name := range []string{"changed", "since-merge-base", "staged"} {
		if c.IsSet(name) {
			asked = append(asked, "--"+name)
		}
	}
	if len(asked) > 1 {
		return nil, fmt.Errorf("%s and %s cannot be combined; drop one", asked[0], asked[1])
	}
	if c.Bool("staged") && c.IsSet("fix") && !c.Bool("diff") && !c.Bool("fix-dry-run") {
		return nil, errors.New("--fix changes files, which may differ from what is staged; use --changed --fix and stage the result, or --staged --diff")
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("finding the working directory: %w", err)
	}
	names := discover.Patterns()
	var changes *git.Changes
	switch asked[0] {
	case "--staged":
		changes, err = git.Staged(ctx, dir, names)
	case "--changed":
		changes, err = git.Since(ctx, dir, c.String("changed"), names)
	default:
		changes, err = git.SinceMergeBase(ctx, dir, c.String("since-merge-base"), names)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", asked[0], err)
	}
	return changes, nil
}
