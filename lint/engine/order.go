package engine

import (
	"cmp"
	"slices"
	"strings"
)

// sortFindings sorts findings by path, offset, rule, end and message, so that the order
// depends only on the input. Findings are large, so their indexes are sorted, and then
// each finding is moved once.
func sortFindings(findings []Finding) {
	if isSorted(findings) {
		return
	}
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(&findings[a], &findings[b]) })
	for i := range order {
		out, to := findings[i], i // findings[i] comes last in its cycle
		for order[to] != i {
			from := order[to]
			findings[to], order[to] = findings[from], to
			to = from
		}
		findings[to], order[to] = out, to
	}
}

func isSorted(findings []Finding) bool {
	for i := 1; i < len(findings); i++ {
		if compare(&findings[i-1], &findings[i]) > 0 {
			return false
		}
	}
	return true
}

func compare(a, b *Finding) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Span.Start, b.Span.Start); c != 0 {
		return c
	}
	return cmp.Or(
		strings.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Span.End, b.Span.End),
		strings.Compare(a.Message, b.Message),
	)
}
