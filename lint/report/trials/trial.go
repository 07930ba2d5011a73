package trials

import (
	"fmt"
	"io"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Trial writes the result of the examples of declared rules: what was expected and found of
// those that fail, and how many passed; which of the rules have no examples, and what is to be noted
// about them. The error is from w.
func Trial(w io.Writer, outcomes []trial.Outcome, declared []*house.Declared, o report.Options) error {
	p := layout.New(o)
	failed, rules := 0, map[string]bool{}
	for i := range outcomes {
		rules[outcomes[i].Rule.Name] = true
		if outcomes[i].Problem != "" {
			failed++
			writeFailure(p, &outcomes[i])
		}
	}
	line := report.Count(len(outcomes)-failed, "example") + " of " + report.Count(len(rules), "rule") + " as expected"
	if failed > 0 {
		line += ", " + p.Red.Sprint(fmt.Sprintf("%d not", failed))
	}
	p.WriteString(line + "\n")
	var bare []string
	for _, r := range declared {
		if len(r.Examples) == 0 {
			bare = append(bare, r.Name)
		}
	}
	if len(bare) > 0 {
		p.Hanging("", "Not tested, since there are no examples: "+report.Escape(strings.Join(bare, ", ")), "  ")
	}
	for _, r := range declared {
		for _, note := range r.Notes {
			p.Hanging("", p.Bold.Sprint(report.Escape(fmt.Sprintf("%s:%d", r.File, r.Line)))+" "+p.Cyan.Sprint(report.Escape(r.Name))+" "+report.Escape(note), "  ")
		}
	}
	return p.Flush(w, o)
}

// writeFailure writes an example that fails.
func writeFailure(p *layout.Page, t *trial.Outcome) {
	e := &t.Example
	p.WriteString(p.Bold.Sprint(report.Escape(fmt.Sprintf("%s:%d", e.File, e.Line))) + " " + p.Cyan.Sprint(report.Escape(t.Rule.Name)) + " " + report.Escape(e.Name) + "\n")
	p.Hanging("  ", p.Red.Sprint(t.Problem), "  ")
	for line := range strings.Lines(e.Draft) {
		p.WriteString("  " + p.Faint.Sprint("|") + " " + layout.Cut(report.Escape(strings.TrimRight(line, "\r\n")), p.Width-4) + "\n")
	}
	if e.Finds != nil {
		p.Hanging("  expected: ", report.Escape(quotedList(e.Finds)), "            ")
	}
	if e.Bad || len(t.Found) > 0 {
		p.Hanging("  found:    ", report.Escape(quotedList(t.Found)), "            ")
	}
	for i, m := range t.Messages {
		p.Hanging("  says:     ", report.Escape(m), "            ")
		if t.Unfixed[i] != "" {
			p.Hanging("  no fix:   ", report.Escape(t.Unfixed[i]), "            ")
		}
	}
	if e.Fixed != nil && strings.TrimSpace(*e.Fixed) != strings.TrimSpace(t.Fixed) {
		writeChanges(p, ended(*e.Fixed), ended(t.Fixed))
	}
	p.WriteByte('\n')
}

func ended(s string) string { return strings.TrimSpace(s) + "\n" }

// writeChanges writes the lines that differ.
func writeChanges(p *layout.Page, expected, got string) {
	text, err := udiff.ToUnified("expected", "fixed", expected, udiff.Lines(expected, got), layout.ContextLines)
	if err != nil {
		return // the edits are those that were just computed
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "@@") {
			p.WriteString("  ")
			layout.DiffLine(p, line, false, false)
		}
	}
}

func quotedList(words []string) string {
	if len(words) == 0 {
		return "nothing"
	}
	return "“" + strings.Join(words, "”, “") + "”"
}
