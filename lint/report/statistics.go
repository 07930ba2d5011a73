package report

import (
	"io"

	"github.com/copychief/copychief/lint/engine"
)

type statisticsJSON struct {
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

// StatisticsJSON writes the number of findings of each rule as JSON, without the findings
// themselves. The error is from w.
func StatisticsJSON(w io.Writer, r *engine.Result) error {
	shown, _ := choose(r, Options{})
	out := statisticsJSON{Version: Version, Summary: summaryOf(r), Rules: []ruleCountJSON{}}
	for _, c := range countRules(shown) {
		out.Rules = append(out.Rules, ruleCountJSON{
			Rule: c.rule, Severity: c.severity.String(), Findings: c.findings, Files: c.files, Fixable: c.fixable,
			Path: c.example.Path, Line: c.example.From.Line, Message: c.example.Message,
		})
	}
	return Encode(w, out)
}
