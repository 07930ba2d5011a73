package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
)

// The functions below return the flags that several commands share. The word in
// backquotes is the placeholder that help shows for the value.

func formatFlag(formats ...string) cli.Flag { return commandline.OneOf("format", "FORMAT", formats...) }

func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the report to `FILE`, atomically"},
		commandline.OneOf("color", "WHEN", "auto", "always", "never"),
	}
}

func configFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "keyphrase", Usage: "use `PHRASE` for drafts that declare none"},
		&cli.StringFlag{Name: "config", Usage: "read `FILE` instead of looking for .copychief.yml"},
		&cli.BoolFlag{Name: "no-config", Usage: "read no configuration file"},
		&cli.BoolFlag{Name: "no-recognise", Usage: "do not recognise the site and its generator"},
		&cli.StringFlag{Name: "stdin-filename", Usage: "read - as if its name were `NAME`"},
	}
}

func ruleFlags() []cli.Flag {
	return []cli.Flag{
		commandline.Among(&cli.StringFlag{Name: "profile", Usage: "`NAME`: news, blog (default), evergreen or docs"}, config.Profiles),
		&cli.StringSliceFlag{Name: "rule", Usage: "`NAME=SEVERITY`: off, advice, warning or error; repeatable"},
		&cli.StringSliceFlag{Name: "only", Usage: "run only `RULES`: names or families, a,b,c"},
	}
}

// loader returns the configuration from flags and files.
func loader(c *cli.Context, rules *ruleset) (*configfile.Loader, error) {
	flags := configfile.Options{
		File: c.String("config"),
		None: c.Bool("no-config"),

		Unrecognised: c.Bool("no-recognise"),
		Flags: config.Flags{
			Profile:   c.String("profile"),
			Keyphrase: c.String("keyphrase"),
			Rules:     map[string]string{},
		},
	}
	if flags.None && flags.File != "" {
		return nil, fmt.Errorf("--config and --no-config cannot be combined; drop one")
	}
	if flags.File != "" {
		if _, err := os.Stat(flags.File); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("--config: %w", discover.NotThere(flags.File, flags.File))
		}
	}
	for _, only := range c.StringSlice("only") {
		if only = strings.TrimSpace(only); only == "" {
			return nil, errors.New("--only: a name is missing before or after a comma")
		}
		flags.Only = append(flags.Only, only)
	}
	for _, r := range c.StringSlice("rule") {
		name, severity, ok := strings.Cut(strings.TrimSpace(r), "=")
		if !ok {
			plain, _, _ := strings.Cut(name, ":")
			return nil, fmt.Errorf("--rule needs NAME=SEVERITY, such as %s=off, not “%s”", plain, r)
		}
		flags.Rules[name] = severity
	}
	return rules.load(flags)
}
