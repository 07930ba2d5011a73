package web

import (
	"cmp"
	"fmt"
	"html/template"
	"iter"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// draft is a draft with its findings, the most severe first.
type draft struct {
	ID, Path                 string
	Errors, Warnings, Advice int
	Findings                 []finding
	Length                   string        // of its text, in words
	Look                     *look         // nil if the report has no sheet of the draft, or has it packed
	Packed                   template.HTML // "" if the report does not have it packed
}

// Number returns the number of findings.
func (d *draft) Number() int { return len(d.Findings) }

type finding struct {
	ID                                      string
	Severity, Rule, Address, Place, Message string
	Before, Words, After                    string // the excerpt
	Fix                                     string // what can be done by the program; "" for nothing
	Safe                                    bool
	Unfixed                                 string // why there is no fix
	Related                                 []related
	Unlisted                                int
}

type related struct{ Place, Message string }

// draftsOf yields the drafts that have findings, which are sorted by path. Drafts without findings
// follow if there is something else to look at in them.
func draftsOf(shown iter.Seq[*engine.Finding], o report.Options) iter.Seq[draft] {
	return func(yield func(draft) bool) {
		sheets, number := map[string]*report.Sheet{}, 0
		for i := range o.Sheets {
			sheets[o.Sheets[i].Path] = &o.Sheets[i]
		}
		for findings := range byDraft(shown) {
			path := findings[0].Path
			if number++; !yield(draftOf(number, path, findings, sheets[path], o)) {
				return
			}
			delete(sheets, path)
		}
		for i := range o.Sheets {
			if s := &o.Sheets[i]; sheets[s.Path] != nil {
				if number++; !yield(draftOf(number, s.Path, nil, s, o)) {
					return
				}
			}
		}
	}
}

// unfolded yields drafts with their texts unfolded.
func unfolded(drafts iter.Seq[draft]) iter.Seq[draft] {
	return func(yield func(draft) bool) {
		for d := range drafts {
			if d.Look != nil {
				d.Look.Open = true
			}
			if !yield(d) {
				return
			}
		}
	}
}

// idOf returns the id of a draft by its number on the page.
func idOf(number int) string { return fmt.Sprintf("d%d", number) }

// findingID returns the id of finding i of a draft.
func findingID(draft string, i int) string { return fmt.Sprintf("%s-%d", draft, i+1) }

// draftOf returns a draft with its findings. number is its number on the page; sheet may be nil.
func draftOf(number int, path string, shown []*engine.Finding, sheet *report.Sheet, o report.Options) draft {
	d := draft{ID: idOf(number), Path: report.Escape(path)}
	ids := make(map[*engine.Finding]string, len(shown))
	for i, f := range shown {
		switch f.Severity {
		case lint.Error:
			d.Errors++
		case lint.Warning:
			d.Warnings++
		default:
			d.Advice++
		}
		ids[f] = findingID(d.ID, i)
		d.Findings = append(d.Findings, findingOf(f, ids[f], o))
	}
	slices.SortStableFunc(d.Findings, func(a, b finding) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	switch {
	case sheet == nil:
		return d
	case sheet.Packed != nil:
		d.Packed = unpackable(sheet.Packed)
	default:
		d.Look = lookOf(sheet, shown, ids)
	}
	d.Length = lengthOf(sheet)
	return d
}

func findingOf(f *engine.Finding, id string, o report.Options) finding {
	out := finding{
		ID: id, Severity: f.Severity.String(), Rule: report.Escape(f.Rule), Address: o.Address(f),
		Place: placeOf(f.Place, f.From), Message: report.Escape(f.Message), Unlisted: f.Unlisted,
	}
	if f.About.Empty() {
		out.Before, out.Words, out.After = layout.Excerpt(f)
	}
	if len(f.Fixes) > 0 && !f.Listed {
		fix := f.Fixes[0]
		out.Fix, out.Safe = report.Escape(fix.Title), fix.Safe
		if !fix.Safe && fix.Doubt != "" {
			out.Fix += ", but " + report.Escape(fix.Doubt)
		}
	}
	if len(f.Fixes) == 0 {
		out.Unfixed = report.Escape(f.Unfixed)
	}
	for _, r := range f.Related {
		at := placeOf(r.Place, r.From)
		if r.Path != "" && r.Path != f.Path {
			at = report.Escape(r.Path) + ", " + at
		}
		out.Related = append(out.Related, related{at, report.Escape(r.Message)})
	}
	return out
}

// placeOf returns a place in words.
func placeOf(place string, p lint.Position) string {
	if place != "" {
		return place
	}
	return fmt.Sprintf("line %d, column %d", p.Line, p.Column)
}
