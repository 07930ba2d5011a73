package driver

import (
	"cmp"
	"slices"
)

// result puts together what the drafts have yielded.
func (c *checking) result(outcomes []outcome) *Result {
	res := &Result{NotChecked: append(c.found.missed, c.shelf.missed...), Folders: c.found.folders, Idle: c.found.idle}
	changed := scopes{}
	total := 0
	for i := range outcomes {
		total += len(outcomes[i].findings)
	}
	res.Findings, res.Drafts = make([]Finding, 0, total), make([]Draft, 0, len(outcomes))
	skipped := map[skip]int{}
	for i := range outcomes {
		o := &outcomes[i]
		if o.read {
			res.Files++
			res.Drafts = append(res.Drafts, c.found.drafts[i].public().checked(o, c.found.partial))
		}
		res.Findings = append(res.Findings, o.findings...)
		changed.add(o.scope)
		res.NotChecked = append(res.NotChecked, o.missed...)
		for _, s := range o.skipped {
			if s.reason != "" {
				skipped[s]++
			}
		}
	}
	for s, n := range skipped {
		res.Skipped = append(res.Skipped, Skipped{Rule: s.rule, Reason: s.reason, Files: n})
	}
	slices.SortFunc(res.Skipped, func(a, b Skipped) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason))
	})
	inOrder(res.Findings)
	sift(c.request.Filters, res.Findings)
	changed.hold(res.Findings, c.rules)
	slices.Sort(res.Folders)
	res.NotChecked = sortMissed(res.NotChecked)
	return res
}
