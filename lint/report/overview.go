package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// A first run on a repository may have thousands of findings, more than anyone would read.
// If there are many, the text report therefore begins with a table by rule, shows as many
// errors as fit and the drafts with the most findings, and ends with suggested commands.
// Its length does not grow with the repository.
const (
	listed    = 50  // maximum number of findings in a full list, unless --all is given
	errorRoom = 120 // maximum number of lines for errors
	draftRoom = 90  // maximum number of lines for the drafts with the most findings
)

// ruleCount is a line of the table: the number of findings of one rule.
type ruleCount struct {
	rule     string
	basis    lint.Basis
	severity lint.Severity // the highest severity among its findings
	findings int
	files    int
	fixable  int // findings with a safe fix
	example  *engine.Finding
}

// countRules counts findings by rule and sorts the rules by severity, then by frequency.
func countRules(findings []*engine.Finding) []ruleCount {
	byRule := map[string]*ruleCount{}
	last := map[string]string{}
	for _, f := range findings {
		c := byRule[f.Rule]
		if c == nil {
			c = &ruleCount{rule: f.Rule, basis: f.Basis, example: f}
			byRule[f.Rule] = c
		}
		c.findings++
		if last[f.Rule] != f.Path {
			c.files, last[f.Rule] = c.files+1, f.Path
		}
		if len(f.Fixes) > 0 && f.Fixes[0].Safe {
			c.fixable++
		}
		if f.Severity > c.severity {
			c.severity, c.example = f.Severity, f
		}
	}
	var all []ruleCount
	for _, c := range byRule {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b ruleCount) int {
		return cmp.Or(int(b.severity)-int(a.severity), b.findings-a.findings, strings.Compare(a.rule, b.rule))
	})
	return all
}

// Statistics writes only the table by rule. The error is from w.
func Statistics(w io.Writer, r *engine.Result, o Options) error {
	p := newPage(o)
	shown, left := choose(r, o)
	p.table(countRules(shown))
	p.WriteByte('\n')
	p.summary(r, o, left)
	return p.flush(w, o)
}

// table writes a line for each rule: severity, findings, files, the share of findings that
// --fix fixes, and an example.
func (p *page) table(all []ruleCount) {
	if len(all) == 0 {
		return
	}
	name := len("rule")
	for _, c := range all {
		name = max(name, len(c.rule))
	}
	name = min(name, max(16, p.width-40))
	fixed := 2 + severityWidth + 2 + 6 + 2 + 5 + 2 + 5 + 2
	room := p.width - name - fixed
	head := fmt.Sprintf("%s%s  %-*s  %6s  %5s  %5s", "rule", pad("rule", name), severityWidth, "", "number", "files", "fix")
	if room >= 16 {
		head += "  for example"
	}
	p.WriteString(p.faint.Sprint(head) + "\n")
	for _, c := range all {
		share := ""
		if c.fixable > 0 {
			share = fmt.Sprintf("%d %%", 100*c.fixable/c.findings)
		}
		rule := cut(c.rule, name)
		p.WriteString(p.rule(rule, c.basis) + pad(rule, name) + "  ")
		p.WriteString(p.severity(c.severity).Sprint(c.severity.String()) + pad(c.severity.String(), severityWidth))
		p.printf("  %6d  %5d  %5s", c.findings, c.files, share)
		if room >= 16 {
			p.WriteString("  " + cut(exampleOf(c.example), room))
		}
		p.WriteByte('\n')
	}
}

// exampleOf returns the words at a finding or, for a finding about something absent, its
// position.
func exampleOf(f *engine.Finding) string {
	if len(f.Lines) > 0 && f.About.Empty() {
		l := f.Lines[0]
		start := min(max(f.Span.Start-l.Span.Start, 0), len(l.Text))
		end := min(max(f.Span.End-l.Span.Start, start), len(l.Text))
		if words := strings.Join(strings.Fields(l.Text[start:end]), " "); words != "" && uniseg.StringWidth(words) < 200 {
			return "“" + Escape(words) + "”"
		}
	}
	return Escape(f.Path) + ":" + position(f)
}

