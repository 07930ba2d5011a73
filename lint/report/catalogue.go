package report

import (
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
)

// Rules writes a table of rules by family, with name, severity, basis and summary. The error
// is from w.
func Rules(w io.Writer, rules []*lint.Rule, o Options) error {
	p := newPage(o)
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
			p.WriteString(p.bold.Sprint(Escape(string(family))) + "\n")
		}
		p.row(r, name)
	}
	p.WriteString("\n" + count(len(rules), "rule") + "; copychief explain RULE says more\n")
	return p.flush(w, o)
}

// row writes a rule on two lines, so that there is space for the summary; name is the width
// of the name's column.
func (p *page) row(r *lint.Rule, name int) {
	severity := r.Severity.String()
	if r.Off {
		severity = lint.Off.String()
	}
	lead := "  " + p.rule(r.Name, r.Basis) + pad(r.Name, name) + "  " +
		p.severity(r.Severity).Sprint(severity) + pad(severity, severityWidth) + "  " +
		p.faint.Sprint(string(r.Basis.Kind))
	p.WriteString(lead + "\n")
	p.hanging("      ", Escape(r.Summary), "      ")
}

type ruleJSON struct {
	Name     string       `json:"name"`
	Family   string       `json:"family"`
	Summary  string       `json:"summary"`
	Severity string       `json:"severity"`
	Off      bool         `json:"off"`
	Needs    []string     `json:"needs"`
	Basis    basisJSON    `json:"basis"`
	Options  []optionJSON `json:"options"`
}

type optionJSON struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Default string `json:"default"`
	Doc     string `json:"doc"`
}

// RulesJSON writes rules with their options as JSON. The error is from w.
func RulesJSON(w io.Writer, rules []*lint.Rule) error {
	out := struct {
		Version int        `json:"version"`
		Rules   []ruleJSON `json:"rules"`
	}{Version, []ruleJSON{}}
	for _, r := range rules {
		j := ruleJSON{
			Name: r.Name, Family: string(r.Family), Summary: r.Summary,
			Severity: r.Severity.String(), Off: r.Off,
			Needs: append([]string{}, r.Conditions()...), Options: []optionJSON{},
			Basis: basisJSON{string(r.Basis.Kind), r.Basis.Source, r.Basis.URL},
		}
		for _, o := range docs.Options(r) {
			j.Options = append(j.Options, optionJSON(o))
		}
		out.Rules = append(out.Rules, j)
	}
	return Encode(w, out)
}
