package engine

import (
	"cmp"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/site/place"
)

// Result is the result of a run. Findings are sorted by path, offset and rule, so that
// their order depends only on the input.
type Result struct {
	Files      int        // drafts that were read
	Idle       string     // why there was nothing to check; "" if there was
	Findings   Findings   // including those that do not count; see Status
	Coverage   []Coverage // of the drafts that were read, by path
	Folders    []string   // that were searched for drafts; absolute
	Skipped    []SkipCount
	Kinds      map[lint.Kind]int      // drafts that are not articles
	ExcludedBy map[lint.Kind][]string // files that list what other linters and generators leave out, by the kind that such drafts have
	Practice   []PracticeNote         // rules with findings that are held back because of what the site does
	Mirrors    HeldNote               // findings on translations that are held back
	Generated  HeldNote               // findings in parts that a program writes
	Unlisted   HeldNote               // findings about search results on pages that are not in any
	Archived   HeldNote               // findings on old articles, or on pages without a date, that are held back
	Switched   []SwitchedNote         // findings of rules that are switched off in other linters
	NotChecked []NotChecked           // drafts that were not, or only partly, checked: exit code 2
	ReadAs     []string               // what sites without a configuration were recognised as, in phrases
	Notes      []string               // what else a reader should know about the run, in sentences
	Fixed      int                    // findings that were fixed before the run
	Stale      int                    // entries of the baseline that no longer match anything
}

// SkipCount is the number of drafts on which a rule could not run for a reason.
type SkipCount struct {
	Rule, Reason string
	Files        int
	Asked        bool // the configuration or --only asked for the rule
}

// NotChecked is a file, or a part of one, that was not checked.
type NotChecked struct{ Path, Reason string }

// Coverage says which rules ran on a draft.
type Coverage struct {
	Path     string // as findings show it
	Settings *config.Settings

	skipped []Skip
	whole   bool // the whole draft was checked
	partial bool // only a part of the site was checked
}

// Ran reports whether a rule checked the whole draft and, if it is about the site, the
// whole site. Only then do missing findings mean that there is nothing to find.
func (c *Coverage) Ran(rule string) bool {
	return c.whole && !isSkipped(c.Skipped(), rule) && runs(c.Settings, rule, c.partial)
}

// Asks reports whether the settings of the draft ask for a rule.
func (c *Coverage) Asks(rule string) bool { return runs(c.Settings, rule, false) }

// Skipped returns the rules that were skipped on the draft.
func (c *Coverage) Skipped() []Skip { return c.skipped }

// runs reports whether a rule runs with the settings and, if it is about the site, sees
// all of it. It is true of the engine's own rules if the whole site is checked.
func runs(settings *config.Settings, rule string, partial bool) bool {
	for i := range settings.Rules {
		if s := &settings.Rules[i]; s.Rule.Name == rule {
			return s.Checker != nil || !partial
		}
	}
	return false
}

// Collect merges the outcomes of drafts, which must be sorted by path, into one result and takes
// over their findings. partial means that they are only a part of their site.
func Collect(outcomes []*Outcome, partial bool) *Result {
	res := &Result{Coverage: make([]Coverage, 0, len(outcomes)), Findings: collectFindings(outcomes)}
	skipped := map[Skip]int{}
	res.Kinds = map[lint.Kind]int{}
	for _, o := range outcomes {
		if o.Read {
			res.Files++
			if !o.Kind.IsArticle() {
				res.Kinds[o.Kind]++
				res.excluded(o)
			}
			res.Coverage = append(res.Coverage, Coverage{
				Path: o.path, Settings: o.settings, skipped: o.Skips, whole: len(o.NotChecked) == 0 && !o.failed, partial: partial,
			})
		}
		o.page = nil // the rules about the site have run
		res.NotChecked = append(res.NotChecked, o.NotChecked...)
		for _, s := range o.Skips {
			if s.Reason != "" {
				skipped[s]++
			}
		}
	}
	for s, n := range skipped {
		res.Skipped = append(res.Skipped, SkipCount{Rule: s.Rule, Reason: s.Reason, Files: n, Asked: s.Asked})
	}
	slices.SortFunc(res.Skipped, func(a, b SkipCount) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason))
	})
	res.NotChecked = SortNotChecked(res.NotChecked)
	return res
}

// SortNotChecked sorts a list by path and reason and removes duplicates.
func SortNotChecked(list []NotChecked) []NotChecked {
	slices.SortFunc(list, func(a, b NotChecked) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	return slices.Compact(list)
}

// Count returns how many active findings have a severity.
func (r *Result) Count(s lint.Severity) int { return r.Findings.count()[Active][s] }

// CountStatus returns how many findings have a status.
func (r *Result) CountStatus(s Status) (n int) {
	for _, ofSeverity := range r.Findings.count()[s] {
		n += ofSeverity
	}
	return n
}

// excluded records which files say that a draft is left out. In a run on a folder of the
// site, paths may not be those that the files name; then all files with such lists count.
func (r *Result) excluded(o *Outcome) {
	if o.Kind != lint.KindExcluded && o.Kind != lint.KindUnpublished || o.settings == nil || o.settings.Site == nil {
		return
	}
	if r.ExcludedBy == nil {
		r.ExcludedBy = map[lint.Kind][]string{}
	}
	lists := o.settings.Site.Exclusions
	if e := place.ExclusionOf(o.settings.Site, o.path); e != nil && e.Kind == o.Kind {
		lists = []lint.Exclusion{*e}
	}
	for _, e := range lists {
		if e.Kind == o.Kind && !slices.Contains(r.ExcludedBy[o.Kind], e.By) {
			r.ExcludedBy[o.Kind] = append(r.ExcludedBy[o.Kind], e.By)
		}
	}
}

// SetNotes sets the notes of a result.
func (r *Result) SetNotes(n *Notes) {
	r.Practice, r.Mirrors, r.Generated, r.Unlisted, r.Archived, r.Switched = n.Practice, n.Mirrors, n.Generated, n.Unlisted, n.Archived, n.Switched
}
