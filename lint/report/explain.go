package report

import (
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
)

// Explain writes the page of a rule for a terminal. The error is from w.
func Explain(w io.Writer, page *docs.Page, o Options) error {
	p := &manual{newPage(o)}
	p.head(page)
	p.prose(page.Explanation)
	p.options(page.Options)
	if len(page.Sources) > 0 {
		p.WriteString("\n" + p.bold.Sprint("What the examples quote from") + "\n")
	}
	for _, f := range page.Sources {
		p.verbatim("sources/"+f.Name, string(f.Data))
	}
	for _, e := range page.Examples {
		p.example(e)
	}
	return p.flush(w, o)
}

// manual is the page of a rule in the making.
type manual struct{ *page }

func (p *manual) head(page *docs.Page) {
	r := page.Rule
	p.WriteString(p.bold.Sprint(Escape(r.Name)) + "\n")
	p.hanging("", Escape(r.Summary), "")
	p.WriteByte('\n')
	p.field("Family", string(r.Family))
	p.field("Severity", docs.Severity(r))
	p.field("Basis", string(r.Basis.Kind)+": "+docs.BasisKind(r.Basis.Kind))
	p.field("Source", r.Basis.Source)
	p.field("", r.Basis.URL)
	for _, reason := range r.Conditions() {
		p.field("Skipped if", reason)
	}
	for _, reason := range r.HeldBack() {
		p.field("Held back if", reason)
	}
	p.WriteByte('\n')
}

// prose writes Markdown for a terminal: wrapped paragraphs, lists with markers, emphasis
// without markup, code unchanged.
func (p *manual) prose(markdown string) {
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			p.hanging("", plain(strings.Join(paragraph, " ")), "")
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
			p.WriteString("  " + Escape(line) + "\n")
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
func plain(s string) string { return Escape(strings.ReplaceAll(s, "**", "")) }

func (p *manual) options(all []docs.Option) {
	if len(all) == 0 {
		return
	}
	p.WriteString("\n" + p.bold.Sprint("Options") + "\n")
	for _, o := range all {
		value := o.Kind
		if o.Default != "" {
			value += ", " + o.Default + " unless set"
		}
		p.WriteString("  " + p.cyan.Sprint(Escape(o.Name)) + p.faint.Sprint(" ("+Escape(value)+")") + "\n")
		p.hanging("      ", Escape(o.Doc), "      ")
	}
}

func (p *manual) example(e *docs.Example) {
	kind := p.green.Sprint("Not flagged: ")
	if e.Bad {
		kind = p.yellow.Sprint("Flagged: ")
	}
	p.WriteString("\n" + kind + p.bold.Sprint(Escape(docs.Title(e.Name))) + "\n")
	p.verbatim(".copychief.yml", e.Config)
	for _, f := range e.Files {
		name := f.Name
		if len(e.Files) == 1 {
			name = ""
		}
		p.verbatim(name, string(f.Data))
	}
	for _, f := range e.Findings() {
		p.hanging("  "+p.severity(severityOf(f.Severity)).Sprint("> "), Escape(f.Place+" "+f.Severity+": "+f.Message), "    ")
		for _, n := range f.Notes {
			p.hanging("    ", Escape(n), "      ")
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
		p.WriteString("  " + p.faint.Sprint(Escape(name)+":") + "\n")
	}
	for line := range strings.Lines(text) {
		shown := cut(Escape(strings.TrimRight(line, "\r\n")), p.width-4)
		p.WriteString("  " + p.faint.Sprint("|") + strings.TrimRight(" "+shown, " ") + "\n")
	}
}
