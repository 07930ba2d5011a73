package report

import (
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// Practice says which findings are held back: a line each for the rules with the most findings,
// up to most of them, and for translations, generated parts, pages that are not in search
// results, old articles, and what is switched off in other linters.
func Practice(r *engine.Result, most int) (lines []string) {
	notes := slices.Clone(r.Practice)
	slices.SortStableFunc(notes, func(a, b engine.PracticeNote) int { return b.Withheld - a.Withheld })
	for _, n := range notes[:min(len(notes), most)] {
		lines = append(lines, fmt.Sprintf("%s holds back %s: %s of %s %s (%s)",
			Escape(n.Rule), lint.Thousands(n.Withheld), lint.Thousands(n.Present), Count(n.Articles, "article"), n.Does, Escape(n.Example)))
	}
	if more := notes[len(lines):]; len(more) > 0 {
		total := 0
		for _, n := range more {
			total += n.Withheld
		}
		lines = append(lines, fmt.Sprintf("%s: %s held back (--verbose names them)", Count(len(more), "more rule"), lint.Thousands(total)))
	}
	if m := r.Mirrors; m.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s on %s that the source has as well; correct the source (%s)",
			Count(m.Withheld, "finding"), Count(m.Drafts, "translation"), Escape(m.Example)))
	}
	if g := r.Generated; g.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s in generated parts of %s; correct what the program reads (%s)",
			Count(g.Withheld, "finding"), Count(g.Drafts, "draft"), Escape(g.Example)))
	}
	if u := r.Unlisted; u.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s about search results on %s that are not in any (%s)",
			Count(u.Withheld, "finding"), Count(u.Drafts, "page"), Escape(u.Example)))
	}
	if a := r.Archived; a.Withheld > 0 {
		lines = append(lines, fmt.Sprintf("%s on %s older than five years, or without a date (%s)",
			Count(a.Withheld, "finding"), Count(a.Drafts, "page"), Escape(a.Example)))
	}
	return append(lines, switchedOff(r.Switched)...)
}

// switchedOff says which findings are held back because of what the site says to other linters.
func switchedOff(notes []engine.SwitchedNote) (lines []string) {
	for _, n := range notes {
		if n.By == "" {
			lines = append(lines, fmt.Sprintf("Comments for %s suppress %s in %s (%s)",
				Escape(n.Linter), Count(n.Withheld, "finding"), Count(n.Drafts, "draft"), Escape(n.Example)))
			continue
		}
		lines = append(lines, fmt.Sprintf("%s holds back %s: %s switches %s off (%s)",
			Escape(n.Rule), lint.Thousands(n.Withheld), Escape(n.By), Escape(n.Name), Escape(n.Example)))
	}
	return lines
}
