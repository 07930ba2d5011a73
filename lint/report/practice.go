package report

import (
	"fmt"
	"math"
	"slices"

	"github.com/copychief/copychief/lint/engine"
)

// mostNotes is the number of rules that the text report names under “This site”, unless
// --verbose is given.
const mostNotes = 8

// practice writes which findings are held back because of what other drafts do, and how to
// ask for them.
func (p *page) practice(r *engine.Result, verbose bool) {
	most := mostNotes
	if verbose {
		most = math.MaxInt
	}
	lines := practice(r, most)
	if len(lines) == 0 {
		return
	}
	p.hanging("", "This site ("+askPractice+"):", "  ")
	for _, line := range lines {
		p.hanging("  ", line, "    ")
	}
}

// askPractice says how to see what is held back.
const askPractice = "--only RULE lists what is held back"

// practice says which findings are held back because of what other drafts do: a line for
// each of at most so many rules, those of most findings first, and one for translations.
func practice(r *engine.Result, most int) (lines []string) {
	notes := slices.Clone(r.Practice)
	slices.SortStableFunc(notes, func(a, b engine.PracticeNote) int { return b.Withheld - a.Withheld })
	for _, n := range notes[:min(len(notes), most)] {
		lines = append(lines, fmt.Sprintf("%s holds back %d: %d of %s %s (%s)",
			Escape(n.Rule), n.Withheld, n.Present, count(n.Articles, "article"), n.Does, Escape(n.Example)))
	}
	if more := notes[len(lines):]; len(more) > 0 {
		total := 0
		for _, n := range more {
			total += n.Withheld
		}
		lines = append(lines, fmt.Sprintf("%s: %d held back (--verbose names them)", count(len(more), "more rule"), total))
	}
	if m := r.Mirrors; m.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s on %s that the source has as well; correct the source (%s)",
			count(m.Withheld, "finding"), count(m.Drafts, "translation"), Escape(m.Example)))
	}
	if g := r.Generated; g.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s in generated parts of %s; correct what the program reads (%s)",
			count(g.Withheld, "finding"), count(g.Drafts, "draft"), Escape(g.Example)))
	}
	if u := r.Unlisted; u.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s about search results on %s that are in none (%s)",
			count(u.Withheld, "finding"), count(u.Drafts, "page"), Escape(u.Example)))
	}
	return lines
}
