// Package scope decides which findings concern the changes in a draft, so that a run over
// changed lines reports only these.
//
// Changes are byte spans of the draft, because git and copychief do not agree on what ends
// a line. A finding counts if its place, one of its fixes or one of its related places has
// changed; for a finding about something missing, [lint.Finding.About] is its place.
//
// The trade-off: a change may cause a finding elsewhere, such as in a paragraph that it
// contradicts, and a run over changed lines does not report that.
package scope

import (
	"bytes"
	"slices"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/engine"
)

// Scope is the changes in one draft.
type Scope struct {
	path    string
	all     bool // every finding counts
	renamed bool
	changed []lint.Span // changed lines with their line endings; an empty span where lines were deleted

	top, keyphrase lint.Span
	end            int // length of the text
}

// Of returns the scope of a change to a draft. If the document has been modified since, such
// as by fixes, was is the text that the change refers to; otherwise it is nil.
func Of(change *git.File, doc *lint.Document, was []byte) *Scope {
	text := doc.Source.Bytes
	s := &Scope{
		path: doc.Source.Path, all: change.Whole, renamed: change.Old != change.Path,
		top: doc.Top(), end: len(text),
	}
	if field := doc.Meta.Get(lint.RoleKeyphrase); field.Present() {
		s.keyphrase = field.Whole
	}
	switch {
	case s.all:
	case was == nil:
		s.changed = spansOf(change.Lines, text)
	default:
		s.changed = merge(spansOf(change.Lines, was), string(was), string(text))
	}
	return s
}

// OfText returns the scope of a change to a draft in a file that git cannot compare, by comparing
// its text with the text before. If before is nil, all of it has changed.
func OfText(change *git.File, doc *lint.Document, before []byte) *Scope {
	whole := *change
	whole.Whole = true
	s := Of(&whole, doc, nil)
	if before != nil {
		s.all, s.changed = false, merge(nil, string(before), string(doc.Source.Bytes))
	}
	return s
}

// spansOf returns the spans of lines in a text. Lines end with a line feed, as in git.
func spansOf(lines []git.Lines, text []byte) []lint.Span {
	starts := []int{0}
	for at := 0; ; {
		k := bytes.IndexByte(text[at:], '\n')
		if k < 0 {
			break
		}
		at += k + 1
		starts = append(starts, at)
	}
	offset := func(line int) int { // of the start of a line, counted from 1
		if line-1 < len(starts) {
			return starts[max(line-1, 0)]
		}
		return len(text)
	}
	spans := make([]lint.Span, len(lines))
	for i, l := range lines {
		spans[i] = lint.Span{Start: offset(l.From), End: offset(l.To + 1)}
	}
	return spans
}

// merge returns the changes in a text that was changed further, by fixes: the earlier
// changes, at their new offsets, and those by the fixes.
func merge(changed []lint.Span, before, after string) []lint.Span {
	edits := udiff.Lines(before, after)
	spans := make([]lint.Span, 0, len(changed)+len(edits))
	for _, c := range changed {
		spans = append(spans, lint.Span{Start: moved(edits, c.Start, false), End: moved(edits, c.End, true)})
	}
	shift := 0
	for _, e := range edits {
		spans = append(spans, lint.Span{Start: e.Start + shift, End: e.Start + shift + len(e.New)})
		shift += len(e.New) - (e.End - e.Start)
	}
	slices.SortFunc(spans, func(a, b lint.Span) int { return a.Start - b.Start })
	return spans
}

// moved returns an offset as it is after edits. If it is inside an edit, it becomes the
// start of the replacement or, if end is set, its end.
func moved(edits []udiff.Edit, offset int, end bool) int {
	shift := 0
	for _, e := range edits {
		switch {
		case e.End <= offset:
			shift += len(e.New) - (e.End - e.Start)
		case e.Start >= offset:
			return offset + shift
		case end:
			return e.Start + shift + len(e.New)
		default:
			return e.Start + shift
		}
	}
	return offset + shift
}

// touched reports whether a span overlaps a changed line, or lines were deleted inside it.
func (s *Scope) touched(span lint.Span) bool {
	end := max(span.End, span.Start+1)
	if span.Start >= s.end { // at the very end of the draft, which belongs to the last line
		span.Start = max(s.end-1, 0)
	}
	return slices.ContainsFunc(s.changed, func(c lint.Span) bool {
		if c.Empty() {
			return span.Start < c.Start && c.Start < span.End
		}
		return c.Start < end && span.Start < c.End
	})
}

// within reports whether anything changed in a span of the draft, including lines deleted
// at either end.
func (s *Scope) within(span lint.Span) bool {
	return slices.ContainsFunc(s.changed, func(c lint.Span) bool {
		if c.Empty() {
			return span.Start <= c.Start && c.Start <= span.End && !span.Empty()
		}
		return c.Start < span.End && span.Start < c.End
	})
}

// concerns reports whether the changes in the draft concern a finding of a rule.
func (s *Scope) concerns(f *engine.Finding, rule *lint.Rule) bool {
	if s.all || f.Rule == engine.InternalError.Name || s.within(f.About) || f.About.Empty() && s.touched(f.Span) {
		return true
	}
	for _, x := range f.Fixes {
		if slices.ContainsFunc(x.Edits, func(e lint.Edit) bool { return s.touched(e.Span) }) {
			return true
		}
	}
	if f.Span == (lint.Span{}) { // about a page without a title, or without a source
		return s.renamed || len(s.changed) > 0
	}
	if rule == nil {
		return false
	}
	// Without a slug, the file name is the slug, and findings about it are at the top.
	// Findings at the top about a missing description have About set.
	if s.renamed && rule.Family == lint.DescriptionFamily && f.Span == s.top && f.About.Empty() {
		return true
	}
	return slices.Contains(rule.Needs, lint.NeedsKeyphrase) && !s.keyphrase.Empty() && s.touched(s.keyphrase)
}

// Scopes are the scopes of the drafts of a run, by path.
type Scopes map[string]*Scope

// Add adds the scope of a draft, which may be nil.
func (all Scopes) Add(s *Scope) {
	if s != nil {
		all[s.path] = s
	}
}

// Mark marks the active findings that do not concern changed lines, neither at their own
// place nor at their related places, which may be in other drafts. rules are the rules of
// the findings, by name.
func (all Scopes) Mark(findings []engine.Finding, rules map[string]*lint.Rule) {
	if len(all) == 0 {
		return
	}
	for i := range findings {
		f := &findings[i]
		own := all[f.Path]
		if f.Status != engine.Active || own == nil || own.concerns(f, rules[f.Rule]) {
			continue
		}
		if !slices.ContainsFunc(f.Related, func(r engine.Related) bool {
			s := all[r.Path]
			return s != nil && (s.all || s.touched(r.Span))
		}) {
			f.Status = engine.Unchanged
		}
	}
}