// overview writes a report on many findings.
func (p *page) overview(r *engine.Result, shown []*engine.Finding, o Options) {
	all := countRules(shown)
	p.table(all)
	var severe, rest []*engine.Finding
	for _, f := range shown {
		if f.Severity == lint.Error {
			severe = append(severe, f)
		} else {
			rest = append(rest, f)
		}
	}
	left := 0
	if len(severe) > 0 {
		p.heading("Errors")
		left = p.files(byFile(severe), errorRoom)
		if left > 0 {
			p.hanging("", count(left, "more error")+"; all of them: copychief --fail-on error --quiet PATH", "  ")
		}
	}
	if drafts := byFile(rest); len(drafts) > 0 {
		slices.SortStableFunc(drafts, func(a, b []*engine.Finding) int { return weight(b) - weight(a) })
		p.heading("Drafts with most to do")
		left += p.files(drafts, max(draftRoom/3, draftRoom-ending(r, o, p.width)))
	}
	p.WriteByte('\n')
	p.summary(r, o, 0)
	p.next(all, len(shown), left)
}

// ending returns by how many lines the summary is longer than usual, so that a report on a site
// with many practices stays short.
func ending(r *engine.Result, o Options, width int) int {
	const usual = 8
	summary := newPage(o)
	summary.width = width
	summary.summary(r, o, 0)
	return max(0, strings.Count(summary.String(), "\n")-usual)
}

func (p *page) heading(text string) { p.WriteString("\n" + p.bold.Sprint(text) + "\n\n") }

// byFile groups findings by file. They must be sorted by path.
func byFile(findings []*engine.Finding) (files [][]*engine.Finding) {
	for from := 0; from < len(findings); {
		to := from
		for to < len(findings) && findings[to].Path == findings[from].Path {
			to++
		}
		files = append(files, findings[from:to])
		from = to
	}
	return files
}

// weight returns the sort key of a draft: the number of its findings, where warnings and
// errors count five times.
func weight(findings []*engine.Finding) int {
	n := 0
	for _, f := range findings {
		n++
		if f.Severity >= lint.Warning {
			n += 4
		}
	}
	return n
}

// files writes findings in at most the given number of lines and returns how many findings
// are left out. No draft takes more than a third of the lines.
func (p *page) files(files [][]*engine.Finding, lines int) (left int) {
	room := lines
	for i, findings := range files {
		draft := &page{palette: p.palette, width: p.width}
		shown := findings
		for n := len(findings); n > 0; n = n * 2 / 3 {
			shown = worst(findings, n)
			draft.Reset()
			draft.file(shown)
			if strings.Count(draft.String(), "\n") <= min(room, lines/3) {
				break
			}
		}
		text := draft.String()
		if strings.Count(text, "\n") > room {
			for _, more := range files[i:] {
				left += len(more)
			}
			return left
		}
		p.WriteString(text)
		room -= strings.Count(text, "\n")
		if n := len(findings) - len(shown); n > 0 {
			p.WriteString("  " + p.faint.Sprint("and "+count(n, "more finding")+" in this draft") + "\n\n")
			left, room = left+n, room-2
		}
	}
	return left
}

// next writes suggested commands with their effects.
func (p *page) next(all []ruleCount, findings, left int) {
	p.heading("What next")
	most := all[0]
	for _, c := range all {
		if c.findings > most.findings {
			most = c
		}
	}
	commands := [...][2]string{
		{"copychief --only " + most.rule + " PATH", fmt.Sprintf("the %s of one rule", count(most.findings, "finding"))},
		{"copychief baseline PATH", fmt.Sprintf("remember these %d; from then on only new ones count", findings)},
		{"copychief init", "write a configuration that fits this repository"},
		{"copychief --all PATH", fmt.Sprintf("everything, with the %d not shown here", left)},
	}
	width := 0
	for _, c := range commands {
		width = max(width, len(c[0]))
	}
	for _, c := range commands {
		if width+2+24 > p.width {
			p.WriteString("  " + p.bold.Sprint(c[0]) + "\n")
			p.hanging("    ", c[1], "    ")
			continue
		}
		p.hanging("  "+p.bold.Sprint(c[0])+pad(c[0], width)+"  ", c[1], strings.Repeat(" ", width+4))
	}
}
