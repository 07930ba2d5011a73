package report

import (
	"iter"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Choose returns the findings to show, in order, and how many are left out because of Max,
// which keeps the most severe ones.
func Choose(r *engine.Result, o Options) (shown iter.Seq[*engine.Finding], left int) {
	shown = func(yield func(*engine.Finding) bool) {
		for f := range r.Findings.All() {
			if f.Status == engine.Active && (!o.Brief || f.Severity >= o.Least) && !yield(f) {
				return
			}
		}
	}
	if o.Max <= 0 {
		return shown, 0
	}
	return Worst(shown, o.Max)
}

// Quota is how many findings of each severity are shown.
type Quota [lint.Error + 1]int

// QuotaFor returns the quota for the n most severe of some findings, given their numbers by
// severity, and how many are left out.
func QuotaFor(n int, counts *[lint.Error + 1]int) (q Quota, left int) {
	for s := lint.Error; s > lint.Unset; s-- {
		q[s] = min(counts[s], max(n, 0))
		n -= q[s]
		left += counts[s] - q[s]
	}
	return q, left
}

// Take reports whether one more finding of a severity is shown.
func (q *Quota) Take(s lint.Severity) bool {
	q[s]--
	return q[s] >= 0
}

// Worst returns the n most severe findings, in their order, and how many are left out; of equally
// severe ones, it returns the first.
func Worst(all iter.Seq[*engine.Finding], n int) (worst iter.Seq[*engine.Finding], left int) {
	var counts [lint.Error + 1]int
	for f := range all {
		counts[f.Severity]++
	}
	quota, left := QuotaFor(n, &counts)
	return func(yield func(*engine.Finding) bool) {
		room := quota
		for f := range all {
			if room.Take(f.Severity) && !yield(f) {
				return
			}
		}
	}, left
}

// WorstOf is [Worst] for findings in memory.
func WorstOf(all []*engine.Finding, n int) []*engine.Finding {
	worst, _ := Worst(slices.Values(all), n)
	return slices.Collect(worst)
}

// Active returns the active findings, in order.
func Active(r *engine.Result) iter.Seq[*engine.Finding] {
	shown, _ := Choose(r, Options{})
	return shown
}
