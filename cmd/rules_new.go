package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/cmd/plan"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/report/steps"
)

func rulesNewCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "new",
		Usage:     "write a house rule to start from",
		UsageText: "copychief rules new [FLAG...] NAME",
		Description: `  copychief rules new plain-words              words and what to write instead
  copychief rules new our-names --kind spelling
The rule is written to style/NAME.yml, and .copychief.yml names it under packs.
`,
		Flags: []cli.Flag{
			commandline.OneOf("kind", "KIND", house.ScaffoldKinds()...),
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing; show the rule"},
			outputFlags()[1],
		},
		Action: s.action(runRulesNew),
	}
}

// packFolder is where new packs are written, beside the configuration.
const packFolder = "style"

func runRulesNew(s *session, c *cli.Context) error {
	name := c.Args().First()
	if c.NArg() != 1 || !house.ValidName(name) {
		return errors.New("rules new needs a name for the rule: lower-case letters, digits and hyphens, such as plain-words")
	}
	if err := s.rules.read(); err != nil {
		return err
	}
	if slices.ContainsFunc(s.rules.all(), func(r *lint.Rule) bool { return r.Name == name || string(r.Family) == name }) {
		return fmt.Errorf("there is already a rule or family “%s”; choose another name", name)
	}
	content, err := house.Scaffold(name, c.String("kind"))
	if err != nil {
		return fmt.Errorf("making the rule: %w", err)
	}
	return writePack(s, c, name, content, house.ScaffoldTable(c.String("kind")), steps.Steps{Next: [][2]string{
		{"copychief rules test " + name, "run its examples"},
		{"copychief rules test --against . " + name, "see how often it flags something"},
	}})
}

// writePack writes a new pack, with its table if it has one, into the folder for packs and names it
// in the configuration, unless that has packs already.
func writePack(s *session, c *cli.Context, name string, content, table []byte, todo steps.Steps) error {
	p, existing, err := planPack(c)
	if err != nil {
		return err
	}
	defer p.Close()
	file := packFolder + "/" + name + ".yml"
	if err := p.Create(p.Dir, file, content, false); err != nil {
		return err
	}
	if table != nil {
		if err := p.Create(p.Dir, packFolder+"/"+name+".csv", table, false); err != nil {
			return err
		}
	}
	done, err := planPacks(p, existing, file)
	if err != nil {
		return err
	}
	out := s.outputTo(c, "")
	todo.Done = append(p.Done(), done...)
	if c.Bool("dry-run") {
		todo.Files, todo.Next = p.Contents(), nil
	} else if err := p.Write(); err != nil {
		return err
	}
	return out.Write(func(w io.Writer) error { return steps.Written(w, todo, s.options(out)) })
}

// planPack begins a plan in the folder of the configuration that declares rules, and returns that
// configuration, or "" if there is none yet. The caller closes the plan.
func planPack(c *cli.Context) (p *plan.Plan, existing string, err error) {
	root, existing, err := packRoot()
	if err != nil {
		return nil, "", err
	}
	p, err = plan.Open(root, c.Bool("force"))
	return p, existing, err
}

// packRoot returns the folder of the configuration that declares rules, and that
// configuration, or "" if there is none yet.
func packRoot() (root, existing string, err error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", "", fmt.Errorf("finding the working directory: %w", err)
	}
	if root = configfile.Repository(dir); root == "" {
		existing, err = configfile.Holding(dir)
		root = dir
	} else {
		existing, err = configfile.In(root)
	}
	if existing != "" {
		root = filepath.Dir(existing)
	}
	return root, existing, err
}

// planPacks names the packs in the configuration. An existing list of packs is left alone
// if it covers the file; otherwise the note says what to add.
func planPacks(p *plan.Plan, existing, file string) (notes []string, err error) {
	glob := packFolder + "/*.yml"
	if existing == "" {
		return nil, p.Create(p.Dir, ".copychief.yml", []byte("packs: ["+glob+"]\n"), false)
	}
	before, err := os.ReadFile(existing)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	f := config.Parse(filepath.Base(existing), before, config.Place{})
	if h := f.House(); h != nil && len(h.Packs) > 0 {
		for _, t := range h.Packs {
			if t.Value == glob || t.Value == file {
				return nil, nil
			}
		}
		return []string{"Add " + file + " to the packs in " + filepath.Base(existing)}, nil
	}
	return nil, p.Extend(filepath.Base(existing), "the packs", func(old []byte) ([]byte, error) {
		text := strings.TrimRight(string(old), "\n")
		if text != "" {
			text += "\n\n"
		}
		after := text + "packs: [" + glob + "]\n"
		if parsed := config.Parse(filepath.Base(existing), []byte(after), config.Place{}); len(parsed.Problems()) > 0 || parsed.House() == nil {
			return nil, fmt.Errorf("add a line packs: [%s] to it", glob)
		}
		return []byte(after), nil
	})
}
