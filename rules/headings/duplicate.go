package headings

import (
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
	Summary:  "two sections side by side bear the same heading",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "WCAG 2.2, success criterion 2.4.6, asks that headings describe their topic; that they differ is a convention",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Docs: duplicateDocs,
	New:  func() lint.Checker { return &duplicate{} },
}

type duplicate struct{}

// Check compares each heading with earlier ones that have the same parent. It looks back
// at a fixed number of headings, which keeps the time linear.
func (*duplicate) Check(p *lint.Pass) {
	const back = 64
	var before [back]*lint.Block
	n := 0
	for _, b := range p.Doc.Headings() {
		if twin := sibling(&before, n, b); twin != nil {
			p.Report(lint.Finding{
				Span:    b.Text.All(),
				Message: fmt.Sprintf("“%s” heads two sections side by side; say what sets this one apart", lint.Clip(maxShown, b.Text.Plain())),
				Related: []lint.Related{{Span: twin.Text.All(), Message: "the other section"}},
			})
		}
		before[n%back] = b
		n++
	}
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
		if o.Level == b.Level && strings.EqualFold(strings.TrimSpace(o.Text.String()), text) {
			return o
		}
	}
	return nil
}

// linked reports whether a heading contains a link. Such a heading names an entry, for
// example in a report, and may be repeated.
func linked(b *lint.Block) bool {
	return slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkLink })
}
