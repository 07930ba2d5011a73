package report

import (
	"math"
	"strings"

	"github.com/copychief/copychief/lint/engine"
)

// Counts returns the numbers of a run as a phrase: “2 errors, 1 warning in 3 files”.
func Counts(r *engine.Result) string { return counts(r) }

// Notes returns what a report for people says after the findings, a line each: as what the
// site was read, what can be fixed, what is no article, and which rules are silent because of
// the practice of the site. The lines are escaped.
func Notes(r *engine.Result) (lines []string) {
	for _, line := range r.Notes {
		lines = append(lines, Escape(line))
	}
	for _, line := range append([]string{readAs(r), stale(r), fixable(r), notArticles(r)}, practice(r, math.MaxInt)...) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Address returns the address of the documentation of a finding's rule, or "" if it is not one
// that a reader should open.
func Address(f *engine.Finding, o Options) string { return o.address(f) }

// Excerpt returns the first source line of a finding, cropped around its span: what comes before
// the span, the span, and what comes after it. All three are escaped.
func Excerpt(f *engine.Finding) (before, words, after string) {
	if len(f.Lines) == 0 {
		return "", "", ""
	}
	l := f.Lines[0]
	start := min(max(f.Span.Start-l.Span.Start, 0), len(l.Text))
	end := min(max(f.Span.End-l.Span.Start, start), len(l.Text))
	from, to := around(l.Text, start, end)
	end = min(end, to)
	before, words, after = l.Text[from:start], l.Text[start:end], l.Text[end:to]
	if from > 0 {
		before = "…" + before
	}
	if to < len(l.Text) {
		after += "…"
	}
	return Escape(spaced(before)), Escape(spaced(words)), Escape(spaced(after))
}

// spaced replaces tabs, which are no attack but layout, and the mark that begins some files.
func spaced(s string) string {
	return strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\t", " ")
}

// Active returns the findings that count, in order.
func Active(r *engine.Result) []*engine.Finding { return active(r) }
