// Package scope tells which findings concern what has changed in a draft, so that a run
// over changed lines reports those and no others.
//
// What has changed is kept in bytes of the text of the draft, so that it does not matter
// what git and copychief take for the end of a line. A finding counts where the place
// that it is about has changed, or one of its fixes or related places; a finding about
// something absent says with [lint.Finding.About] what it is about.
package scope

import (
	"bytes"
	"slices"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/git"
	"github.com/copychief/copychief/lint/engine"
)

// Scope is what has changed in one draft.
type Scope struct {
	path    string
	all     bool // every finding counts
	renamed bool
	changed []lint.Span // lines with their ends; an empty span where lines were taken out

	top, keyphrase lint.Span
	end            int // of the text
}

// Of returns the scope of a change of a draft. was is the text that the change is about
// where the document is a later one, such as the text after fixes; nil otherwise.
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
		s.changed = carried(spansOf(change.Lines, was), string(was), string(text))
	}
	return s
}

// spansOf returns where lines stand in a text. A line ends with a line feed, as for git.
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
	offset := func(line int) int { // where a line begins, counted from 1
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

// carried returns what has changed in a text that was changed further, by fixes: what
// had changed before, at its new place, and what the fixes brought.
func carried(changed []lint.Span, before, after string) []lint.Span {
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

// moved returns where an offset is after edits: inside of one, at its beginning or at
// its end.
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

// touched reports whether a span touches a changed line, or lines were taken out of
// the middle of it.
func (s *Scope) touched(span lint.Span) bool {
	end := max(span.End, span.Start+1)
	if span.Start >= s.end { // at the very end of the draft, which ends the last line
		span.Start = max(s.end-1, 0)
	}
	return slices.ContainsFunc(s.changed, func(c lint.Span) bool {
		if c.Empty() {
			return span.Start < c.Start && c.Start < span.End
		}
		return c.Start < end && span.Start < c.End
	})
}

// within reports whether anything changed in a stretch of the draft, lines that were
// taken out at one of its ends among it.
func (s *Scope) within(span lint.Span) bool {
	return slices.ContainsFunc(s.changed, func(c lint.Span) bool {
		if c.Empty() {
			return span.Start <= c.Start && c.Start <= span.End && !span.Empty()
		}
		return c.Start < span.End && span.Start < c.End
	})
}

// concerns reports whether what has changed in the draft concerns a finding about it,
// which rule made.
func (s *Scope) concerns(f *engine.Finding, rule *lint.Rule) bool {
	if s.all || f.Rule == engine.InternalError.Name || s.within(f.About) || f.About.Empty() && s.touched(f.Span) {
		return true
	}
	for _, x := range f.Fixes {
		if slices.ContainsFunc(x.Edits, func(e lint.Edit) bool { return s.touched(e.Span) }) {
			return true
		}
	}
	if f.Span == (lint.Span{}) { // a page without a title, or without a source
		return s.renamed || len(s.changed) > 0
	}
	if rule == nil {
		return false
	}
	// A file name is the slug of a draft without one, and findings about it stand at the
	// top; those that stand there for want of a description say so.
	if s.renamed && rule.Family == lint.DescriptionFamily && f.Span == s.top && f.About.Empty() {
		return true
	}
	return slices.Contains(rule.Needs, lint.NeedsKeyphrase) && !s.keyphrase.Empty() && s.touched(s.keyphrase)
}

// Scopes are those of the drafts of a run, by path.
type Scopes map[string]*Scope

// Add adds the scope of a draft; nil adds nothing.
func (all Scopes) Add(s *Scope) {
	if s != nil {
		all[s.path] = s
	}
}

// Mark marks the active findings that nothing in the changed lines concerns, neither
// where they are nor at their related places, be these in other drafts. rules are those
// that made them, by name.
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
