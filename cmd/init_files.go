package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/setup"
)

// plan is what init writes. Files are opened through an [os.Root]: a link that leads
// out of the repository is neither read nor written through.
type plan struct {
	dir, top *os.Root // the folder, and the root of its repository
	force    bool
	changes  []change
	notes    []string // about files that need no change
}

// change is one file to write.
type change struct {
	root    *os.Root
	name    string // in root, with slashes
	content []byte
	old     fs.FileInfo // nil where the file is new
	done    string      // what was done, in words
}

// maxExtended is the largest file that is added to, in bytes.
const maxExtended = 1 << 18

func (p *plan) open(dir string) (err error) {
	if p.dir, err = os.OpenRoot(dir); err != nil {
		return fmt.Errorf("opening %s: %w", dir, err)
	}
	top := cmp.Or(configfile.Repository(dir), dir)
	if p.top, err = os.OpenRoot(top); err != nil {
		return fmt.Errorf("opening %s: %w", top, err)
	}
	return nil
}

func (p *plan) close() {
	for _, r := range []*os.Root{p.dir, p.top} {
		if r != nil {
			_ = r.Close() // nothing was written through it that is not on the disk
		}
	}
}

// shown returns a file as messages show it: relative to the working directory if the
// file is inside it.
func shown(root *os.Root, name string) string {
	full := filepath.Join(root.Name(), filepath.FromSlash(name))
	if dir, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(dir, full); err == nil && filepath.IsLocal(rel) {
			full = rel
		}
	}
	return filepath.ToSlash(full)
}

// create plans a file with the given content. An existing file is replaced with --force
// and left alone if keep is set; otherwise it is an error.
func (p *plan) create(root *os.Root, name string, content []byte, keep bool) error {
	at := shown(root, name)
	info, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.changes = append(p.changes, change{root, name, content, nil, "Wrote " + at})
	case err != nil:
		return fmt.Errorf("looking at %s: %w", at, err)
	case !p.force && keep:
		p.notes = append(p.notes, "Kept "+at+" as it was; --force replaces it")
	case !p.force:
		return fmt.Errorf("%s already exists; --force replaces it, --dry-run shows what would be written", at)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a regular file; remove it first", at)
	default:
		p.changes = append(p.changes, change{root, name, content, info, "Replaced " + at})
	}
	return nil
}

// extend plans an addition to a file at the root of the repository, or a new file.
func (p *plan) extend(name, what string, add func(old []byte) ([]byte, error)) error {
	at := shown(p.top, name)
	info, err := p.top.Lstat(name)
	var old []byte
	switch {
	case errors.Is(err, fs.ErrNotExist):
		info = nil
	case err != nil:
		return fmt.Errorf("looking at %s: %w", at, err)
	case !info.Mode().IsRegular() || info.Size() > maxExtended:
		return fmt.Errorf("%s is not a regular file, or too large; it is left alone", at)
	default:
		if old, err = rootfs.Dir(p.top.Name()).Read(name, maxExtended); err != nil {
			return fmt.Errorf("reading %s: %w", at, err)
		}
	}
	content, err := add(old)
	switch {
	case errors.Is(err, setup.ErrPresent):
		p.notes = append(p.notes, at+" has "+what+" already")
		return nil
	case err != nil:
		return fmt.Errorf("%s is left alone: %w", at, err)
	}
	done := "Added " + what + " to " + at
	if info == nil {
		done = "Wrote " + at
	}
	p.changes = append(p.changes, change{p.top, name, content, info, done})
	return nil
}

// write writes everything. Each file is new, or replaced whole.
func (p *plan) write() error {
	for _, c := range p.changes {
		if err := c.write(); err != nil {
			return fmt.Errorf("writing %s: %w", shown(c.root, c.name), err)
		}
	}
	return nil
}

func (c *change) write() error {
	if dir := path.Dir(c.name); dir != "." {
		if err := c.root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	return atomicfile.WriteIn(c.root, c.name, c.old, c.content)
}

// done returns what was done, one line for each file.
func (p *plan) done() (lines []string) {
	for _, c := range p.changes {
		lines = append(lines, c.done)
	}
	return append(lines, p.notes...)
}

// contents returns what would be written.
func (p *plan) contents() (files []report.File) {
	for _, c := range p.changes {
		files = append(files, report.File{Name: shown(c.root, c.name), Content: string(c.content)})
	}
	return files
}

// next returns the commands that may follow, with what they do.
func (p *plan) next(typed string, survey *setup.Survey) (steps [][2]string) {
	here := shellWord(typed)
	steps = append(steps, [2]string{"copychief " + here, "check the articles"})
	if len(survey.Folders) > 0 {
		folder := filepath.ToSlash(filepath.Join(typed, filepath.FromSlash(survey.Folders[0].Path)))
		steps = append(steps, [2]string{"copychief config show " + shellWord(folder), "show their settings, with origins"})
	}
	steps = append(steps, [2]string{"copychief baseline " + here, "record today's findings"})
	for _, c := range p.changes {
		if c.name == ".pre-commit-config.yaml" {
			if revision() == "main" {
				steps = append(steps, [2]string{"pre-commit autoupdate", "use the latest release of the hook"})
			}
			steps = append(steps, [2]string{"pre-commit install", "run the hook on every commit"})
		}
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
