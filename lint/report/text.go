package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Text writes a result for people: findings by file, each with its source line, fixes and
// related places, and a summary. The error is from w.
func Text(w io.Writer, r *engine.Result, o Options) error {
	if o.Statistics {
		return Statistics(w, r, o)
	}
	p := newPage(o)
	shown, left := choose(r, o)
	if len(shown) > listed && !o.All && !o.Brief && o.Max == 0 {
		p.overview(r, shown, o)
		return p.flush(w, o)
	}
	for _, findings := range byFile(shown) {
		p.file(findings)
	}
	p.summary(r, o, left)
	return p.flush(w, o)
}

// flush writes the page; with Actions, it guards lines that look like commands.
func (p *page) flush(w io.Writer, o Options) error {
	s := p.String()
	if o.Actions {
		lines := strings.SplitAfter(s, "\n")
		for i, line := range lines {
			lines[i] = guard(line)
		}
		s = strings.Join(lines, "")
	}
	_, err := io.WriteString(w, s)
	return err
}

// file writes the findings of one file.
func (p *page) file(findings []*engine.Finding) {
	place := 0
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, func(a, b *engine.Finding) int { return rank(b) - rank(a) })
	for _, f := range findings {
		place = max(place, len(position(f)))
	}
	p.WriteString(p.bold.Sprint(Escape(findings[0].Path)) + "\n")
	for i, f := range findings {
		// Several findings with the same span share its source line.
		shared := i+1 < len(findings) && findings[i+1].Span == f.Span && len(f.Fixes)+len(f.Related) == 0
		p.finding(f, place, !shared)
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

// position returns where a finding is: line and column or, in formats without lines, a
// readable place.
func position(f *engine.Finding) string { return where(f.Place, f.From) }

func where(place string, p lint.Position) string {
	if place != "" {
		return Escape(place)
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

// severityWidth is the width of the longest severity, "warning".
const severityWidth = 7

// finding writes a finding, with its source line if show is set; place is the width of the
// position's column.
func (p *page) finding(f *engine.Finding, place int, show bool) {
	at, severity := position(f), f.Severity.String()
	p.WriteString("  " + at + pad(at, place) + "  ")
	p.WriteString(p.severity(f.Severity).Sprint(severity) + pad(severity, severityWidth) + "  ")
	p.message(f, 2+place+2+severityWidth+2)

	if !show {
		return
	}
	indent := strings.Repeat(" ", 2+place+2)
	if line, marks := snippet(f, p.width-len(indent)-2); marks != "" {
		p.WriteString(indent + p.faint.Sprint("|") + " " + line + "\n")
		p.WriteString(indent + p.faint.Sprint("|") + " " + p.severity(f.Severity).Sprint(marks) + "\n")
	}
	for _, x := range f.Fixes {
		label := "fix:"
		if !x.Safe {
			label = "possible fix:" // it may change the meaning
		}
		p.note(indent, p.green.Sprint(label), label, Escape(x.Title))
	}
	p.related(f, indent)
}

// shownRelated is the number of related places of a finding that are shown.
const shownRelated = 8

func (p *page) related(f *engine.Finding, indent string) {
	shown := min(len(f.Related), shownRelated)
	left := len(f.Related) - shown + f.Unlisted
	if left == 1 && shown < len(f.Related) {
		shown, left = shown+1, 0 // showing it takes no more lines than counting it
	}
	for _, r := range f.Related[:shown] {
		at := where(r.Place, r.From)
		if r.Path != "" && r.Path != f.Path {
			at = Escape(r.Path) + ":" + at
		}
		p.note(indent, p.faint.Sprint("see "+at+":"), "see "+at+":", Escape(r.Message))
	}
	if left > 0 {
		p.WriteString(indent + p.faint.Sprint("and "+count(left, "more place")) + "\n")
	}
}

// message writes the message, wrapped and indented, followed by the name of the rule.
func (p *page) message(f *engine.Finding, indent int) {
	hang := "\n" + strings.Repeat(" ", indent)
	lines := wrap(Escape(f.Message), p.width-indent)
	p.WriteString(strings.Join(lines, hang))
	last := lines[len(lines)-1]
	if uniseg.StringWidth(last)+2+len(f.Rule) > p.width-indent {
		p.WriteString(hang)
	} else {
		p.WriteString("  ")
	}
	p.WriteString(p.rule(f.Rule, f.Basis) + "\n")
}

// note writes a labelled line below a finding; painted is the coloured label.
func (p *page) note(indent, painted, label, text string) {
	hang := indent + "  "
	room := p.width - len(indent) - uniseg.StringWidth(label) - 1
	if room < 20 {
		p.WriteString(indent + painted + "\n")
		p.hanging(hang, text, hang)
		return
	}
	first := wrap(text, room)[0]
	p.WriteString(indent + painted + " " + first + "\n")
	if rest := strings.TrimPrefix(strings.Join(strings.Fields(text), " "), first); rest != "" {
		p.hanging(hang, rest, hang)
	}
}
