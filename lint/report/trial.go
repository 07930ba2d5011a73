package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
)

// Trial writes the result of the examples of declared rules: what was expected and found of
// those that fail, and how many passed. bare are the rules without examples. The error is
// from w.
func Trial(w io.Writer, outcomes []trial.Outcome, bare []*house.Declared, o Options) error {
	p := newPage(o)
	failed, rules := 0, map[string]bool{}
	for i := range outcomes {
		rules[outcomes[i].Rule.Name] = true
		if outcomes[i].Problem != "" {
			failed++
			p.failure(&outcomes[i])
		}
	}
	line := count(len(outcomes)-failed, "example") + " of " + count(len(rules), "rule") + " as expected"
	if failed > 0 {
		line += ", " + p.red.Sprint(fmt.Sprintf("%d not", failed))
	}
	p.WriteString(line + "\n")
	if len(bare) > 0 {
		var names []string
		for _, r := range bare {
			names = append(names, r.Name)
		}
		p.hanging("", "Not tested, since there are no examples: "+Escape(strings.Join(names, ", ")), "  ")
	}
	return p.flush(w, o)
}

// failure writes an example that fails.
func (p *page) failure(t *trial.Outcome) {
	e := &t.Example
	p.WriteString(p.bold.Sprint(Escape(fmt.Sprintf("%s:%d", e.File, e.Line))) + " " + p.cyan.Sprint(Escape(t.Rule.Name)) + " " + Escape(e.Name) + "\n")
	p.hanging("  ", p.red.Sprint(t.Problem), "  ")
	for line := range strings.Lines(e.Draft) {
		p.WriteString("  " + p.faint.Sprint("|") + " " + cut(Escape(strings.TrimRight(line, "\r\n")), p.width-4) + "\n")
	}
	if e.Finds != nil {
		p.hanging("  expected: ", Escape(quotedList(e.Finds)), "            ")
	}
	if e.Bad || len(t.Found) > 0 {
		p.hanging("  found:    ", Escape(quotedList(t.Found)), "            ")
	}
	for _, m := range t.Messages {
		p.hanging("  says:     ", Escape(m), "            ")
	}
	if e.Fixed != nil && strings.TrimSpace(*e.Fixed) != strings.TrimSpace(t.Fixed) {
		p.changes(ended(*e.Fixed), ended(t.Fixed))
	}
	p.WriteByte('\n')
}

func ended(s string) string { return strings.TrimSpace(s) + "\n" }

// changes writes the lines that differ.
func (p *page) changes(expected, got string) {
	text, err := udiff.ToUnified("expected", "fixed", expected, udiff.Lines(expected, got), contextLines)
	if err != nil {
		return // the edits are those that were just computed
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "@@") {
			p.WriteString("  ")
			p.diffLine(line, false, false)
		}
	}
}

func quotedList(words []string) string {
	if len(words) == 0 {
		return "nothing"
	}
	return "“" + strings.Join(words, "”, “") + "”"
}
