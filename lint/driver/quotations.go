package driver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Against says what the quotations of all drafts of a request are compared with. The
// zero value leaves it to the drafts and their configurations.
type Against struct {
	Paths     []string // files and folders, as typed
	Tolerance string   // strict or cleaned; "" means what the configuration says
}

// Quotations parses what the request names and gives each document to visit, in the order
// of paths, with the texts that it quotes from; nil where there are none. Drafts that are
// texts to compare with are left out. The error is for a path that
// is not there, a configuration that is not in order, a cancelled context, and for
// nothing to compare with.
func Quotations(ctx context.Context, r Request, a Against, visit func(*lint.Document, *lint.Sources) error) ([]NotChecked, error) {
	found, err := discover(ctx, &r)
	if err != nil {
		return nil, err
	}
	s := newShelf(r.Dir)
	files, err := s.against(a.Paths)
	if err != nil {
		return nil, err
	}
	if err := found.apart(files); err != nil {
		return nil, err
	}
	missed, err := found.visit(ctx, func(d *draft, doc *lint.Document) error {
		cleaned := d.settings.Sources.Cleaned
		if a.Tolerance != "" {
			cleaned = a.Tolerance == "cleaned"
		}
		if len(a.Paths) > 0 {
			return visit(doc, s.set("", files, nil, cleaned))
		}
		set := s.of(d, doc)
		if set != nil && set.Cleaned != cleaned {
			set = s.set("", s.filesOf[set], set.Missing, cleaned)
		}
		if set != nil {
			for _, name := range set.Missing {
				s.missed = append(s.missed, NotChecked{d.shown, "its source " + name + " is not there"})
			}
		}
		return visit(doc, set)
	})
	return sortMissed(append(missed, s.missed...)), err
}

// against returns the files that paths, as typed, stand for, each once, and reads them.
// The error is for a path that is not there and for paths without a text.
func (s *shelf) against(paths []string) (files []string, err error) {
	for _, typed := range paths {
		name := typed
		if !filepath.IsAbs(name) {
			name = filepath.Join(s.dir, name)
		}
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("--against: %w", NotThere(typed, name))
		case err != nil:
			return nil, fmt.Errorf("--against: %s: %w", typed, plain(err))
		}
		if real, err := filepath.EvalSymlinks(name); err == nil {
			name = real // whoever types a link means what it leads to
		}
		limit := name
		if !info.IsDir() {
			if _, ok := parse.FormatOf(name); !ok {
				return nil, fmt.Errorf("--against: %s: unknown format; sources are %s", typed, formats)
			}
			limit = filepath.Dir(name)
		}
		for _, file := range s.list(limit, name) {
			if s.load(limit, file) != nil && !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	if len(paths) > 0 && len(files) == 0 {
		return nil, fmt.Errorf("--against: no text in %s; sources are %s", strings.Join(paths, ", "), formats)
	}
	return files, nil
}

// apart takes the drafts out that are texts to compare with: every quotation stands in
// its own draft. The error is for a run of which nothing remains.
func (f *found) apart(files []string) error {
	before := len(f.drafts)
	f.drafts = slices.DeleteFunc(f.drafts, func(d draft) bool { return !d.stdin && slices.Contains(files, d.file) })
	if before > 0 && len(f.drafts) == 0 {
		return errors.New("every draft is one of the texts to compare with; name other ones with --against")
	}
	return nil
}
