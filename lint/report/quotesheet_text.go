package report

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"
)

// speakerWidth is the width of the speaker's column.
const speakerWidth = 20

// Text writes the sheet as a table for a terminal: place, speaker and text of each
// quotation, followed by its links and the comparison with the sources. The error is from w.
func (s *QuoteSheet) Text(w io.Writer, o Options) error {
	t := &quoteTable{page: newPage(o)}
	t.place = len("Place")
	for i := range s.quotes {
		t.place = max(t.place, len(placeOf(&s.quotes[i])))
	}
	if len(s.quotes) > 0 {
		t.WriteString(t.faint.Sprint("  Place"+pad("Place", t.place)+"  Speaker"+pad("Speaker", speakerWidth)+"  Quotation") + "\n")
	}
	for i := range s.quotes {
		q := &s.quotes[i]
		if i == 0 || q.path != s.quotes[i-1].path {
			if i > 0 {
				t.WriteByte('\n')
			}
			t.WriteString(t.bold.Sprint(Escape(q.path)) + "\n")
		}
		t.row(q)
	}
	if len(s.quotes) > 0 {
		t.WriteByte('\n')
	}
	for _, line := range s.summary() {
		t.hanging("", line, "  ")
	}
	return t.flush(w, o)
}

// quoteTable is a table of three columns; place is the width of the first.
type quoteTable struct {
	*page
	place int
}

// line is a line of a cell with its colour.
type line struct {
	text  string
	paint func(...interface{}) string
}

func placeOf(q *sheetQuote) string { return q.span.at() }

func (t *quoteTable) row(q *sheetQuote) {
	room := max(20, t.width-2-t.place-2-speakerWidth-2)
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
		s := "  " + t.faint.Sprint(at) + pad(at, t.place) + "  " + left.show() + pad(left.text, speakerWidth) + "  " + right.show()
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
		for _, part := range wrap(text, speakerWidth) {
			lines = append(lines, line{cut(part, speakerWidth), paint})
		}
	}
	switch {
	case q.kind == termKind:
		add("(not speech)", t.faint.Sprint)
		return lines
	case q.speaker == nil:
		add("no speaker", t.yellow.Sprint)
	default:
		add(Escape(cut(q.speaker.Text, 3*speakerWidth)), nil)
	}
	if q.cue != nil {
		add("“"+Escape(q.cue.Text)+"”", t.faint.Sprint)
	}
	if q.anonymous {
		add("(not named)", t.yellow.Sprint)
	}
	return lines
}

// words returns the lines of the quotation's column.
func (t *quoteTable) words(q *sheetQuote, room int) (lines []line) {
	add := func(text string, paint func(...interface{}) string) {
		for _, part := range wrap(text, room) {
			for _, piece := range pieces(part, room) {
				lines = append(lines, line{piece, paint})
			}
		}
	}
	add(quoted(q.text), nil)
	for _, l := range q.links {
		lines = append(lines, line{cut("link "+Escape(l), room), t.faint.Sprint})
	}
	if c := q.check; c != nil {
		paint := t.green.Sprint
		switch c.Verdict {
		case "altered", "not-found":
			paint = t.red.Sprint
		case "too-short":
			paint = t.faint.Sprint
		}
		add("= "+Escape(c.says()), paint)
		if len(c.Differences) > 0 && c.Passage != nil {
			add("source has "+quoted(cut(c.Passage.Text, 4*room)), t.faint.Sprint)
		}
	}
	return lines
}

// pieces splits a word that is wider than the column.
func pieces(s string, room int) (out []string) {
	for uniseg.StringWidth(s) > room {
		n := fits(s, room)
		if n == 0 {
			break
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return append(out, s)
}
