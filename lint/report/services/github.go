package services

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// mostOfLevel is the number of annotations of each level that GitHub shows for a step. Three
// levels make 30, below the limit of 50 for a job.
const mostOfLevel = 10

// GitHub writes a result as workflow commands that annotate the lines of a change: errors,
// warnings and, for advice, notices; most severe first, at most ten of each level. What was
// not checked comes first, as an error. A plain line says how many findings are left out.
// Brief and Max limit what is annotated. The error is from w.
func GitHub(w io.Writer, r *engine.Result, o report.Options) error {
	var b strings.Builder
	chosen, left := report.Choose(r, o)
	var room [lint.Error + 1]int
	for s := range room {
		room[s] = mostOfLevel
	}
	for _, n := range r.NotChecked {
		if room[lint.Error]--; room[lint.Error] < 0 {
			left++
			continue
		}
		fmt.Fprintf(&b, "::error file=%s,title=%s::%s\n", property(o.Within(n.Path)), unchecked, payload(missed(n)))
	}
	shown := slices.Collect(chosen)
	slices.SortStableFunc(shown, func(a, b *engine.Finding) int { return int(b.Severity) - int(a.Severity) })
	for _, f := range shown {
		if room[f.Severity]--; room[f.Severity] < 0 {
			left++
			continue
		}
		b.WriteString(annotation(o, f) + "\n")
	}
	if left > 0 {
		fmt.Fprintf(&b, "%d more not annotated\n", left)
	}
	if !o.Brief {
		b.WriteString(report.Counts(r) + "\n")
		if line := report.Stale(r); line != "" {
			b.WriteString(line + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// annotation returns the command for a finding. GitHub supports columns only for spans on
// one line.
func annotation(o report.Options, f *engine.Finding) string {
	command := "notice"
	switch f.Severity {
	case lint.Error:
		command = "error"
	case lint.Warning:
		command = "warning"
	default:
	}
	f = lineless(f)
	from := max(f.From.Line, 1)
	at := fmt.Sprintf("line=%d,endLine=%d", from, max(from, f.To.Line))
	if f.From.Line == f.To.Line && f.Place == "" {
		at += fmt.Sprintf(",col=%d,endColumn=%d", f.From.Column, f.To.Column)
	}
	return fmt.Sprintf("::%s file=%s,%s,title=%s::%s", command, property(o.Within(f.Path)), at, property(f.Rule), payload(safe(f.Message)))
}

// payload returns text as the message of a command, on one line.
func payload(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property returns text as the value of a property of a command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(payload(report.Escape(s)))
}
