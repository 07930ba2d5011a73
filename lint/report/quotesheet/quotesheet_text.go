package quotesheet

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// speakerWidth is the width of the speaker's column.
const speakerWidth = 20

// Text writes the sheet as a table for a terminal: place, speaker and text of each
// quotation, followed by its links and the comparison with the sources. The error is from w.
func (s *Sheet) Text(w io.Writer, o report.Options) error {
	t := &quoteTable{Page: layout.New(o)}
	t.place = len("Place")
	for i := range s.quotes {
		t.place = max(t.place, len(placeOf(&s.quotes[i])))
	}
	if len(s.quotes) > 0 {
		t.WriteString(t.Faint.Sprint("  Place"+layout.Pad("Place", t.place)+"  Speaker"+layout.Pad("Speaker", speakerWidth)+"  Quotation") + "\n")
	}
	for i := range s.quotes {
		q := &s.quotes[i]
		if i == 0 || q.path != s.quotes[i-1].path {
			if i > 0 {
				t.WriteByte('\n')
			}
			t.WriteString(t.Bold.Sprint(report.Escape(q.path)) + "\n")
		}
		t.row(q)
	}
	if len(s.quotes) > 0 {
		t.WriteByte('\n')
	}
	for _, line := range s.summary() {
		t.Hanging("", line, "  ")
	}
	return t.Flush(w, o)
}

// quoteTable is a table of three columns; place is the width of the first.
type quoteTable struct {
	*layout.Page
	place int
}

// line is a line of a cell with its colour.
type line struct {
	text  string
	paint func(...interface{}) string
}

func placeOf(q *sheetQuote) string { return q.span.At() }

func (t *quoteTable) row(q *sheetQuote) {
	room := max(20, t.Width-2-t.place-2-speakerWidth-2)
	who, what := t.speaker(q), t.words(q, room)
	for i := range max(len(who), len(what)) {
		at := ""
		if i == 0 {
			at = placeOf(q)
		}
		left, right := line{}, line{}
		if i < len(who) {
			left = who[i]
		}
		if i < len(what) {
			right = what[i]
		}
		s := "  " + t.Faint.Sprint(at) + layout.Pad(at, t.place) + "  " + left.show() + layout.Pad(left.text, speakerWidth) + "  " + right.show()
		t.WriteString(strings.TrimRight(s, " ") + "\n")
	}
}

func (l line) show() string {
	if l.paint == nil || l.text == "" {
		return l.text
	}
	return l.paint(l.text)
}

// speaker returns the lines of the speaker's column.
func (t *quoteTable) speaker(q *sheetQuote) (lines []line) {
	add := func(text string, paint func(...interface{}) string) {
		for _, part := range layout.Wrap(text, speakerWidth) {
			lines = append(lines, line{layout.Cut(part, speakerWidth), paint})
		}
	}
	switch {
	case q.kind == termKind:
		add("(not speech)", t.Faint.Sprint)
		return lines
	case q.speaker == nil && q.unread:
		add("not read", t.Faint.Sprint)
	case q.speaker == nil:
		add("no speaker", t.Yellow.Sprint)
	default:
		add(report.Escape(layout.Cut(q.speaker.Text, 3*speakerWidth)), nil)
	}
	if q.name != nil {
		add("= "+report.Escape(layout.Cut(q.name.Text, 3*speakerWidth)), nil)
	}
	if q.cue != nil {
		add("“"+report.Escape(q.cue.Text)+"”", t.Faint.Sprint)
	}
	if q.anonymous {
		add("(not named)", t.Yellow.Sprint)
	}
	return lines
}

// words returns the lines of the quotation's column.
func (t *quoteTable) words(q *sheetQuote, room int) (lines []line) {
	add := func(text string, paint func(...interface{}) string) {
		for _, part := range layout.Wrap(text, room) {
			for _, piece := range pieces(part, room) {
				lines = append(lines, line{piece, paint})
			}
		}
	}
	add(layout.Quoted(q.text), nil)
	for _, l := range q.links {
		lines = append(lines, line{layout.Cut("link "+report.Escape(l), room), t.Faint.Sprint})
	}
	if c := q.check; c != nil {
		paint := t.Green.Sprint
		switch c.Verdict {
		case "altered", "not-found":
			paint = t.Red.Sprint
		case "too-short":
			paint = t.Faint.Sprint
		}
		add("= "+report.Escape(c.says()), paint)
		if len(c.Differences) > 0 && c.Passage != nil {
			add("source has "+layout.Quoted(layout.Cut(c.Passage.Text, 4*room)), t.Faint.Sprint)
		}
	}
	return lines
}

// pieces splits a word that is wider than the column.
func pieces(s string, room int) (out []string) {
	for uniseg.StringWidth(s) > room {
		n := layout.Fits(s, room)
		if n == 0 {
			break
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return append(out, s)
}
