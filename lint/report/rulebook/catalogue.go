package rulebook

import (
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// List writes a table of rules by family, with name, severity, basis and summary. The error
// is from w.
func List(w io.Writer, rules []*lint.Rule, o report.Options) error {
	p := layout.New(o)
	name := 0
	for _, r := range rules {
		name = max(name, len(r.Name))
	}
	family := lint.Family("")
	for _, r := range rules {
		if r.Family != family {
			if family != "" {
				p.WriteByte('\n')
			}
			family = r.Family
			p.WriteString(p.Bold.Sprint(report.Escape(string(family))) + "\n")
		}
		writeRow(p, r, name)
	}
	p.WriteString("\n" + report.Count(len(rules), "rule") + "; copychief explain RULE says more\n")
	return p.Flush(w, o)
}

// writeRow writes a rule on two lines, so that there is space for the summary; name is the width
// of the name's column.
func writeRow(p *layout.Page, r *lint.Rule, name int) {
	severity := r.Severity.String()
	if r.Off {
		severity = lint.Off.String()
	}
	lead := "  " + p.Rule(r.Name, r.Basis) + layout.Pad(r.Name, name) + "  " +
		p.Severity(r.Severity).Sprint(severity) + layout.Pad(severity, layout.SeverityWidth) + "  " +
		p.Faint.Sprint(string(r.Basis.Kind))
	p.WriteString(lead + "\n")
	p.Hanging("      ", report.Escape(r.Summary), "      ")
}

type ruleJSON struct {
	Name     string           `json:"name"`
	Family   string           `json:"family"`
	Summary  string           `json:"summary"`
	Severity string           `json:"severity"`
	Off      bool             `json:"off"`
	Needs    []string         `json:"needs"`
	Basis    report.BasisJSON `json:"basis"`
	Options  []optionJSON     `json:"options"`
}

type optionJSON struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Default string `json:"default"`
	Doc     string `json:"doc"`
}

// ListJSON writes rules with their options as JSON. The error is from w.
func ListJSON(w io.Writer, rules []*lint.Rule) error {
	out := struct {
		Version int        `json:"version"`
		Rules   []ruleJSON `json:"rules"`
	}{report.Version, []ruleJSON{}}
	for _, r := range rules {
		j := ruleJSON{
			Name: r.Name, Family: string(r.Family), Summary: r.Summary,
			Severity: r.Severity.String(), Off: r.Off,
			Needs: append([]string{}, r.Conditions()...), Options: []optionJSON{},
			Basis: report.BasisOf(r.Basis),
		}
		for _, o := range docs.Options(r) {
			j.Options = append(j.Options, optionJSON(o))
		}
		out.Rules = append(out.Rules, j)
	}
	return report.Encode(w, out)
}
