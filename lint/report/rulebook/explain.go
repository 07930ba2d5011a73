package rulebook

import (
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Explain writes the page of a rule for a terminal. The error is from w.
func Explain(w io.Writer, page *docs.Page, o report.Options) error {
	p := &manual{layout.New(o)}
	p.head(page)
	p.prose(page.Explanation)
	p.options(page.Options)
	if len(page.Sources) > 0 {
		p.WriteString("\n" + p.Bold.Sprint("What the examples quote from") + "\n")
	}
	for _, f := range page.Sources {
		p.verbatim("sources/"+f.Name, string(f.Data))
	}
	for _, e := range page.Examples {
		p.example(e)
	}
	return p.Flush(w, o)
}

// manual builds the page of a rule.
type manual struct{ *layout.Page }

func (p *manual) head(page *docs.Page) {
	r := page.Rule
	p.WriteString(p.Bold.Sprint(report.Escape(r.Name)) + "\n")
	p.Hanging("", report.Escape(r.Summary), "")
	p.WriteByte('\n')
	p.Field("Family", string(r.Family))
	p.Field("Severity", docs.Severity(r))
	p.Field("Basis", string(r.Basis.Kind)+": "+docs.BasisKind(r.Basis.Kind))
	p.Field("Source", r.Basis.Source)
	p.Field("", r.Basis.URL)
	for _, reason := range r.Conditions() {
		p.Field("Skipped if", reason)
	}
	for _, reason := range r.HeldBack() {
		p.Field("Held back if", reason)
	}
	p.WriteByte('\n')
}

// prose writes Markdown for a terminal: wrapped paragraphs, lists with markers, emphasis
// without markup, code unchanged.
func (p *manual) prose(markdown string) {
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			p.Hanging("", plain(strings.Join(paragraph, " ")), "")
			paragraph = nil
		}
	}
	code := false
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "```"):
			flush()
			code = !code
		case code || strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "|"):
			flush()
			p.WriteString("  " + report.Escape(line) + "\n")
		case line == "":
			flush()
			p.WriteByte('\n')
		case strings.HasPrefix(line, "- "):
			flush()
			paragraph = append(paragraph, line)
		default:
			paragraph = append(paragraph, line)
		}
	}
	flush()
}

// plain removes the markup of strong emphasis.
func plain(s string) string { return report.Escape(strings.ReplaceAll(s, "**", "")) }

func (p *manual) options(all []docs.Option) {
	if len(all) == 0 {
		return
	}
	p.WriteString("\n" + p.Bold.Sprint("Options") + "\n")
	for _, o := range all {
		value := o.Kind
		if o.Default != "" {
			value += ", " + o.Default + " unless set"
		}
		p.WriteString("  " + p.Cyan.Sprint(report.Escape(o.Name)) + p.Faint.Sprint(" ("+report.Escape(value)+")") + "\n")
		p.Hanging("      ", report.Escape(o.Doc), "      ")
	}
}

func (p *manual) example(e *docs.Example) {
	kind := p.Green.Sprint("Not flagged: ")
	if e.Bad {
		kind = p.Yellow.Sprint("Flagged: ")
	}
	p.WriteString("\n" + kind + p.Bold.Sprint(report.Escape(docs.Title(e.Name))) + "\n")
	p.verbatim(".copychief.yml", e.Config)
	for _, f := range e.Files {
		name := f.Name
		if len(e.Files) == 1 {
			name = ""
		}
		p.verbatim(name, string(f.Data))
	}
	for _, f := range e.Findings() {
		p.Hanging("  "+p.Severity(severityOf(f.Severity)).Sprint("> "), report.Escape(f.Place+" "+f.Severity+": "+f.Message), "    ")
		for _, n := range f.Notes {
			p.Hanging("    ", report.Escape(n), "      ")
		}
	}
}

func severityOf(name string) lint.Severity {
	s, _ := lint.ParseSeverity(name)
	return s
}

// verbatim writes text line by line after a bar and truncates long lines.
func (p *manual) verbatim(name, text string) {
	if name != "" && text != "" {
		p.WriteString("  " + p.Faint.Sprint(report.Escape(name)+":") + "\n")
	}
	for line := range strings.Lines(text) {
		shown := layout.Cut(report.Escape(strings.TrimRight(line, "\r\n")), p.Width-4)
		p.WriteString("  " + p.Faint.Sprint("|") + strings.TrimRight(" "+shown, " ") + "\n")
	}
}
