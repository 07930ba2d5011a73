package html

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"golang.org/x/net/html/atom"
)

// hide records whether the content of an element is read at all.
func (e *Elements) hide(el *openElement, a *attributes, class elementClass) {
	el.vanishes = class == silentElement || e.outside(el.name) ||
		a != nil && (a.present(attrHidden) || e.page && e.outsideRole(a)) ||
		el.name == atom.Dialog && (a == nil || !a.present(attrOpen))
	el.hides = el.vanishes || a != nil && a.is(attrAriaHidden, "true")
	if el.hides {
		e.silent++
	}
	if el.vanishes {
		e.vanished++
	}
}

// outside reports whether an element of a page is not part of the article. A footer
// inside a quotation names its source, so it is part of it.
func (e *Elements) outside(name atom.Atom) bool {
	switch name {
	case atom.Nav, atom.Aside, atom.Form, atom.Search:
		return e.page
	case atom.Header, atom.Footer:
		return e.body && e.b.Quotation() == lint.None && nearestOpen(e, atom.Section) < 0
	}
	return false
}

func (e *Elements) outsideRole(a *attributes) bool {
	return a.is(attrRole, "navigation") || a.is(attrRole, "complementary") || a.is(attrRole, "search") ||
		e.body && (a.is(attrRole, "banner") || a.is(attrRole, "contentinfo"))
}

// pop closes the elements from index k of the stack on. The end tag, if any, extends
// from at to end and belongs to the outermost of them.
func (e *Elements) pop(k, at, end int) {
	for n := len(e.stack) - 1; n >= k; n-- {
		stop := at
		if n == k {
			stop = end
		}
		e.leave(n, stop)
		e.stack = e.stack[:n]
	}
}

// leave reverses the effects of pushing the element at index k and passes its content
// on to the elements around it. The element ends at offset end.
func (e *Elements) leave(k, end int) {
	el := &e.stack[k]
	if e.silent == 0 {
		e.complete(el, max(end, el.tag.End)) // the walk has not reached it if nothing was written
	}
	if el.notes {
		e.notes--
		e.b.Footnote(e.notes > 0)
	}
	if el.hides {
		e.silent--
	}
	if el.vanishes {
		e.vanished--
	}
	if el.rescued {
		e.silent, e.vanished = el.silent, el.vanished
	}
}

func (e *Elements) complete(el *openElement, end int) {
	b := e.b
	level := headingLevel(el.name)
	if level > 0 && !el.used {
		e.ensure(end)
	}
	if classOf(el.name) == blockElement && b.IsOpen() {
		e.endBlock(end)
	}
	e.unmark(el)
	switch el.name {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		e.lists--
	case atom.A:
		if el.link != lint.None {
			closeLink(e, el, end)
		}
	case atom.Figcaption:
		if f := nearestOpen(e, atom.Figure); f >= 0 && len(b.Doc.Blocks) > el.blocks {
			e.stack[f].caption = el.blocks
		}
	case atom.Figure:
		e.endFigure(el)
	case atom.Footer:
		if q := nearestOpen(e, atom.Blockquote); q >= 0 && len(b.Doc.Blocks) > el.blocks {
			b.Doc.Quotations[e.stack[q].quotation].Cite = build.Undashed(b.BlockText(el.blocks))
			e.stack[q].cited = true
		}
	case atom.Blockquote:
		e.endQuote(el, end)
	}
}

// endFigure gives the caption to the images of the figure, or, if it has none, to the
// quotation in it.
func (e *Elements) endFigure(el *openElement) {
	b := e.b
	if el.caption == lint.None {
		return
	}
	text := b.BlockText(el.caption)
	for i := el.images; i < len(b.Doc.Images); i++ {
		if b.Doc.Images[i].Caption.Len() == 0 {
			b.Doc.Images[i].Caption = text
		}
	}
	if el.images == len(b.Doc.Images) && el.quotations < len(b.Doc.Quotations) {
		b.Doc.Quotations[el.quotations].Cite = build.Undashed(text)
	}
}

func (e *Elements) endQuote(el *openElement, end int) {
	b := e.b
	q := el.quotation
	if !el.cited {
		if cite := b.Attribution(q, el.blocks); cite.Len() > 0 {
			b.Doc.Quotations[q].Cite = cite
		}
	}
	if b.Quotation() == q {
		b.EndQuote(el.outer, end)
		return
	}
	// Markdown's own quotation ended first, with this quotation inside it.
	b.Doc.Quotations[q].Span.End = max(end, b.Doc.Quotations[q].Span.Start)
}

// discardEnded removes the raw tags of a Markdown block that has ended in the meantime.
func (e *Elements) discardEnded() {
	for n := len(e.stack) - 1; n >= 0; n-- {
		el := &e.stack[n]
		if el.home == lint.None || el.home == e.b.Current() {
			return
		}
		if el.link != lint.None {
			discardLink(e, el)
		}
		if el.hides {
			e.silent--
		}
		if el.vanishes {
			e.vanished--
		}
		e.stack = e.stack[:n]
	}
}
