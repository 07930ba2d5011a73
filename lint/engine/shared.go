package engine

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// What many drafts lack alike is shared by them: a page that is made at build time, a
// component, a folder that lies elsewhere. Findings of a rule with the same
// [lint.Finding.Shared] on so many drafts, or on that share of a smaller run, become one,
// on the first of them, as advice. Both figures are conventions; in the judged samples no
// slip was made in five files alike.
const (
	sharedFiles = 5
	sharedPart  = .03
	fewest      = 3 // files, however small the run
)

// sharing is a rule with what drafts share.
type sharing struct{ rule, shared string }

// mergeShared turns findings that many drafts share into one. The outcomes must be sorted
// by path. Where it is known which drafts have changed, a writer is told of those alone,
// and each finding stands for itself.
func mergeShared(outcomes []*Outcome) {
	files, ok := countShared(outcomes)
	if !ok {
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

// countShared returns in how many drafts there is each finding that is to be merged; ok is
// false if there is none.
func countShared(outcomes []*Outcome) (files map[sharing]int, ok bool) {
	files, last := map[sharing]int{}, map[sharing]int{}
	drafts := 0
	for at, o := range outcomes {
		if o.changed {
			return nil, false
		}
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
	return files, len(files) > 0
}

// sharable reports whether a finding may be merged with others: it counts, and the writer's
// configuration does not ask for the rule by a severity of its own.
func sharable(o *Outcome, f *Finding) bool {
	if f.Shared == "" || f.Status != Active || o.context {
		return false
	}
	s := o.setting(f.Rule)
	return s != nil && !s.Explicit
}

// relate adds the place of another finding.
func (f *Finding) relate(other *Finding) {
	if len(f.Related) >= mostRelated {
		f.Unlisted++
		return
	}
	f.Related = append(f.Related, Related{Path: other.Path, Span: other.Span, From: other.From, To: other.To, Place: other.Place, Message: "the same"})
}
