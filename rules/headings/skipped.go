package headings

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed skipped.txtar
var skippedDocs string

// Skipped flags a heading more than one level below the previous one.
var Skipped = &lint.Rule{
	Name:     "skipped-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a heading skips a level",
	Severity: lint.Advice,
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
// the H2 that multiple-h1 makes of it. The title of a box is not a step of the outline.
func (*skipped) Check(p *lint.Pass) {
	if !p.Doc.Can(lint.MarksHeadings) {
		return
	}
	before, first, box := lint.None, lint.None, lint.None
	captions := listingNames(p.Doc)
	for i, b := range p.Doc.Headings() {
		switch {
		case isEyebrow(p.Doc, i) || captionsTable(p.Doc, i) || captions[b.Level] > 1 && namesListing(p.Doc, i):
			continue
		case titlesBox(p.Doc, b):
			box = i
			continue
		case before == lint.None:
			first = i
			opening(p, b)
		case skips(p.Doc, before, b, before == first) && !includes(p, before, b) && !lacksSubtitle(p, before, b) && (box == lint.None || skips(p.Doc, box, b, false)):
			report(p, &p.Doc.Blocks[before], b)
		}
		before, box = i, lint.None
	}
}

// skips reports whether a heading is more than one level below heading before, which may be the
// first of the draft.
func skips(d *lint.Document, before int, b *lint.Block, first bool) bool {
	level := d.Blocks[before].Level
	return b.Level > level+1 && (first || level > 1 || b.Level > 3)
}

// includes reports whether a tag between two headings includes a file, which may have headings.
func includes(p *lint.Pass, before int, b *lint.Block) bool {
	if p.Site == nil {
		return false
	}
	after := p.Doc.Blocks[before].Span.End
	return slices.ContainsFunc(p.Doc.Templates, func(tag lint.Span) bool {
		return tag.Start >= after && tag.End <= b.Span.Start && slices.ContainsFunc(p.Site.Includes, func(i lint.Include) bool {
			return strings.HasPrefix(p.Doc.Source.Slice(tag), i.Open)
		})
	})
}

// report reports a heading that skips a level. One that is really a paragraph is wrong at any level;
// where it ends in a mark, heading-punctuation says so.
func report(p *lint.Pass, prev, b *lint.Block) {
	f := lint.Finding{
		Span:     b.Span,
		Message:  fmt.Sprintf("H%d follows an H%d; make it an H%d, or name what comes between", b.Level, prev.Level, prev.Level+1),
		Together: "%d headings skip a level; use the level below the heading before",
		Related:  []lint.Related{{Span: prev.Span, Message: fmt.Sprintf("the H%d before", prev.Level)}},
	}
	if n := asParagraph(b); n > 0 {
		if endsIn(b, ".,;:") && !p.Doc.Can(lint.MetadataInHead) {
			return
		}
		f = lint.Finding{Span: b.Span, Message: fmt.Sprintf("This H%d of %d characters is a paragraph; make it plain text", b.Level, n)}
	}
	p.Report(f)
}

// titlesBox reports whether the line above a heading or a line in bold opens a box, such as a callout of
// Quarto or an admonition: “::: {.callout-note}”. The block is its title.
func titlesBox(d *lint.Document, b *lint.Block) bool {
	const longest = 200 // bytes of such a line
	above := bytes.TrimRight(d.Source.Bytes[max(0, b.Span.Start-longest):b.Span.Start], " \t\r\n")
	line := bytes.TrimSpace(above[bytes.LastIndexByte(above, '\n')+1:])
	return bytes.HasPrefix(line, []byte(":::")) && len(bytes.Trim(line, ": ")) > 0
}

// isEyebrow reports whether heading i has nothing below it but a heading above its level: a
// line over a title, such as a date or a number, that was made small with a heading.
func isEyebrow(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) {
		return false
	}
	next := &d.Blocks[i+1]
	return next.Kind == lint.Heading && next.Level < d.Blocks[i].Level && !titlesBox(d, next)
}

// captionsTable reports whether heading i is the caption of the table below it: a word, a number and
// what the table shows, “Table 8. Landings by month”.
func captionsTable(d *lint.Document, i int) bool {
	if i+1 >= len(d.Blocks) || d.Blocks[i+1].Kind != lint.Cell {
		return false
	}
	label, rest, _ := strings.Cut(strings.TrimSpace(d.Blocks[i].Text.Plain()), " ")
	after := strings.TrimLeft(rest, "0123456789.")
	number := rest[:len(rest)-len(after)]
	separated := after == "" || strings.HasSuffix(number, ".") || strings.ContainsAny(after[:1], ":)")
	return number != "" && separated && !strings.ContainsFunc(label, unicode.IsDigit)
}

// listingNames returns how many headings of each level are the names of listings. Two and more are
// captions, which are not part of the outline.
func listingNames(d *lint.Document) (byLevel [7]int) {
	for i, b := range d.Headings() {
		if namesListing(d, i) {
			byLevel[b.Level]++
		}
	}
	return byLevel
}

// namesListing reports whether heading i is a name without spaces, with a dot, a slash or in code,
// and a listing follows it.
func namesListing(d *lint.Document, i int) bool {
	b := &d.Blocks[i]
	if b.Level < 3 || i+1 >= len(d.Blocks) || d.Blocks[i+1].Kind != lint.Code {
		return false
	}
	name := strings.TrimSpace(b.Text.Plain())
	return name != "" && !strings.Contains(name, " ") && (strings.ContainsAny(strings.TrimRight(name, "."), "./_(") || b.Marked(lint.MarkCode, 0))
}

// opening checks the first heading of a draft. With a title in the metadata, which sites
// show as the H1, it should be an H2. Sites differ, so the finding is advice. Without a
// title, the draft may be part of a larger page, and a part that is inserted above the heading may
// have headings of its own. H5 and H6 are often chosen for their size.
func opening(p *lint.Pass, b *lint.Block) {
	title := p.Doc.Meta.Get(lint.RoleTitle)
	if b.Level <= 2 || b.Level > deepest || !p.Doc.Can(lint.TitleBecomesHeading) || title.Value().Len() == 0 || inserted(p.Doc, b) || titledAround(p.Doc, b) || asParagraph(b) > 0 || b.Level <= printedAbove(p)+1 {
		return
	}
	f := lint.Finding{
		Span:    b.Span,
		Message: fmt.Sprintf("The first heading is an H%d; use an H2 below the title", b.Level),
	}
	if title.Whole.End > 0 {
		f.Related = []lint.Related{{Span: title.Whole, Message: "the title"}}
	}
	p.Report(f)
}
