package web

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/report"
)

// chart is a chart of horizontal bars. Only the bars are drawn; labels and numbers are text, so
// that they have the size of text on any screen and can be searched.
type chart struct {
	Title string
	Bars  []bar
}

// fullWidth is the width of the longest bar in the units of its drawing.
const fullWidth = 1000

type bar struct {
	Label, Href string
	Total       int
	Parts       []part
	Class       string // of the row; "" for none
}

// part is a part of a bar. Class determines its colour: a severity, "plain" or "over".
type part struct {
	Class    string
	Number   int
	X, Width int
}

// tally counts findings by severity.
type tally struct {
	label, href string
	number      [lint.Error + 1]int
}

func (t *tally) total() (n int) {
	for _, k := range t.number {
		n += k
	}
	return n
}

// serious counts errors and warnings.
func (t *tally) serious() int { return t.number[lint.Error] + t.number[lint.Warning] }

// draw returns a chart of tallies in their order.
func draw(title string, all []tally) chart {
	largest := 1
	for i := range all {
		largest = max(largest, all[i].total())
	}
	c := chart{Title: title}
	for i := range all {
		t := &all[i]
		b := bar{Label: t.label, Href: t.href, Total: t.total()}
		x := 0
		for s := lint.Error; s >= lint.Advice; s-- {
			if t.number[s] == 0 {
				continue
			}
			width := max(4, fullWidth*t.number[s]/largest)
			b.Parts = append(b.Parts, part{s.String(), t.number[s], x, width})
			x += width
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}

// shortPath returns the end of a path that fits beside a bar.
func shortPath(path string) string {
	const most = 22
	path = report.Escape(path)
	if r := []rune(path); len(r) > most {
		return "…" + string(r[len(r)-most+1:])
	}
	return path
}
