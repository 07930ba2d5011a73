package rulebook

import (
	"cmp"
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// exampleLines is the length of an example that still leaves the page on one screen.
const exampleLines = 6

// ExplainBriefly writes what somebody needs to know about a finding of a rule: what is wrong,
// what to do, an example, how to silence the rule. It fits on a screen; [Explain] writes the
// whole page. The error is from w.
func ExplainBriefly(w io.Writer, page *docs.Page, o report.Options) error {
	p := &manual{layout.New(o)}
	name := page.Rule.Name
	p.WriteString(p.Bold.Sprint(report.Escape(name)) + "\n")
	p.Hanging("", report.Escape(page.Rule.Summary), "")
	p.WriteByte('\n')
	p.prose(cmp.Or(page.Part("What to do"), page.Explanation))
	if e := page.Shortest(exampleLines); e != nil {
		p.example(e)
	}
	p.WriteString("\n" + p.Bold.Sprint("To silence it") + "\n")
	p.Hanging("  ", "above the place:   <!-- copychief-ignore "+report.Escape(name)+": the reason -->", "    ")
	p.Hanging("  ", "in this draft:     <!-- copychief-ignore-file "+report.Escape(name)+": the reason -->", "    ")
	p.Hanging("  ", "in .copychief.yml: rules: {"+report.Escape(name)+": \"off\"}", "    ")
	p.WriteByte('\n')
	p.Field("Severity", docs.Severity(page.Rule))
	p.Field("Basis", string(page.Rule.Basis.Kind)+": "+docs.BasisKind(page.Rule.Basis.Kind))
	if page.Rule.Family == lint.HouseFamily { // its source is the guide that the writers have
		p.Field("Source", page.Rule.Basis.Source)
		p.Field("", page.Rule.Basis.URL)
	}
	p.Hanging("", "copychief explain --all "+report.Escape(name)+" shows "+rest(page), "  ")
	return p.Flush(w, o)
}

// rest lists what the whole page of a rule has beyond the brief one.
func rest(page *docs.Page) string {
	parts := []string{"how it decides, the evidence"}
	if n := len(page.Options); n > 0 {
		parts = append(parts, report.Count(n, "option"))
	}
	return strings.Join(parts, ", ") + " and " + report.Count(len(page.Examples), "example")
}
