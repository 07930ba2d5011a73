package report

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Choose returns the findings to show, in order, and how many are left out because of Max,
// which keeps the most severe ones.
func Choose(r *engine.Result, o Options) (shown []*engine.Finding, left int) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Status != engine.Active || o.Brief && f.Severity < o.Least {
			continue
		}
		shown = append(shown, f)
	}
	if o.Max <= 0 || len(shown) <= o.Max {
		return shown, 0
	}
	left = len(shown) - o.Max
	return Worst(shown, o.Max), left
}

// Worst returns the n most severe findings, in their order; of equally severe ones, the first.
func Worst(all []*engine.Finding, n int) []*engine.Finding {
	var counts [lint.Error + 1]int
	for _, f := range all {
		counts[f.Severity]++
	}
	var quota [lint.Error + 1]int
	for s := lint.Error; s > lint.Unset && n > 0; s-- {
		quota[s] = min(counts[s], n)
		n -= quota[s]
	}
	return slices.DeleteFunc(slices.Clone(all), func(f *engine.Finding) bool {
		quota[f.Severity]--
		return quota[f.Severity] < 0
	})
}

// Active returns the active findings, in order.
func Active(r *engine.Result) []*engine.Finding {
	shown, _ := Choose(r, Options{})
	return shown
}
