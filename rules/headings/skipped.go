package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed skipped.txtar
var skippedDocs string

// Skipped flags a heading more than one level below the previous one.
var Skipped = &lint.Rule{
	Name:     "skipped-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a heading skips a level",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "W3C Web Accessibility Initiative, Page structure: Headings (skipped ranks confuse and should be avoided where possible)",
		URL:    "https://www.w3.org/WAI/tutorials/page-structure/headings/",
	},
	Habit:     lint.Habit{Does: "skip a level of headings", Of: lint.HeadingPart},
	Structure: true,
	Docs:      skippedDocs,
	New:       func() lint.Checker { return &skipped{} },
}

type skipped struct{}

// Check compares each heading with the previous one. Siblings of a heading that skips a
// level have the same level and are not reported again. An H1 below the headline counts as
// the H2 that multiple-h1 makes of it.
func (*skipped) Check(p *lint.Pass) {
	before, first := lint.None, lint.None
	for i, b := range p.Doc.Headings() {
		if isEyebrow(p.Doc, i) {
			continue
		}
		switch {
		case before == lint.None:
			first = i
			opening(p, b)
		case b.Level > p.Doc.Blocks[before].Level+1 && (before == first || p.Doc.Blocks[before].Level > 1 || b.Level > 3):
			prev := &p.Doc.Blocks[before]
			p.Report(lint.Finding{
				Span:     b.Span,
				Message:  fmt.Sprintf("H%d follows an H%d; make it an H%d, or name what comes between", b.Level, prev.Level, prev.Level+1),
				Together: "%d headings skip a level; use the level below the heading before",
				Related:  []lint.Related{{Span: prev.Span, Message: fmt.Sprintf("the H%d before", prev.Level)}},
			})
		}
		before = i
	}
}

// isEyebrow reports whether heading i has nothing below it but a heading above its level: a
// line over a title, such as a date or a number, that was made small with a heading.
func isEyebrow(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) {
		return false
	}
	next := &d.Blocks[i+1]
	return next.Kind == lint.Heading && next.Level < d.Blocks[i].Level
}

// opening checks the first heading of a draft. With a title in the metadata, which sites
// show as the H1, it should be an H2. Sites differ, so the finding is advice. Without a
// title, the draft may be part of a larger page.
func opening(p *lint.Pass, b *lint.Block) {
	title := p.Doc.Meta.Get(lint.RoleTitle)
	if b.Level <= 2 || !p.Doc.Can(lint.TitleBecomesHeading) || title.Value().Len() == 0 {
		return
	}
	f := lint.Finding{
		Severity: lint.Advice,
		Span:     b.Span,
		Message:  fmt.Sprintf("The first heading is an H%d; use an H2 below the title", b.Level),
	}
	if title.Whole.End > 0 {
		f.Related = []lint.Related{{Span: title.Whole, Message: "the title"}}
	}
	p.Report(f)
}
