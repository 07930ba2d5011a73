package html

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"golang.org/x/net/html/atom"
)

// pushElement opens an element.
func pushElement(e *Elements, t *token, a *attributes, class elementClass) {
	limit := e.o.Limits.Nesting
	if limit <= 0 {
		limit = 100
	}
	if len(e.stack) >= limit {
		tooDeep(e, t, limit)
		return
	}
	el := openElement{
		name: t.name, start: t.start, tag: lint.Span{Start: t.start, End: t.end},
		home: lint.None, block: lint.None, link: lint.None, quotation: lint.None,
		caption: lint.None, row: -1,
		blocks: len(e.b.Doc.Blocks), images: len(e.b.Doc.Images), quotations: len(e.b.Doc.Quotations),
	}
	if e.inText {
		el.home = e.b.Current()
	}
	if t.start == e.headline {
		el.rescued, el.silent, el.vanished = true, e.silent, e.vanished
		e.silent, e.vanished = 0, 0
	}
	e.hide(&el, a, class)
	el.markKind, el.marks = markOf(t.name)
	if e.silent == 0 {
		enterElement(e, &el, a)
	}
	e.stack = append(e.stack, el)
	if e.silent == 0 && e.b.IsOpen() {
		e.mark(&e.stack[len(e.stack)-1])
	}
}

// enterElement does what particular elements require when they are opened.
func enterElement(e *Elements, el *openElement, a *attributes) {
	switch el.name {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		e.lists++
	case atom.Blockquote:
		el.quotation, el.outer = e.b.BeginQuote(el.start)
		if a != nil && a.present(attrCite) {
			e.b.Doc.Quotations[el.quotation].Cite = a.target(attrCite)
		}
	case atom.A:
		openLink(e, el, a)
	case atom.Tr:
		if k := nearestOpen(e, atom.Table); k >= 0 {
			e.stack[k].row++
		}
	}
	if el.notes = holdsNotes(a); el.notes {
		e.notes++
		e.b.Footnote(true)
	}
	if headingLevel(el.name) > 0 && a != nil && a.present(attrID) {
		el.id = a.target(attrID).String()
	}
}

// holdsNotes reports whether an element holds footnotes, as the HTML of Word files, pandoc and Hugo
// says by a role.
func holdsNotes(a *attributes) bool {
	return a != nil && (a.is(attrRole, "doc-endnotes") || a.is(attrRole, "doc-footnote"))
}

func tooDeep(e *Elements, t *token, limit int) {
	if !t.closed {
		e.deep++
	}
	if e.reported {
		return
	}
	e.reported = true
	e.b.Doc.Problems = append(e.b.Doc.Problems, lint.Problem{
		Span:      lint.Span{Start: t.start, End: t.end},
		Message:   fmt.Sprintf("Elements are nested deeper than %d; deeper ones were read as if they were at that depth", limit),
		Unchecked: true,
	})
}

// nearestOpen returns the index of the innermost open element with a name, or -1.
func nearestOpen(e *Elements, name atom.Atom) int {
	for k := len(e.stack) - 1; k >= 0; k-- {
		if e.stack[k].name == name {
			return k
		}
	}
	return -1
}
