package web

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// survey is what the beginning of the page says about all findings. It is made in a pass of its own,
// since a page on a large site cannot hold its drafts until they are written.
type survey struct {
	rules    []*ruleRow
	families []tally
	busiest  []tally
	drafts   int // that the page lists

	index  map[string]*ruleRow // by name
	family map[string]int      // index into families
	of     map[string]string   // the family of a rule
}

// surveyOf returns the survey of findings, which are sorted by path.
func surveyOf(shown iter.Seq[*engine.Finding], o report.Options) *survey {
	s := &survey{index: map[string]*ruleRow{}, family: map[string]int{}, of: map[string]string{}}
	for _, r := range o.Rules {
		s.of[r.Name] = string(r.Family)
	}
	bare := make(map[string]bool, len(o.Sheets)) // drafts without findings
	for i := range o.Sheets {
		bare[o.Sheets[i].Path] = true
	}
	for findings := range byDraft(shown) {
		s.add(findings, o)
		delete(bare, findings[0].Path)
	}
	s.drafts += len(bare)
	for _, row := range s.rules {
		if row.safe > 0 {
			row.Fixable = fmt.Sprintf("%d %%", 100*row.safe/row.Number)
		}
	}
	slices.SortFunc(s.rules, func(a, b *ruleRow) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), b.Number-a.Number, strings.Compare(a.Rule, b.Rule))
	})
	slices.SortFunc(s.families, func(a, b tally) int { return cmp.Or(b.total()-a.total(), strings.Compare(a.label, b.label)) })
	s.busiest = busiest(s.busiest)
	return s
}

// byDraft yields findings, which are sorted by path, draft by draft.
func byDraft(shown iter.Seq[*engine.Finding]) iter.Seq[[]*engine.Finding] {
	return func(yield func([]*engine.Finding) bool) {
		var draft []*engine.Finding
		for f := range shown {
			if len(draft) > 0 && draft[0].Path != f.Path {
				if !yield(draft) {
					return
				}
				draft = nil
			}
			draft = append(draft, f)
		}
		if len(draft) > 0 {
			yield(draft)
		}
	}
}

// add adds the findings of the next draft.
func (s *survey) add(findings []*engine.Finding, o report.Options) {
	s.drafts++
	t := tally{label: shortPath(findings[0].Path), href: "#" + idOf(s.drafts)}
	for _, f := range findings {
		t.number[f.Severity]++
		s.familyOf(f.Rule).number[f.Severity]++
		s.rule(f, o)
	}
	if s.busiest = append(s.busiest, t); len(s.busiest) > 20*mostBusy {
		s.busiest = busiest(s.busiest)
	}
}

// familyOf returns the tally of the family of a rule; those of unknown rules are in “other”.
func (s *survey) familyOf(rule string) *tally {
	name := cmp.Or(s.of[rule], "other")
	k, ok := s.family[name]
	if !ok {
		k = len(s.families)
		s.family[name] = k
		s.families = append(s.families, tally{label: name})
	}
	return &s.families[k]
}

// ruleRow is a row of the table by rule.
type ruleRow struct {
	Rule, Severity, Address string
	Number, Drafts          int
	Fixable                 string // the share that a safe fix corrects; "" for none

	safe int    // that a safe fix corrects
	last string // the draft that was counted last
}

// rule adds a finding to the row of its rule.
func (s *survey) rule(f *engine.Finding, o report.Options) {
	row := s.index[f.Rule]
	if row == nil {
		row = &ruleRow{Rule: report.Escape(f.Rule), Severity: f.Severity.String(), Address: o.Address(f)}
		s.index[strings.Clone(f.Rule)] = row
		s.rules = append(s.rules, row)
	}
	row.Number++
	if rank(f.Severity.String()) < rank(row.Severity) {
		row.Severity = f.Severity.String()
	}
	if row.last != f.Path {
		row.Drafts, row.last = row.Drafts+1, f.Path
	}
	if len(f.Fixes) > 0 && f.Fixes[0].Safe && !f.Listed {
		row.safe++
	}
}

// rank returns 0 for errors, and more for what is milder.
func rank(severity string) int {
	s, _ := lint.ParseSeverity(severity)
	return int(lint.Error) - int(s)
}

// mostBusy is how many drafts the chart of drafts shows.
const mostBusy = 12

// busiest returns the drafts with the most errors and warnings; of equal ones, the first.
func busiest(all []tally) []tally {
	slices.SortStableFunc(all, func(a, b tally) int { return cmp.Or(b.serious()-a.serious(), b.total()-a.total()) })
	return all[:min(len(all), mostBusy)]
}
