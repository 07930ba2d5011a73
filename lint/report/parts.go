package report

import (
	"math"

	"github.com/copychief/copychief/lint/engine"
)

// Notes returns what a report for people says after the findings, a line each: what the site
// was recognised as, what can be fixed, what is not an article, and which rules hold findings
// back because of the practice of the site. The lines are escaped.
func Notes(r *engine.Result) (lines []string) {
	for _, line := range r.Notes {
		lines = append(lines, Escape(line))
	}
	for _, line := range append([]string{ReadAs(r), Stale(r), Fixable(r), NotArticles(r)}, Practice(r, math.MaxInt)...) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
