package listing

import (
	"fmt"
	"iter"
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
func writeOverview(p *layout.Page, r *engine.Result, shown iter.Seq[*engine.Finding], o report.Options) {
	all := report.CountRules(shown)
	writeTable(p, all)
	severe := only(shown, func(f *engine.Finding) bool { return f.Severity == lint.Error })
	rest := only(shown, func(f *engine.Finding) bool { return f.Severity != lint.Error })
	left, findings := 0, 0
	for _, c := range all {
		findings += c.Findings
	}
	if countTo(1, severe) > 0 {
		writeHeading(p, "Errors")
		left = writeFiles(p, byFile(severe), errorRoom)
		if left > 0 {
			p.Hanging("", report.Count(left, "more error")+"; all of them: copychief --fail-on error --quiet PATH", "  ")
		}
	}
	if countTo(1, rest) > 0 {
		room := max(draftRoom/3, draftRoom-ending(r, o, p.Width))
		drafts, more := heaviest(byFile(rest), room+1)
		writeHeading(p, "Drafts with the most to do")
		left += writeFiles(p, slices.Values(drafts), room) + more
	}
	p.WriteByte('\n')
	writeSummary(p, r, o, 0)
	writeNext(p, all, findings, left)
}

// only yields the findings that satisfy is.
func only(findings iter.Seq[*engine.Finding], is func(*engine.Finding) bool) iter.Seq[*engine.Finding] {
	return func(yield func(*engine.Finding) bool) {
		for f := range findings {
			if is(f) && !yield(f) {
				return
			}
		}
	}
}

// heaviest returns the n files with the highest [weight], the heaviest first, and the number of
// findings in the others. No more than twice as many files are in memory.
func heaviest(files iter.Seq[[]*engine.Finding], n int) (heavy [][]*engine.Finding, left int) {
	cut := func() {
		slices.SortStableFunc(heavy, func(a, b []*engine.Finding) int { return weight(b) - weight(a) })
		for _, findings := range heavy[min(n, len(heavy)):] {
			left += len(findings)
		}
		heavy = slices.Delete(heavy, min(n, len(heavy)), len(heavy))
	}
	for findings := range files {
		if heavy = append(heavy, findings); len(heavy) == 2*n {
			cut()
		}
	}
	cut()
	return heavy, left
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

// byFile yields the findings of each file. They must be sorted by path.
func byFile(findings iter.Seq[*engine.Finding]) iter.Seq[[]*engine.Finding] {
	return func(yield func([]*engine.Finding) bool) {
		var file []*engine.Finding
		for f := range findings {
			if len(file) > 0 && file[0].Path != f.Path {
				if !yield(file) {
					return
				}
				file = nil
			}
			file = append(file, f)
		}
		if len(file) > 0 {
			yield(file)
		}
	}
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
func writeFiles(p *layout.Page, files iter.Seq[[]*engine.Finding], lines int) (left int) {
	room, full := lines, false
	for findings := range files {
		if full {
			left += len(findings)
			continue
		}
		draft := p.Blank()
		shown := findings
		for n := len(findings); n > 0; n = n * 2 / 3 {
			shown = report.WorstOf(findings, n)
			draft.Reset()
			writeFile(draft, shown)
			if strings.Count(draft.String(), "\n") <= min(room, lines/3) {
				break
			}
		}
		text := draft.String()
		if strings.Count(text, "\n") > room {
			full, left = true, left+len(findings)
			continue
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
