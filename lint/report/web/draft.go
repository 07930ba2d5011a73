package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	Look                     *look // nil if the report has no sheet of the draft
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

// draftsOf groups findings, which are sorted by path, by draft. Drafts without findings follow
// if there is something else to look at in them.
func draftsOf(shown []*engine.Finding, o report.Options) (all []draft) {
	sheets := map[string]*report.Sheet{}
	for i := range o.Sheets {
		sheets[o.Sheets[i].Path] = &o.Sheets[i]
	}
	for len(shown) > 0 {
		n := 1
		for n < len(shown) && shown[n].Path == shown[0].Path {
			n++
		}
		all = append(all, draftOf(len(all), shown[0].Path, shown[:n], sheets[shown[0].Path], o))
		delete(sheets, shown[0].Path)
		shown = shown[n:]
	}
	for i := range o.Sheets {
		if s := &o.Sheets[i]; sheets[s.Path] != nil {
			all = append(all, draftOf(len(all), s.Path, nil, s, o))
		}
	}
	return all
}

// draftOf returns a draft with its findings, after so many others. sheet may be nil.
func draftOf(others int, path string, shown []*engine.Finding, sheet *report.Sheet, o report.Options) draft {
	d := draft{ID: fmt.Sprintf("d%d", others+1), Path: report.Escape(path)}
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
		ids[f] = fmt.Sprintf("%s-%d", d.ID, i+1)
		d.Findings = append(d.Findings, findingOf(f, ids[f], o))
	}
	slices.SortStableFunc(d.Findings, func(a, b finding) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	if sheet != nil {
		d.Look = lookOf(sheet, shown, ids)
	}
	return d
}

// rank returns 0 for errors, and more for what is milder.
func rank(severity string) int {
	s, _ := lint.ParseSeverity(severity)
	return int(lint.Error) - int(s)
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

// ruleRow is a row of the table by rule.
type ruleRow struct {
	Rule, Severity, Address string
	Number, Drafts          int
	Fixable                 string // the share that a safe fix corrects; "" for none
}

func rulesOf(shown []*engine.Finding, o report.Options) (all []ruleRow) {
	index, fixable, last := map[string]int{}, map[string]int{}, map[string]string{}
	for _, f := range shown {
		k, ok := index[f.Rule]
		if !ok {
			k = len(all)
			index[f.Rule] = k
			all = append(all, ruleRow{Rule: report.Escape(f.Rule), Severity: f.Severity.String(), Address: o.Address(f)})
		}
		row := &all[k]
		row.Number++
		if rank(f.Severity.String()) < rank(row.Severity) {
			row.Severity = f.Severity.String()
		}
		if last[f.Rule] != f.Path {
			row.Drafts, last[f.Rule] = row.Drafts+1, f.Path
		}
		if len(f.Fixes) > 0 && f.Fixes[0].Safe && !f.Listed {
			fixable[f.Rule]++
		}
	}
	for i := range all {
		if n := fixable[all[i].Rule]; n > 0 {
			all[i].Fixable = fmt.Sprintf("%d %%", 100*n/all[i].Number)
		}
	}
	slices.SortFunc(all, func(a, b ruleRow) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), b.Number-a.Number, strings.Compare(a.Rule, b.Rule))
	})
	return all
}
