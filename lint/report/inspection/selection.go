package inspection

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Selected describes in which texts of drafts a declared rule looks. Documents are
// summarised when they are added, and not kept.
type Selected struct {
	Rule   *house.Declared
	drafts []selectedDraft
}

type selectedDraft struct {
	path  string
	lines []string // "3:1  headings  text"
}

// Add adds a document. The error is for a rule that does not look at texts.
func (s *Selected) Add(d *lint.Document, _ lint.Kind) error {
	all, ok := s.Rule.Selects(d)
	if !ok {
		return fmt.Errorf("rule “%s” is about a draft as a whole, not about texts in it", s.Rule.Name)
	}
	out := selectedDraft{path: d.Source.Path}
	for _, x := range all {
		at := d.Source.Position(x.Span.Start)
		out.lines = append(out.lines, fmt.Sprintf("%d:%d  %s\t%s", at.Line, at.Column, strings.Join(x.Places, ", "), x.Text))
	}
	s.drafts = append(s.drafts, out)
	return nil
}

// Text writes the texts of each draft with their places. The error is from w.
func (s *Selected) Text(w io.Writer, o report.Options) error {
	p := layout.New(o)
	for _, d := range s.drafts {
		p.WriteString(p.Bold.Sprint(report.Escape(d.path)) + ": " + report.Escape(s.Rule.Name) + " looks in " + report.Count(len(d.lines), "text") + "\n")
		for _, line := range d.lines {
			where, text, _ := strings.Cut(line, "\t")
			p.WriteString("  " + p.Cyan.Sprint(report.Escape(where)) + "\n")
			p.WriteString("    " + layout.Cut(report.Escape(text), p.Width-4) + "\n")
		}
	}
	return p.Flush(w, o)
}
