package engine

import (
	"cmp"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// Result is what a run found, in an order that depends on nothing but the input:
// by path, offset, rule.
type Result struct {
	Files      int        // drafts that were read
	Idle       string     // why there was rightly no draft to check; "" where there was one
	Findings   []Finding  // those that do not count among them, marked
	Coverage   []Coverage // of the drafts that were read, by path
	Folders    []string   // absolute, that were searched for drafts
	Skipped    []Skipped
	NotChecked []NotChecked // what was not checked, or not wholly: exit code 2
	Fixed      int          // findings whose fix reached its file before the run
	Stale      int          // entries of the baseline that match nothing any more, as this run shows
}

// Skipped counts the drafts on which a rule could not run, and says why.
type Skipped struct {
	Rule, Reason string
	Files        int
}

// NotChecked is a file, or a part of one, that was not checked.
type NotChecked struct{ Path, Reason string }

// Coverage says which rules looked at a draft.
type Coverage struct {
	Path     string // as findings show it
	Settings *config.Settings

	skipped []Skip
	whole   bool // all of the draft was checked
	partial bool // the run saw only a part of the site
}

// Ran reports whether a rule looked at all of the draft and, where it is about the
// site, at all of the site. Only then does it mean something that it found nothing.
func (c *Coverage) Ran(rule string) bool {
	return c.whole && !skips(c.Skipped(), rule) && runs(c.Settings, rule, c.partial)
}

// Skipped returns the rules that did not look at the draft.
func (c *Coverage) Skipped() []Skip { return c.skipped }

// runs reports whether a rule runs where the settings hold, and sees all that it
// must see. The engine's own rules speak of what others found.
func runs(settings *config.Settings, rule string, partial bool) bool {
	for i := range settings.Rules {
		if s := &settings.Rules[i]; s.Rule.Name == rule {
			return s.Checker != nil || !partial
		}
	}
	return false
}

// Collect puts the outcomes of drafts, in the order of their paths, together into one
// result. partial says that they are only a part of their site.
func Collect(outcomes []*Outcome, partial bool) *Result {
	total := 0
	for _, o := range outcomes {
		total += len(o.Findings)
	}
	res := &Result{Findings: make([]Finding, 0, total), Coverage: make([]Coverage, 0, len(outcomes))}
	skipped := map[Skip]int{}
	for _, o := range outcomes {
		if o.Read {
			res.Files++
			res.Coverage = append(res.Coverage, Coverage{
				Path: o.path, Settings: o.settings, skipped: o.Skips, whole: len(o.NotChecked) == 0 && !o.failed, partial: partial,
			})
		}
		res.Findings = append(res.Findings, o.Findings...)
		res.NotChecked = append(res.NotChecked, o.NotChecked...)
		for _, s := range o.Skips {
			if s.Reason != "" {
				skipped[s]++
			}
		}
	}
	for s, n := range skipped {
		res.Skipped = append(res.Skipped, Skipped{Rule: s.Rule, Reason: s.Reason, Files: n})
	}
	slices.SortFunc(res.Skipped, func(a, b Skipped) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason))
	})
	res.NotChecked = SortNotChecked(res.NotChecked)
	return res
}

// SortNotChecked sorts a list by path and reason and drops what it says twice.
func SortNotChecked(list []NotChecked) []NotChecked {
	slices.SortFunc(list, func(a, b NotChecked) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	return slices.Compact(list)
}

// Count returns how many active findings have a severity.
func (r *Result) Count(s lint.Severity) int {
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Status == Active && f.Severity == s {
			n++
		}
	}
	return n
}

// CountStatus returns how many findings have a status.
func (r *Result) CountStatus(s Status) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Status == s {
			n++
		}
	}
	return n
}
