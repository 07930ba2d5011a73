package driver

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/driver/sources"
	"github.com/copychief/copychief/lint/engine"
)

// Inspect parses the drafts of the request and calls visit with each document and its
// kind, in the order of paths, without running rules.
func Inspect(ctx context.Context, r Request, visit func(*lint.Document, lint.Kind) error) ([]engine.NotChecked, error) {
	found, known, err := find(ctx, &r)
	if err != nil {
		return nil, err
	}
	known.close()
	missed, err := visitAll(ctx, found, func(d *discover.Draft, doc *lint.Document) error {
		return visit(doc, engine.KindOf(d.Settings, cmp.Or(rootfs.NameIn(d.Settings.Root, d.File), d.Path), doc))
	})
	return engine.SortNotChecked(missed), err
}

// visitAll parses the drafts and calls a function with each, in order. It returns what
// could not be read.
func visitAll(ctx context.Context, found *discover.Result, visit func(*discover.Draft, *lint.Document) error) ([]engine.NotChecked, error) {
	missed := notChecked(found.Missed)
	for i := range found.Drafts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d := &found.Drafts[i]
		doc, reason := readAndParse(d)
		if doc == nil {
			missed = append(missed, engine.NotChecked{Path: d.Path, Reason: reason})
			continue
		}
		missed = append(missed, engine.Unchecked(doc)...)
		if err := visit(d, doc); err != nil {
			return missed, err
		}
	}
	return missed, nil
}

// Against says what the quotations of all drafts of a request are compared with. With the
// zero value, the drafts and their configurations decide.
type Against struct {
	Paths     []string // files and folders, as typed
	Tolerance string   // "strict" or "cleaned"; "" means as configured
}

// Quotations parses the drafts of the request and calls visit with each document, in the
// order of paths, and with the texts that it quotes from, or nil. Drafts that are
// themselves texts to compare with are left out. The error is for a path that does not
// exist, an invalid configuration, a cancelled context, or nothing to compare with.
func Quotations(ctx context.Context, r Request, a Against, visit func(*lint.Document, *lint.Sources) error) ([]engine.NotChecked, error) {
	found, known, err := find(ctx, &r)
	if err != nil {
		return nil, err
	}
	known.close()
	store := sources.New(r.Dir)
	files, err := store.Against(a.Paths)
	if err != nil {
		return nil, err
	}
	if err := leaveOut(found, files); err != nil {
		return nil, err
	}
	missed, err := visitAll(ctx, found, func(d *discover.Draft, doc *lint.Document) error {
		cleaned := d.Settings.Sources.Cleaned
		if a.Tolerance != "" {
			cleaned = a.Tolerance == "cleaned"
		}
		if len(a.Paths) > 0 {
			return visit(doc, store.Set(files, nil, cleaned))
		}
		set := store.Cleaned(store.Of(d, doc), cleaned)
		if set != nil {
			for _, name := range set.Missing {
				store.Note(d.Path, "its source "+name+" does not exist")
			}
		}
		return visit(doc, set)
	})
	return engine.SortNotChecked(append(missed, store.NotChecked()...)), err
}

// leaveOut removes the drafts that are texts to compare with, since every quotation is in
// its own draft. The error is for a run that has no other drafts.
func leaveOut(found *discover.Result, files []string) error {
	before := len(found.Drafts)
	found.Drafts = slices.DeleteFunc(found.Drafts, func(d discover.Draft) bool { return !d.Stdin && slices.Contains(files, d.File) })
	if before > 0 && len(found.Drafts) == 0 {
		return errors.New("every draft is one of the texts to compare with; name other ones with --against")
	}
	return nil
}
