package services

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

const (
	// commentSize is the default size limit in bytes: GitHub accepts comments of 65,536
	// characters, and a workflow may add text to the report.
	commentSize = 60000
	// footerSize is reserved for the text after a truncated table.
	footerSize = 200
)

// marker is the first line, by which a bot recognises its comment.
const marker = "<!-- copychief -->\n"

// Markdown writes a report for a pull request comment or a job summary: the counts, what was
// not checked, and a table of the active findings, most severe first, up to the size in
// [Options.Room]. Text from a draft cannot mention a user, refer to an issue or load an
// image. The error is from w.
func Markdown(w io.Writer, r *engine.Result, o report.Options) error {
	room := o.Room
	if room <= 0 {
		room = commentSize
	}
	m := &table{free: room - footerSize}
	m.WriteString(marker + "**copychief:** " + report.Counts(r) + "\n")
	if line := report.Stale(r); line != "" {
		m.WriteString("\n" + inert(line) + "\n")
	}
	m.missed(r.NotChecked, o)
	m.findings(r, o)
	if !o.Brief && len(r.Skipped) > 0 {
		rules, reasons := report.Skipped(r, true)
		m.list("\n<details><summary>"+report.Count(rules, "rule")+" skipped</summary>\n\n", reasons)
		m.WriteString("\n</details>\n")
	}
	if lines := report.Practice(r, math.MaxInt); !o.Brief && len(lines) > 0 {
		m.list("\n<details><summary>This site</summary>\n\n", lines)
		m.WriteString("\n</details>\n")
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// table builds a report of limited size.
type table struct {
	strings.Builder
	free int // bytes left for lines
}

// line writes a line if it fits, and reports whether it does.
func (m *table) line(s string) bool {
	if m.Len()+len(s) > m.free {
		return false
	}
	m.WriteString(s)
	return true
}

// missed lists what was not checked, in at most half of the space.
func (m *table) missed(all []engine.NotChecked, o report.Options) {
	if len(all) == 0 {
		return
	}
	m.WriteString("\n**Not checked:**\n\n")
	half := &table{free: m.free / 2}
	for i, n := range all {
		if !half.line("- " + inert(o.Within(n.Path)) + ": " + inert(n.Reason) + "\n") {
			half.WriteString("- " + strconv.Itoa(len(all)-i) + " more\n")
			break
		}
	}
	m.WriteString(half.String())
}

// findings writes the table.
func (m *table) findings(r *engine.Result, o report.Options) {
	chosen, left := report.Choose(r, o)
	shown := slices.Collect(chosen)
	if len(shown) == 0 {
		return
	}
	slices.SortStableFunc(shown, func(a, b *engine.Finding) int { return int(b.Severity) - int(a.Severity) })
	m.WriteString("\n| Severity | Place | Finding | Rule |\n|---|---|---|---|\n")
	for i, f := range shown {
		rule := inert(f.Rule)
		if address := o.Address(f); address != "" {
			rule = "[" + rule + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", `\`, "%5C").Replace(address) + ">)"
		}
		line := fmt.Sprintf("| %s | %s:%s | %s | %s |\n", f.Severity, inert(o.Within(f.Path)),
			inert(report.Position(f)), inert(f.Message), rule)
		if !m.line(line) {
			left += len(shown) - i
			break
		}
	}
	if left > 0 {
		m.WriteString("\n" + report.Count(left, "more finding") + " not shown\n")
	}
}

// list writes a heading and lines as a list, as far as they fit.
func (m *table) list(head string, lines []string) {
	m.WriteString(head)
	for _, line := range lines {
		if !m.line("- " + inert(line) + "\n") {
			break
		}
	}
}

// inert returns text as Markdown without any effect: markup is escaped, and mentions,
// references and addresses are broken with an empty comment.
func inert(s string) string { return report.Harmless(clip(report.Escape(s), 500)) }
