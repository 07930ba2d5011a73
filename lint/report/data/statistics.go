package data

import (
	"io"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// StatisticsJSON is what each rule found.
type StatisticsJSON struct {
	Version int             `json:"version"`
	Summary summaryJSON     `json:"summary"`
	Rules   []ruleCountJSON `json:"rules"`
}

type ruleCountJSON struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Findings int    `json:"findings"`
	Files    int    `json:"files"`
	Fixable  int    `json:"fixable"` // findings with a safe fix
	Path     string `json:"path"`    // of an example
	Line     int    `json:"line"`
	Message  string `json:"message"`
}

// Statistics writes the number of findings of each rule as JSON, without the findings
// themselves. The error is from w.
func Statistics(w io.Writer, r *engine.Result) error {
	shown, _ := report.Choose(r, report.Options{})
	out := StatisticsJSON{Version: report.Version, Summary: summaryOf(r), Rules: []ruleCountJSON{}}
	for _, c := range report.CountRules(shown) {
		out.Rules = append(out.Rules, ruleCountJSON{
			Rule: c.Rule, Severity: c.Severity.String(), Findings: c.Findings, Files: c.Files, Fixable: c.Fixable,
			Path: c.Example.Path, Line: c.Example.From.Line, Message: c.Example.Message,
		})
	}
	return report.Encode(w, out)
}
