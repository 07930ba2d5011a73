package engine

import (
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint"
)

// If many drafts have the same problem, its cause is often outside of them: a page made at
// build time, a component, a folder in another repository. Findings of a rule with the
// same [lint.Finding.Shared] are merged into one piece of advice, on the first draft, if
// at least sharedFiles drafts have them or, in a smaller run, a share of sharedPart of the
// drafts. Both thresholds are conventions; in the judged samples, no mistake was repeated
// in five files.
// slip was made in five files alike.
const (
	sharedFiles = 5
	sharedPart  = .03
	fewest      = 3 // minimum number of files, however small the run
)

// sharing is a rule and a value of [lint.Finding.Shared].
type sharing struct{ rule, shared string }

// merge merges findings that are fixed together or that many drafts share. In a run on
// changes nothing is merged, since only findings on the changes are reported.
func merge(outcomes []*Outcome) {
	if slices.ContainsFunc(outcomes, func(o *Outcome) bool { return o.changed }) {
		return
	}
	for _, o := range outcomes {
		o.mergeTogether()
	}
	mergeShared(outcomes)
}

// mergeShared merges findings that many drafts share. The outcomes must be sorted by path.
func mergeShared(outcomes []*Outcome) {
	files := countShared(outcomes)
	if len(files) == 0 {
		return
	}
	first := map[sharing]*Finding{}
	for _, o := range outcomes {
		kept := o.Findings[:0]
		for _, f := range o.Findings {
			key := sharing{f.Rule, f.Shared}
			if !sharable(o, &f) || files[key] == 0 {
				kept = append(kept, f)
				continue
			}
			if one := first[key]; one != nil {
				one.relate(&f)
				continue
			}
			f.Severity = lint.Advice
			f.Message += fmt.Sprintf(" (the same in %d drafts, so it may be made elsewhere)", files[key])
			kept = append(kept, f)
			first[key] = &kept[len(kept)-1]
		}
		clear(o.Findings[len(kept):])
		o.Findings = kept
	}
}

// mergeTogether merges the findings of a draft that are fixed together; see
// [lint.Finding.Together].
func (o *Outcome) mergeTogether() {
	number := map[string]int{}
	worst := map[string]lint.Severity{}
	for i := range o.Findings {
		if f := &o.Findings[i]; f.Together != "" && f.Status == Active {
			number[f.Rule]++
			worst[f.Rule] = max(worst[f.Rule], f.Severity)
		}
	}
	for rule, n := range number {
		if n > 1 {
			o.merge(rule, n, worst[rule])
		}
	}
}

// merge merges n findings of a rule into the first of them with the highest severity,
// worst.
func (o *Outcome) merge(rule string, n int, worst lint.Severity) {
	one := slices.IndexFunc(o.Findings, func(f Finding) bool {
		return f.Rule == rule && f.Together != "" && f.Status == Active && f.Severity == worst
	})
	first := o.Findings[one]
	first.Message = fmt.Sprintf(first.Together, n)
	kept := o.Findings[:0]
	for i, f := range o.Findings {
		switch {
		case i == one:
			kept = append(kept, first)
		case f.Rule == rule && f.Together != "" && f.Status == Active:
			first.relate(&f)
		default:
			kept = append(kept, f)
		}
	}
	clear(o.Findings[len(kept):])
	o.Findings = kept
	at := slices.IndexFunc(o.Findings, func(f Finding) bool { return f.Rule == rule && f.Together != "" && f.Status == Active })
	o.Findings[at] = first // copied again, with all its related places
}

// countShared counts the drafts that share each finding, for findings that will be merged.
func countShared(outcomes []*Outcome) map[sharing]int {
	files, last := map[sharing]int{}, map[sharing]int{}
	drafts := 0
	for at, o := range outcomes {
		if o.Read && !o.context {
			drafts++
		}
		for i := range o.Findings {
			if f := &o.Findings[i]; sharable(o, f) {
				if key := (sharing{f.Rule, f.Shared}); last[key] != at+1 {
					last[key] = at + 1
					files[key]++
				}
			}
		}
	}
	enough := min(sharedFiles, max(int(sharedPart*float64(drafts)), fewest))
	for key, n := range files {
		if n < enough {
			delete(files, key)
		}
	}
	return files
}

// sharable reports whether a finding may be merged with others: it is active, and the
// configuration does not set a severity for the rule explicitly.
func sharable(o *Outcome, f *Finding) bool {
	if f.Shared == "" || f.Status != Active || o.context {
		return false
	}
	s := o.setting(f.Rule)
	return s != nil && !s.Explicit
}

// relate adds another finding as a related place.
func (f *Finding) relate(other *Finding) {
	message := "the same"
	if f.Path == other.Path {
		message = "another one"
	}
	if len(f.Related) >= mostRelated {
		f.Unlisted++
		return
	}
	f.Related = append(f.Related, Related{Path: other.Path, Span: other.Span, From: other.From, To: other.To, Place: other.Place, Message: message})
}
