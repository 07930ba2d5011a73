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

//go:embed duplicate.txtar
var duplicateDocs string

// Duplicate flags two sections with the same parent and the same heading.
var Duplicate = &lint.Rule{
	Name:     "duplicate-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "two sections side by side have the same heading",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "WCAG 2.2, success criterion 2.4.6, asks that headings describe their topic; that they differ is a convention",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Structure: true,
	Habit:     lint.Habit{Does: "repeat a heading", Of: lint.HeadingPart},
	Lifetime:  lint.UntilOld,
	Docs:      duplicateDocs,
	New:       func() lint.Checker { return &duplicate{} },
}

type duplicate struct{}

// Check compares each heading with earlier ones that have the same parent. It looks back
// at a fixed number of headings, which keeps the time linear. Headings within list items
// belong to their item, the titles of boxes to their box, and one that occurs a third time is a rubric of the article.
func (*duplicate) Check(p *lint.Pass) {
	const back = 64
	var before [back]*lint.Block
	n := 0
	for i, b := range p.Doc.Headings() {
		if indented(p.Doc, b) || metadata(p.Doc, b) || titlesBox(p.Doc, b) {
			continue
		}
		if twin := sibling(&before, n, b); twin != nil && !rubric(p.Doc, b.Text.String()) {
			what := "“%s” heads two sections side by side; say what sets this one apart"
			if sameText(p.Doc, i, twin) {
				what = "“%s” and the text below it are in the draft twice; delete one of the two"
			}
			p.Report(lint.Finding{
				Span:     b.Text.All(),
				Message:  fmt.Sprintf(what, lint.Clip(maxShown, b.Text.Plain())),
				Together: "%d headings repeat the one of a section beside theirs; say what sets each apart",
				Related:  []lint.Related{{Span: twin.Text.All(), Message: "the other section"}},
			})
		}
		before[n%back] = b
		n++
	}
}

// rubric reports whether three headings or more have the same text.
func rubric(d *lint.Document, text string) bool {
	const fewest = 3
	n := 0
	for _, b := range d.Headings() {
		if b.Text.String() == text {
			n++
		}
	}
	return n >= fewest
}

// indented reports whether a heading is part of a list item: it is written with number
// signs, and its line is indented.
func indented(d *lint.Document, b *lint.Block) bool {
	line := d.Source.Bytes[bytes.LastIndexByte(d.Source.Bytes[:b.Span.Start], '\n')+1 : b.Span.Start]
	return d.Source.Bytes[b.Span.Start] == '#' && len(line) >= len("  ") && len(bytes.TrimLeft(line, " \t-*+0123456789.)")) == 0
}

// sameText reports whether the same text follows heading i and its twin before.
func sameText(d *lint.Document, i int, twin *lint.Block) bool {
	for k := range d.Blocks[:i] {
		if &d.Blocks[k] == twin {
			a, b := &d.Blocks[k+1], &d.Blocks[min(i+1, len(d.Blocks)-1)]
			return b.Kind != lint.Heading && i+1 < len(d.Blocks) && a.Text.String() == b.Text.String()
		}
	}
	return false
}

// sibling returns the nearest heading before b with the same parent and text, or nil. n
// headings came before; the ring buffer before holds the last 64.
func sibling(before *[64]*lint.Block, n int, b *lint.Block) *lint.Block {
	text := strings.TrimSpace(b.Text.String())
	if !strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsDigit) || linked(b) {
		return nil
	}
	for k := n - 1; k >= max(0, n-len(before)); k-- {
		o := before[k%len(before)]
		if o.Level < b.Level {
			return nil
		}
		if o.Level != b.Level {
			continue
		}
		if other := strings.TrimSpace(o.Text.String()); other == text || alike(other, text) && (!coded(o) || !coded(b)) {
			return o
		}
	}
	return nil
}

// alike reports whether two headings are the same except for the case of the first letter.
// Names may differ in the case of others: a format GeoJSON, a package geojson.
func alike(a, b string) bool {
	return len(a) == len(b) && a[1:] == b[1:] && strings.EqualFold(a[:1], b[:1])
}

// coded reports whether a heading begins with code. Names in code differ by case: a class
// Crypto, an object crypto.
func coded(b *lint.Block) bool {
	return b.Marked(lint.MarkCode, strings.IndexFunc(b.Text.String(), unicode.IsLetter))
}

// linked reports whether a heading contains a link. Such a heading names an entry, for
// example in a report, and may be repeated.
func linked(b *lint.Block) bool {
	return slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkLink })
}
