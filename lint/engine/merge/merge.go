// Package merge makes one fix of the fixes of several findings.
//
// The trade-off: edits that overlap are left out, and so are those above a limit; fixing itself runs
// on the single findings, in rounds, and loses nothing.
package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// mostEdits is the number of edits that a merged fix has at most: a report need not list a hundred
// thousand.
const mostEdits = 1000

// Fixes returns one fix for two findings: their first fixes together. a are those of
// the finding that is shown, with those that were joined before. The title says so if some
// of the places have no fix.
func Fixes(a, b []lint.Fix) []lint.Fix {
	const all, several, some = ", in all places", "Make all of these changes", "Make the changes that are offered"
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if len(a) == 0 {
		return []lint.Fix{titled(b[0], some)}
	}
	one := a[0]
	title, joined := strings.CutSuffix(one.Title, all)
	if len(b) == 0 {
		if joined || one.Title == several {
			return []lint.Fix{titled(one, some)}
		}
		return a
	}
	if len(one.Edits) < mostEdits && !overlap(one.Edits, b[0].Edits) {
		edits := slices.Concat(one.Edits, b[0].Edits)
		slices.SortStableFunc(edits, func(x, y lint.Edit) int { return x.Span.Start - y.Span.Start })
		one = lint.Fix{Title: one.Title, Safe: one.Safe && b[0].Safe, Doubt: cmp.Or(one.Doubt, b[0].Doubt), Markup: one.Markup || b[0].Markup, Edits: edits}
	}
	switch {
	case one.Title == some:
	case title == b[0].Title:
		one.Title = title + all
	default:
		one.Title = several
	}
	return []lint.Fix{one}
}

// titled returns a fix with another title.
func titled(f lint.Fix, title string) lint.Fix {
	f.Title = title
	return f
}

// overlap reports whether two lists of edits overlap.
func overlap(a, b []lint.Edit) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Span.Start < y.Span.End && y.Span.Start < x.Span.End || x.Span == y.Span {
				return true
			}
		}
	}
	return false
}
