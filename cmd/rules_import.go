package cmd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/house/importer"
	"github.com/copychief/copychief/lint/report/steps"
)

func rulesImportCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "translate rules of Vale, prh, alex or a table",
		UsageText: "copychief rules import [FLAG...] PATH",
		Description: `  copychief rules import .github/styles        every style of Vale in a folder
  copychief rules import prh.yml --dry-run     show what would be written
  copychief rules import words.csv             two columns: wrong, right
Each style becomes a pack under style/, and .copychief.yml names it. What could
not be translated is listed with the reason, here and in the pack.
`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing; show what would be written"},
			&cli.BoolFlag{Name: "force", Usage: "replace existing packs"},
			outputFlags()[1],
		},
		Action: s.action(runRulesImport),
	}
}

func runRulesImport(s *session, c *cli.Context) error {
	if c.NArg() != 1 {
		return errors.New("rules import needs one path: a folder of styles, or a file")
	}
	typed := c.Args().First()
	path, err := filepath.Abs(typed)
	if err != nil {
		return fmt.Errorf("finding the working directory: %w", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return discover.NotThere(typed, path)
	}
	files, root := rootfs.Dir(path), "."
	if !info.IsDir() {
		files, root = rootfs.Dir(filepath.Dir(path)), filepath.Base(path)
	}
	im, err := importer.Read(files, root, s.rules.known)
	if err != nil {
		return fmt.Errorf("importing %s: %w", typed, err)
	}
	return writeImport(s, c, im)
}

// writeImport writes the packs of an import and names them in the configuration.
func writeImport(s *session, c *cli.Context, im *importer.Import) error {
	p, existing, err := planPack(c)
	if err != nil {
		return err
	}
	defer p.Close()
	var notes []string
	planned := false
	for _, pack := range im.Packs {
		if len(pack.Rules) == 0 {
			continue
		}
		content, err := pack.YAML()
		if err != nil {
			return fmt.Errorf("writing %s: %w", pack.Name, err)
		}
		file := packFolder + "/" + pack.Name + ".yml"
		if err := p.Create(p.Dir, file, content, false); err != nil {
			return err
		}
		if !planned {
			planned = true
			if notes, err = planPacks(p, existing, file); err != nil {
				return err
			}
		}
	}
	todo := steps.Steps{Done: append(p.Done(), notes...), Next: [][2]string{
		{"copychief rules test --against .", "see how often each rule flags something"},
		{"copychief --only house .", "check the drafts here with them"},
	}}
	if c.Bool("dry-run") {
		todo.Files, todo.Next = p.Contents(), nil
	} else if err := p.Write(); err != nil {
		return err
	}
	out := s.outputTo(c, "")
	return out.Write(func(w io.Writer) error { return steps.Imported(w, im, todo, s.options(out)) })
}
