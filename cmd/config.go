package cmd

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/report/settings"
)

func configCommand(s *session) *cli.Command {
	return group("config", "show, check and describe the configuration", `  copychief config show content/post.md        the settings for a draft
  copychief config check                       are all files valid?
  copychief config schema -o schema.json       for the YAML plugin of an editor
`, configShowCommand(s), configCheckCommand(s), configSchemaCommand(s))
}

func configCheckCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "check configuration files for errors",
		UsageText: "copychief config check [FLAG...] [PATH...]",
		Description: `  copychief config check                       every file in this folder
  copychief config check content/ other.yml    those of a folder, and a file
  copychief config check --format json

Exit codes: 0 all are valid; 2 one is not, or there is none.
`,
		Flags:  slices.Concat([]cli.Flag{formatFlag("text", "json")}, outputFlags()),
		Action: s.action(runConfigCheck),
	}
}

func runConfigCheck(s *session, c *cli.Context) error {
	out := s.output(c)
	names, errs := configurations(s.ctx, c.Args().Slice())
	var all []*config.CheckResult
	for _, name := range names {
		checked, err := checkConfiguration(s.rules, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, checked)
		if len(checked.Problems) > 0 {
			s.code = ExitTrouble
		}
	}
	if len(all) == 0 && len(errs) == 0 {
		errs = append(errs, errors.New("no configuration found; copychief init writes one"))
	}
	if len(all) > 0 {
		err := out.Write(func(w io.Writer) error {
			if c.String("format") == "json" {
				return settings.CheckedJSON(w, all)
			}
			return settings.Checked(w, all, s.options(out))
		})
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// checkConfiguration checks one configuration file, with the rules that the configuration
// at the root of its repository declares.
func checkConfiguration(rules *ruleset, name string) (*config.CheckResult, error) {
	root := name
	if configfile.IsFileName(filepath.Base(name)) {
		dir := filepath.Dir(name)
		if repository := configfile.Repository(dir); repository != "" {
			dir = repository
		}
		in, err := configfile.In(dir)
		if err != nil {
			return nil, err
		}
		root = cmp.Or(in, name)
	}
	loader, err := configfile.NewLoader(rules.known, configfile.Options{None: true, Declare: rules.declare, DeclareFrom: root})
	var problems config.Problems
	switch {
	case err == nil:
		result, err := loader.Check(name)
		if err == nil && result.Declares {
			result.Declared = len(rules.declared)
		}
		return result, err
	case !errors.As(err, &problems):
		return nil, err
	}
	return checkBesides(rules, name, root, problems)
}

// checkBesides checks a configuration file where that of the root has problems. If the
// latter declares rules, they are not known, so what files say about rules is not checked.
func checkBesides(rules *ruleset, name, root string, problems config.Problems) (*config.CheckResult, error) {
	loader, err := configfile.NewLoader(rules.known, configfile.Options{None: true})
	if err != nil {
		return nil, err
	}
	of, err := loader.Check(root)
	switch {
	case err != nil:
		return nil, err
	case !of.Declares:
		return loader.Check(name)
	case root == name:
		of.Problems = problems
		return of, nil
	}
	return nil, fmt.Errorf("%s was not checked, because %s is not valid", shown(name), shown(root))
}

// shown returns a path as messages show it.
func shown(name string) string {
	dir, err := os.Getwd()
	if err != nil {
		return name
	}
	return config.Shown(dir, name)
}

// configurations returns the configuration files that paths name: files themselves, and
// all configuration files below folders. No paths mean the working directory.
func configurations(ctx context.Context, paths []string) (names []string, errs []error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, p := range paths {
		file, err := filepath.Abs(p)
		if err != nil {
			errs = append(errs, fmt.Errorf("finding the working directory: %w", err))
			continue
		}
		info, err := os.Stat(file)
		switch {
		case err != nil:
			errs = append(errs, discover.NotThere(p, file))
		case info.IsDir():
			found, err := discover.Configurations(ctx, file)
			if names = append(names, found...); err != nil {
				errs = append(errs, err)
			}
		default:
			names = append(names, file)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), errs
}

func configSchemaCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "write the JSON Schema of .copychief.yml or packs",
		UsageText: "copychief config schema [FLAG...]",
		Description: `  copychief config schema
  copychief config schema -o copychief.schema.json
  copychief config schema --pack               that of packs of house rules

Editors use it to complete and check a configuration; see docs/configuration.md.
`,
		Flags:  append(outputFlags()[:1:1], &cli.BoolFlag{Name: "pack", Usage: "write the schema of packs of house rules"}),
		Action: s.action(runConfigSchema),
	}
}

func runConfigSchema(s *session, c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("config schema takes no argument")
	}
	schema, err := schemaOf(s, c.Bool("pack"))
	if err != nil {
		return err
	}
	out := &output.Output{Stream: s.Stdout, File: c.String("output")}
	return out.Write(func(w io.Writer) error {
		_, err := w.Write(schema)
		return err
	})
}

// schemaOf returns the JSON Schema of packs, or of a configuration with the rules that apply here.
func schemaOf(s *session, packs bool) (schema []byte, err error) {
	if packs {
		schema, err = config.PackSchema(house.Pack(), house.Kinds())
	} else if err = s.rules.read(); err == nil {
		schema, err = config.Schema(s.rules.all(), house.Kinds())
	}
	if err != nil {
		err = fmt.Errorf("making the schema: %w", err)
	}
	return schema, err
}
