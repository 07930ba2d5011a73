package listing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
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

// writeTable writes a line for each rule: severity, findings, files, the share of findings that
// --fix fixes, and an example.
func writeTable(p *layout.Page, all []report.RuleCount) {
	if len(all) == 0 {
		return
	}
	name := len("rule")
	for _, c := range all {
		name = max(name, len(c.Rule))
	}
	name = min(name, max(16, p.Width-40))
	fixed := 2 + layout.SeverityWidth + 2 + 6 + 2 + 6 + 2 + 5 + 2
	room := p.Width - name - fixed
	head := fmt.Sprintf("%s%s  %-*s  %6s  %6s  %5s", "rule", layout.Pad("rule", name), layout.SeverityWidth, "", "number", "files", "fix")
	if room >= 16 {
		head += "  for example"
	}
	p.WriteString(p.Faint.Sprint(head) + "\n")
	for _, c := range all {
		share := ""
		if c.Fixable > 0 {
			share = fmt.Sprintf("%d %%", 100*c.Fixable/c.Findings)
		}
		rule := layout.Cut(c.Rule, name)
		p.WriteString(p.Rule(rule, c.Basis) + layout.Pad(rule, name) + "  ")
		p.WriteString(p.Severity(c.Severity).Sprint(c.Severity.String()) + layout.Pad(c.Severity.String(), layout.SeverityWidth))
		p.Printf("  %6s  %6s  %5s", lint.Thousands(c.Findings), lint.Thousands(c.Files), share)
		if room >= 16 {
			p.WriteString("  " + layout.Cut(exampleOf(c.Example), room))
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
			return "“" + report.Escape(words) + "”"
		}
	}
	return report.Escape(f.Path) + ":" + report.Position(f)
}

// writeOverview writes a report on many findings.
func writeOverview(p *layout.Page, r *engine.Result, shown []*engine.Finding, o report.Options) {
	all := report.CountRules(shown)
	writeTable(p, all)
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
		writeHeading(p, "Errors")
		left = writeFiles(p, byFile(severe), errorRoom)
		if left > 0 {
			p.Hanging("", report.Count(left, "more error")+"; all of them: copychief --fail-on error --quiet PATH", "  ")
		}
	}
	if drafts := byFile(rest); len(drafts) > 0 {
		slices.SortStableFunc(drafts, func(a, b []*engine.Finding) int { return weight(b) - weight(a) })
		writeHeading(p, "Drafts with the most to do")
		left += writeFiles(p, drafts, max(draftRoom/3, draftRoom-ending(r, o, p.Width)))
	}
	p.WriteByte('\n')
	writeSummary(p, r, o, 0)
	writeNext(p, all, len(shown), left)
}

// ending returns by how many lines the summary is longer than usual, so that the overview can leave
// out as many of the rest.
func ending(r *engine.Result, o report.Options, width int) int {
	const usual = 8
	summary := layout.New(o)
	summary.Width = width
	writeSummary(summary, r, o, 0)
	return max(0, strings.Count(summary.String(), "\n")-usual)
}

func writeHeading(p *layout.Page, text string) { p.WriteString("\n" + p.Bold.Sprint(text) + "\n\n") }

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

// writeFiles writes findings in at most the given number of lines and returns how many findings
// are left out. No draft takes more than a third of the lines.
func writeFiles(p *layout.Page, files [][]*engine.Finding, lines int) (left int) {
	room := lines
	for i, findings := range files {
		draft := p.Blank()
		shown := findings
		for n := len(findings); n > 0; n = n * 2 / 3 {
			shown = report.Worst(findings, n)
			draft.Reset()
			writeFile(draft, shown)
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
			p.WriteString("  " + p.Faint.Sprint("and "+report.Count(n, "more finding")+" in this draft") + "\n\n")
			left, room = left+n, room-2
		}
	}
	return left
}

// writeNext writes suggested commands with their effects.
func writeNext(p *layout.Page, all []report.RuleCount, findings, left int) {
	writeHeading(p, "What next")
	most := all[0]
	for _, c := range all {
		if c.Findings > most.Findings {
			most = c
		}
	}
	commands := [...][2]string{
		{"copychief --only " + most.Rule + " PATH", fmt.Sprintf("the %s of one rule", report.Count(most.Findings, "finding"))},
		{"copychief baseline PATH", "remember these " + lint.Thousands(findings) + "; from then on only new ones count"},
		{"copychief init", "write a configuration that fits this repository"},
		{"copychief --all PATH", "everything, with the " + lint.Thousands(left) + " not shown here"},
	}
	width := 0
	for _, c := range commands {
		width = max(width, len(c[0]))
	}
	for _, c := range commands {
		if width+2+24 > p.Width {
			p.WriteString("  " + p.Bold.Sprint(c[0]) + "\n")
			p.Hanging("    ", c[1], "    ")
			continue
		}
		p.Hanging("  "+p.Bold.Sprint(c[0])+layout.Pad(c[0], width)+"  ", c[1], strings.Repeat(" ", width+4))
	}
}
