package listing

import (
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Text writes a result for people: findings by file, each with its source line, fixes and
// related places, and a summary. The error is from w.
func Text(w io.Writer, r *engine.Result, o report.Options) error {
	if o.Statistics {
		return Statistics(w, r, o)
	}
	p := layout.New(o)
	shown, left := report.Choose(r, o)
	if countTo(listed+1, shown) > listed && !o.All && !o.Brief && o.Max == 0 {
		writeOverview(p, r, shown, o)
		return p.Flush(w, o)
	}
	for findings := range byFile(shown) {
		writeFile(p, findings)
	}
	writeSummary(p, r, o, left)
	return p.Flush(w, o)
}

// countTo counts findings up to a number.
func countTo(most int, findings iter.Seq[*engine.Finding]) (n int) {
	for range findings {
		if n++; n >= most {
			break
		}
	}
	return n
}

// writeFile writes the findings of one file.
func writeFile(p *layout.Page, findings []*engine.Finding) {
	place := 0
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, func(a, b *engine.Finding) int { return rank(b) - rank(a) })
	for _, f := range findings {
		place = max(place, len(report.Position(f)))
	}
	p.WriteString(p.Bold.Sprint(report.Escape(findings[0].Path)) + "\n")
	for i, f := range findings {
		// Several findings with the same span share its source line.
		shared := i+1 < len(findings) && findings[i+1].Span == f.Span && len(f.Fixes)+len(f.Related) == 0
		writeFinding(p, f, place, !shared)
		if !shared {
			p.WriteByte('\n')
		}
	}
}

// rank sorts errors before everything else in a draft.
func rank(f *engine.Finding) int {
	if f.Severity == lint.Error {
		return 1
	}
	return 0
}

// writeFinding writes a finding, with its source line if show is set; place is the width of the
// position's column.
func writeFinding(p *layout.Page, f *engine.Finding, place int, show bool) {
	at, severity := report.Position(f), f.Severity.String()
	p.WriteString("  " + at + layout.Pad(at, place) + "  ")
	p.WriteString(p.Severity(f.Severity).Sprint(severity) + layout.Pad(severity, layout.SeverityWidth) + "  ")
	writeMessage(p, f, 2+place+2+layout.SeverityWidth+2)

	if !show {
		return
	}
	indent := strings.Repeat(" ", 2+place+2)
	if line, marks := layout.Snippet(f, p.Width-len(indent)-2); marks != "" {
		p.WriteString(indent + p.Faint.Sprint("|") + " " + line + "\n")
		p.WriteString(indent + p.Faint.Sprint("|") + " " + p.Severity(f.Severity).Sprint(marks) + "\n")
	}
	for _, x := range f.Fixes {
		label, title := "fix:", report.Escape(x.Title)
		if !x.Safe {
			label = "possible fix:" // it may change the meaning
		}
		if !x.Safe && x.Doubt != "" {
			title += ", but " + report.Escape(x.Doubt)
		}
		writeNote(p, indent, p.Green.Sprint(label), label, title)
	}
	if len(f.Fixes) == 0 && f.Unfixed != "" {
		writeNote(p, indent, p.Faint.Sprint("no fix:"), "no fix:", report.Escape(f.Unfixed))
	}
	writeRelated(p, f, indent)
}

// shownRelated is the number of related places of a finding that are shown.
const shownRelated = 8

func writeRelated(p *layout.Page, f *engine.Finding, indent string) {
	shown := min(len(f.Related), shownRelated)
	left := len(f.Related) - shown + f.Unlisted
	if left == 1 && shown < len(f.Related) {
		shown, left = shown+1, 0 // showing it takes no more lines than counting it
	}
	for _, r := range f.Related[:shown] {
		at := report.Where(r.Place, r.From)
		if r.Path != "" && r.Path != f.Path {
			at = report.Escape(r.Path) + ":" + at
		}
		writeNote(p, indent, p.Faint.Sprint("see "+at+":"), "see "+at+":", report.Escape(r.Message))
	}
	if left > 0 {
		p.WriteString(indent + p.Faint.Sprint("and "+report.Count(left, "more place")) + "\n")
	}
}

// writeMessage writes the message, wrapped and indented, followed by the name of the rule.
func writeMessage(p *layout.Page, f *engine.Finding, indent int) {
	hang := "\n" + strings.Repeat(" ", indent)
	lines := layout.Wrap(report.Escape(f.Message), p.Width-indent)
	p.WriteString(strings.Join(lines, hang))
	last := lines[len(lines)-1]
	if uniseg.StringWidth(last)+2+len(f.Rule) > p.Width-indent {
		p.WriteString(hang)
	} else {
		p.WriteString("  ")
	}
	p.WriteString(p.Rule(f.Rule, f.Basis) + "\n")
}

// writeNote writes a labelled line below a finding; painted is the coloured label.
func writeNote(p *layout.Page, indent, painted, label, text string) {
	hang := indent + "  "
	room := p.Width - len(indent) - uniseg.StringWidth(label) - 1
	if room < 20 {
		p.WriteString(indent + painted + "\n")
		p.Hanging(hang, text, hang)
		return
	}
	first := layout.Wrap(text, room)[0]
	p.WriteString(indent + painted + " " + first + "\n")
	if rest := strings.TrimPrefix(strings.Join(strings.Fields(text), " "), first); rest != "" {
		p.Hanging(hang, rest, hang)
	}
}

// Statistics writes only the table by rule. The error is from w.
func Statistics(w io.Writer, r *engine.Result, o report.Options) error {
	p := layout.New(o)
	shown, left := report.Choose(r, o)
	writeTable(p, report.CountRules(shown))
	p.WriteByte('\n')
	writeSummary(p, r, o, left)
	return p.Flush(w, o)
}
