// Package plan writes several files of a repository together: new ones, and additions to
// existing ones. A [Plan] first collects them with all errors, and can show what would be
// written; nothing is written before [Plan.Write].
//
// The trade-off: each file is replaced atomically, but not all of them at once. If the disk
// fails between two files, the first one stays.
package plan

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/report/steps"
	"github.com/copychief/copychief/lint/setup"
)

// Plan is the files to write. They are opened through an [os.Root]: a link that leads
// out of the repository is neither read nor written through.
type Plan struct {
	Dir, Top *os.Root // the folder, and the root of its repository
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

// Open begins a plan for a folder; force lets it replace existing files. The caller closes
// it.
func Open(dir string, force bool) (*Plan, error) {
	p := &Plan{force: force}
	var err error
	if p.Dir, err = os.OpenRoot(dir); err != nil {
		return nil, fmt.Errorf("opening %s: %w", dir, err)
	}
	top := cmp.Or(configfile.Repository(dir), dir)
	if p.Top, err = os.OpenRoot(top); err != nil {
		p.Close()
		return nil, fmt.Errorf("opening %s: %w", top, err)
	}
	return p, nil
}

// Close closes the folders; what was written stays.
func (p *Plan) Close() {
	for _, r := range []*os.Root{p.Dir, p.Top} {
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

// Create plans a file with the given content. An existing file is replaced with --force
// and left alone if keep is set; otherwise it is an error.
func (p *Plan) Create(root *os.Root, name string, content []byte, keep bool) error {
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

// Extend plans an addition to a file at the root of the repository, or a new file.
func (p *Plan) Extend(name, what string, add func(old []byte) ([]byte, error)) error {
	at := shown(p.Top, name)
	info, err := p.Top.Lstat(name)
	var old []byte
	switch {
	case errors.Is(err, fs.ErrNotExist):
		info = nil
	case err != nil:
		return fmt.Errorf("looking at %s: %w", at, err)
	case !info.Mode().IsRegular() || info.Size() > maxExtended:
		return fmt.Errorf("%s is not a regular file, or too large; it is left alone", at)
	default:
		if old, err = rootfs.Dir(p.Top.Name()).Read(name, maxExtended); err != nil {
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
	p.changes = append(p.changes, change{p.Top, name, content, info, done})
	return nil
}

// Write writes everything. Each file is new, or replaced whole.
func (p *Plan) Write() error {
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

// Writes reports whether a file of a name is among those to write.
func (p *Plan) Writes(name string) bool {
	return slices.ContainsFunc(p.changes, func(c change) bool { return c.name == name })
}

// Done returns what was done, one line for each file.
func (p *Plan) Done() (lines []string) {
	for _, c := range p.changes {
		lines = append(lines, c.done)
	}
	return append(lines, p.notes...)
}

// Contents returns what would be written.
func (p *Plan) Contents() (files []steps.File) {
	for _, c := range p.changes {
		files = append(files, steps.File{Name: shown(c.root, c.name), Content: string(c.content)})
	}
	return files
}
