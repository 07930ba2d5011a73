package quotesheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/inspection"
)

// sheetJSON is a quotation in version 1 of the format of the quote sheet.
type sheetJSON struct {
	Path         string                  `json:"path"`
	Span         report.SpanJSON         `json:"span"`
	Kind         string                  `json:"kind"` // speech, block quotation, term
	Text         string                  `json:"text"`
	Words        int                     `json:"words"`
	Speaker      *inspection.MentionJSON `json:"speaker"`
	Cue          *inspection.MentionJSON `json:"cue"`
	Name         *inspection.MentionJSON `json:"name"` // whom "he" or "she" means
	Unattributed bool                    `json:"unattributed"`
	Anonymous    bool                    `json:"anonymous"`
	Described    bool                    `json:"described"` // anonymous, but the speaker is described
	Links        []string                `json:"links"`
	Check        *verdictJSON            `json:"check"`
}

// JSON writes the sheet as JSON. The error is from w.
func (s *Sheet) JSON(w io.Writer) error {
	quotes := make([]sheetJSON, len(s.quotes))
	for i := range s.quotes {
		q := &s.quotes[i]
		quotes[i] = sheetJSON{
			q.path, q.span, q.kind, q.text, q.words, q.speaker, q.cue, q.name, q.unattributed(), q.anonymous, q.described, report.List(q.links), q.check,
		}
	}
	return report.Encode(w, struct {
		Version int         `json:"version"`
		Files   int         `json:"files"`
		Quotes  []sheetJSON `json:"quotes"`
	}{report.Version, s.files, quotes})
}

// CSV writes the sheet for a spreadsheet (RFC 4180). A cell that a spreadsheet would
// interpret as a formula gets an apostrophe at its beginning. The error is from w.
func (s *Sheet) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{ // out.Error returns the error at the end
		"file", "line", "column", "kind", "quotation", "words", "speaker", "cue", "attribution", "links",
		"verdict", "explanation", "source", "source line", "passage", "name",
	})
	for i := range s.quotes {
		q := &s.quotes[i]
		row := []string{
			q.path, strconv.Itoa(q.span.Line), strconv.Itoa(q.span.Column), q.kind, q.text, strconv.Itoa(q.words),
			mentioned(q.speaker), mentioned(q.cue), q.attribution(), strings.Join(q.links, " "), "", "", "", "", "", mentioned(q.name),
		}
		if c := q.check; c != nil {
			row[10], row[11] = c.Verdict, c.explanation()
			if p := c.Passage; p != nil {
				row[12], row[13], row[14] = p.Path, strconv.Itoa(p.Span.Line), p.Text
			}
		}
		for k := range row {
			row[k] = formula(report.Escape(row[k]))
		}
		_ = out.Write(row) // out.Error returns the error
	}
	out.Flush()
	return out.Error()
}

// attribution says in a word whether the speaker is named.
func (q *sheetQuote) attribution() string {
	switch {
	case q.kind == termKind:
		return ""
	case q.speaker == nil && q.unread:
		return "not read"
	case q.speaker == nil:
		return "unattributed"
	case q.anonymous:
		return "anonymous"
	}
	return "attributed"
}

// explanation says why a verdict is what it is.
func (c *verdictJSON) explanation() string {
	why := c.Changes
	if len(c.Differences) > 0 {
		why = nil
		for _, d := range c.Differences {
			why = append(why, d.Message)
		}
	}
	return strings.Join(why, "; ")
}

func mentioned(m *inspection.MentionJSON) string {
	if m == nil {
		return ""
	}
	return m.Text
}

// formula protects a cell that a spreadsheet would interpret as a formula: one that begins,
// after spaces, with a formula character, including full-width ones. See OWASP, CSV
// Injection.
func formula(cell string) string {
	first := strings.TrimLeft(cell, " \u00a0\u3000")
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"} {
		if strings.HasPrefix(first, sign) {
			return "'" + cell
		}
	}
	return cell
}

// Markdown writes the sheet as a checklist. The error is from w.
func (s *Sheet) Markdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# Quotations\n\n")
	for _, line := range s.summary() {
		b.WriteString(line + ".\n")
	}
	for i := range s.quotes {
		q := &s.quotes[i]
		if i == 0 || q.path != s.quotes[i-1].path {
			b.WriteString("\n## " + report.Harmless(report.Escape(q.path)) + "\n\n")
		}
		q.item(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// autolink returns an address as a link if it is a plain web address, otherwise as text.
func autolink(address string) string {
	web := strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	if web && !strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '<' || r == '>' || r == '\\' }) {
		return "<" + address + ">"
	}
	return report.Harmless(report.Escape(address))
}

// item writes an item of the checklist.
func (q *sheetQuote) item(b *strings.Builder) {
	who := "**no speaker**"
	switch {
	case q.kind == termKind:
		who = "not speech"
	case q.speaker == nil && q.unread:
		who = "speaker not read"
	case q.speaker != nil:
		who = "**" + report.Harmless(report.Escape(q.speaker.Text)) + "**"
	}
	if q.name != nil {
		who += ", that is **" + report.Harmless(report.Escape(q.name.Text)) + "**"
	}
	if q.cue != nil {
		who += " (" + report.Harmless(report.Escape(q.cue.Text)) + ")"
	}
	if q.anonymous {
		who += ", not named"
	}
	fmt.Fprintf(b, "- [ ] %s, %s: “%s”\n", who, q.span.InWords(), report.Harmless(report.Escape(q.text)))
	for _, l := range q.links {
		b.WriteString("  - link: " + autolink(l) + "\n")
	}
	if c := q.check; c != nil {
		b.WriteString("  - " + report.Harmless(report.Escape(c.says())) + "\n")
		if len(c.Differences) > 0 && c.Passage != nil {
			b.WriteString("  - source has: “" + report.Harmless(report.Escape(c.Passage.Text)) + "”\n")
		}
	}
}
