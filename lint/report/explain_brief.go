package report

import (
	"cmp"
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
)

// exampleLines is the length of an example that still leaves the page on one screen.
const exampleLines = 6

// ExplainBriefly writes what somebody needs who was shown a finding of a rule: what is wrong,
// what to do, an example, how to silence the rule. It fits a screen; [Explain] writes the
// whole page. The error is from w.
func ExplainBriefly(w io.Writer, page *docs.Page, o Options) error {
	p := &manual{newPage(o)}
	name := page.Rule.Name
	p.WriteString(p.bold.Sprint(Escape(name)) + "\n")
	p.hanging("", Escape(page.Rule.Summary), "")
	p.WriteByte('\n')
	p.prose(cmp.Or(page.Part("What to do"), page.Explanation))
	if e := page.Shortest(exampleLines); e != nil {
		p.example(e)
	}
	p.WriteString("\n" + p.bold.Sprint("To silence it") + "\n")
	p.hanging("  ", "above the place:   <!-- copychief-ignore "+Escape(name)+": the reason -->", "    ")
	p.hanging("  ", "in this draft:     <!-- copychief-ignore-file "+Escape(name)+": the reason -->", "    ")
	p.hanging("  ", "in .copychief.yml: rules: {"+Escape(name)+": \"off\"}", "    ")
	p.WriteByte('\n')
	p.field("Severity", docs.Severity(page.Rule))
	p.field("Basis", string(page.Rule.Basis.Kind)+": "+docs.BasisKind(page.Rule.Basis.Kind))
	if page.Rule.Family == lint.HouseFamily { // its source is the guide that the writers have
		p.field("Source", page.Rule.Basis.Source)
		p.field("", page.Rule.Basis.URL)
	}
	p.hanging("", "copychief explain --all "+Escape(name)+" shows "+rest(page), "  ")
	return p.flush(w, o)
}

// rest lists what the whole page of a rule has beyond the brief one.
func rest(page *docs.Page) string {
	parts := []string{"how it decides, the evidence"}
	if n := len(page.Options); n > 0 {
		parts = append(parts, count(n, "option"))
	}
	return strings.Join(parts, ", ") + " and " + count(len(page.Examples), "example")
}
