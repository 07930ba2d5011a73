package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// contextBytes is the number of bytes of a line around the span that are processed: more
// than any terminal shows, so that a line of a megabyte is not slow.
const contextBytes = 600

// cell is one character of a source line as displayed.
type cell struct {
	shown string
	width int
	under bool
}

// Snippet returns the source line of a finding and the line of marks that underlines its
// span, cropped to width columns around the span. It shows the first line of a span over
// several lines.
func Snippet(f *engine.Finding, width int) (line, marks string) {
	if len(f.Lines) == 0 {
		return "", ""
	}
	l := f.Lines[0]
	start := min(max(f.Span.Start-l.Span.Start, 0), len(l.Text))
	end := min(max(f.Span.End-l.Span.Start, start), len(l.Text))
	from, to := around(l.Text, start, end)
	cells := cellsOf(l.Text[from:to], start-from, end-from, l.Number == 1 && from == 0)
	first, last := window(cells, width, from > 0, to < len(l.Text))
	return draw(cells[first:last], first > 0 || from > 0, last < len(cells) || to < len(l.Text))
}

// around returns the part of a line to process, which starts and ends between characters.
func around(line string, start, end int) (from, to int) {
	from, to = max(0, start-contextBytes), min(len(line), min(end, start+contextBytes)+contextBytes)
	for from > 0 && !utf8.RuneStart(line[from]) {
		from--
	}
	for to < len(line) && !utf8.RuneStart(line[to]) {
		to++
	}
	return from, to
}

// cellsOf splits a part of a line into cells. [start, end) is underlined or, if it is empty,
// the cell at start. A byte order mark at the beginning of a file is invisible.
func cellsOf(part string, start, end int, opening bool) []cell {
	cells := make([]cell, 0, len(part)+1)
	column, at, state := 0, 0, -1
	for rest := part; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		c := cell{shown: cluster, width: w, under: at < max(end, start+1) && at+len(cluster) > start}
		switch {
		case cluster == "\t":
			c.width = 4 - column%4
			c.shown = strings.Repeat(" ", c.width)
		case opening && at == 0 && cluster == "\ufeff":
			c.shown, c.width = "", 0
		case !report.Clean(cluster):
			c.shown = report.Escape(cluster)
			c.width = uniseg.StringWidth(c.shown)
		}
		column += c.width
		at += len(cluster)
		cells = append(cells, c)
	}
	if start >= end && start >= len(part) {
		cells = append(cells, cell{shown: " ", width: 1, under: true})
	}
	return cells
}

// window returns the range of cells that fit into width columns, including the start of the
// span. If the line is cropped, an ellipsis takes one column.
func window(cells []cell, width int, before, after bool) (first, last int) {
	total, lead, begun := 0, 0, false
	for _, c := range cells {
		begun = begun || c.under
		if !begun {
			lead += c.width
		}
		total += c.width
	}
	if !before && !after && total <= width {
		return 0, len(cells)
	}
	room := width - 2 // for an ellipsis at either end
	skip := 0
	if lead > room/3 {
		skip = min(lead-room/3, max(0, total-room))
	}
	for skip > 0 && first < len(cells) {
		skip -= cells[first].width
		first++
	}
	used := 0
	for last = first; last < len(cells) && used+cells[last].width <= room; last++ {
		used += cells[last].width
	}
	return first, last
}

// draw returns cells and the marks below them.
func draw(cells []cell, before, after bool) (line, marks string) {
	var l, m strings.Builder
	if before {
		l.WriteString("…")
		m.WriteByte(' ')
	}
	for _, c := range cells {
		l.WriteString(c.shown)
		sign := " "
		if c.under {
			sign = "^"
		}
		m.WriteString(strings.Repeat(sign, c.width))
	}
	if after {
		l.WriteString("…")
	}
	return strings.TrimRight(l.String(), " "), strings.TrimRight(m.String(), " ")
}

// Excerpt returns the first source line of a finding, cropped around its span: what comes before
// the span, the span, and what comes after it. All three are escaped.
func Excerpt(f *engine.Finding) (before, words, after string) {
	if len(f.Lines) == 0 {
		return "", "", ""
	}
	l := f.Lines[0]
	start := min(max(f.Span.Start-l.Span.Start, 0), len(l.Text))
	end := min(max(f.Span.End-l.Span.Start, start), len(l.Text))
	from, to := around(l.Text, start, end)
	end = min(end, to)
	before, words, after = l.Text[from:start], l.Text[start:end], l.Text[end:to]
	if from > 0 {
		before = "…" + before
	}
	if to < len(l.Text) {
		after += "…"
	}
	return report.Escape(spaced(before)), report.Escape(spaced(words)), report.Escape(spaced(after))
}

// spaced replaces tabs with spaces and drops a byte order mark, which need no visible escape.
func spaced(s string) string {
	return strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\t", " ")
}
