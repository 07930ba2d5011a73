package driver

import (
	"context"
	"io/fs"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/driver/scope"
	"github.com/copychief/copychief/lint/driver/sources"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/parse"
)

// parseDraft parses the bytes of a draft. If that fails, it returns no document and the
// reason.
func parseDraft(d *discover.Draft, content []byte, o parse.Options) (*lint.Document, string) {
	return engine.ParseAs(d.Path, content, d.Format, o)
}

// optionsOf returns the parser options of a draft.
func optionsOf(d *discover.Draft) parse.Options {
	o := d.Settings.ParseOf(d.File)
	o.Inherited = d.Inherited
	return o
}

// readAndParse reads a draft into a new buffer and parses it.
func readAndParse(d *discover.Draft) (*lint.Document, string) {
	content, err := d.Read(nil)
	if err != nil {
		return nil, err.Error()
	}
	return parseDraft(d, content, optionsOf(d))
}

// draftFor converts a draft for the engine.
func (s *session) draftFor(d *discover.Draft) *engine.Draft {
	return &engine.Draft{
		Path: d.Path, Settings: d.Settings, Context: d.Context, Now: s.request.Now, Changed: d.Change != nil,
		Reparse: func() *lint.Document { doc, _ := readAndParse(d); return doc },
	}
}

// check checks a draft, given its bytes. Dependencies other than the bytes and the
// settings are recorded in deps, which may be nil. was is the text before fixes, or nil.
func (s *session) check(ctx context.Context, d *discover.Draft, content, was []byte, deps *dependencies) (*engine.Outcome, *scope.Scope) {
	draft := s.draftFor(d)
	doc, reason := parseDraft(d, content, deps.options(optionsOf(d)))
	if doc == nil {
		return engine.Unreadable(draft, reason), nil
	}
	defer bufpool.Release(doc)
	return s.checkDocument(ctx, draft, d, doc, was, deps)
}

// checkDocument checks a parsed draft; see [session.check].
func (s *session) checkDocument(ctx context.Context, draft *engine.Draft, d *discover.Draft, doc *lint.Document, was []byte, deps *dependencies) (*engine.Outcome, *scope.Scope) {
	draft.Doc = doc
	draft.Files, draft.Name = s.files(d, deps)
	var changed *scope.Scope
	if !d.Context {
		draft.Sources = s.sourcesOf(d, doc, deps)
		switch {
		case d.Change == nil:
		case doc.Can(lint.Packed):
			changed = scope.OfText(d.Change, doc, s.textBefore(d))
		default:
			changed = scope.Of(d.Change, doc, was)
		}
	}
	return s.engine.Check(ctx, draft), changed
}

// files returns the file tree of the site and the name of a draft in it, or neither if the
// tree cannot be opened.
func (s *session) files(d *discover.Draft, deps *dependencies) (fs.FS, string) {
	tree := s.trees[d.Settings.Root]
	if tree == nil {
		return nil, ""
	}
	return deps.tree(tree), rootfs.NameIn(d.Settings.Root, d.File)
}

// sourcesOf returns the texts that a draft quotes from, if a rule needs them.
func (s *session) sourcesOf(d *discover.Draft, doc *lint.Document, deps *dependencies) *lint.Sources {
	for i := range d.Settings.Rules {
		if slices.Contains(d.Settings.Rules[i].Rule.Needs, lint.NeedsSources) {
			set := s.sources.Of(d, doc)
			if set != nil || sources.Named(doc) {
				deps.untracked() // sources, existing or missing, are not recorded
			}
			return set
		}
	}
	return nil
}
