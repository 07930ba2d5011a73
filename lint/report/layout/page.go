package layout

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint/report"
)

// Page builds a report for people.
type Page struct {
	strings.Builder
	*palette
	Width int
}

// Printf writes formatted text.
func (p *Page) Printf(format string, args ...any) { fmt.Fprintf(&p.Builder, format, args...) }

// New returns an empty page.
func New(o report.Options) *Page { return &Page{palette: newPalette(o), Width: o.Columns()} }

// Blank returns an empty page with the same colours and width.
func (p *Page) Blank() *Page { return &Page{palette: p.palette, Width: p.Width} }

// Hanging writes wrapped text, with lead before the first line and indent before the others.
func (p *Page) Hanging(lead, text, indent string) {
	for i, line := range Wrap(text, p.Width-len(indent)) {
		if i > 0 {
			lead = indent
		}
		p.WriteString(lead + line + "\n")
	}
}

// Field writes a labelled value, unless it is empty.
func (p *Page) Field(label, text string) {
	if text != "" {
		lead := "  " + p.Faint.Sprint(label) + Pad(label, 13)
		p.Hanging(lead, report.Escape(text), strings.Repeat(" ", 15))
	}
}

// Flush writes the page; with Actions, it guards lines that look like commands.
func (p *Page) Flush(w io.Writer, o report.Options) error {
	s := p.String()
	if o.Actions {
		lines := strings.SplitAfter(s, "\n")
		for i, line := range lines {
			lines[i] = report.Guard(line)
		}
		s = strings.Join(lines, "")
	}
	_, err := io.WriteString(w, s)
	return err
}

// SeverityWidth is the width of the longest severity, "warning".
const SeverityWidth = 7
