package listing

import (
	"io"
	"math"
	"strings"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// mostNotes is the number of rules that the text report names under “This site”, unless
// --verbose is given.
const mostNotes = 8

// Summary writes a summary of a run: the number of findings, the rules that were skipped,
// and what was not checked. The error is from w.
func Summary(w io.Writer, r *engine.Result, o report.Options) error {
	p := layout.New(o)
	writeSummary(p, r, o, 0)
	return p.Flush(w, o)
}

// writeSummary writes the counts, the rules that were skipped and why, and what was not checked.
// With Brief, it only writes what was not checked.
func writeSummary(p *layout.Page, r *engine.Result, o report.Options, left int) {
	if left > 0 {
		p.Printf("%s not shown (--max-findings %d)\n", report.Count(left, "more finding"), o.Max)
	}
	if !o.Brief {
		p.WriteString(p.Bold.Sprint(report.Counts(r)) + "\n")
		if rules, reasons := report.Skipped(r, o.Verbose); rules > 0 {
			p.Hanging("", report.Count(rules, "rule")+" skipped: "+strings.Join(reasons, ", "), "  ")
		}
		if line := report.ReadAs(r); line != "" {
			p.Hanging("", line, "  ")
		}
		for _, line := range r.Notes {
			p.Hanging("", report.Escape(line), "  ")
		}
		if line := report.Stale(r); line != "" {
			p.Hanging("", line, "  ")
		}
		if line := report.Fixable(r); line != "" {
			p.Hanging("", line, "  ")
		}
		if line := report.NotArticles(r); line != "" {
			p.Hanging("", line, "  ")
		}
		writePractice(p, r, o.Verbose)
	}
	if len(r.NotChecked) > 0 {
		p.WriteString(p.Red.Sprint("Not checked:") + "\n")
		for _, n := range r.NotChecked {
			p.Hanging("  ", report.Escape(n.Path)+": "+report.Escape(n.Reason), "    ")
		}
	}
}

// writePractice writes which findings are held back because of what other drafts do, and how to
// ask for them.
func writePractice(p *layout.Page, r *engine.Result, verbose bool) {
	most := mostNotes
	if verbose {
		most = math.MaxInt
	}
	lines := report.Practice(r, most)
	if len(lines) == 0 {
		return
	}
	p.Hanging("", "This site ("+askPractice+"):", "  ")
	for _, line := range lines {
		p.Hanging("  ", line, "    ")
	}
}

// askPractice says how to see what is held back.
const askPractice = "--only RULE lists what is held back"
