package html

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"golang.org/x/net/html/atom"
)

// Elements drives a builder from HTML. It reads whole pages as well as the raw HTML
// inside Markdown, where it lives as long as the document: an element opened in one
// chunk can be closed in a later one, with Markdown between them.
//
// It builds no tree. A stack of open elements, no deeper than Limits.Nesting,
// determines what kind of block a piece of text belongs to; a block begins with its
// first word and ends at a block-level tag. Missing and surplus end tags are treated as
// in browsers in the common cases (an item ends the previous item, a block ends a
// paragraph, a cell ends a cell); other stray end tags are ignored. A tag costs at most
// one pass over the stack, so time is linear in the source.
type Elements struct {
	b *build.Builder
	o *build.Options

	stack    []openElement
	tokens   []token
	page     bool // a whole page: navigation, asides and forms are not part of the article
	body     bool // nor are headers and footers, since the page has no article element
	inText   bool // a raw tag inside a Markdown block is being read
	silent   int  // number of open elements whose text is not prose
	vanished int  // number of these whose images and links do not count either
	lists    int  // number of open lists
	notes    int  // number of open elements that hold footnotes
	deep     int  // number of elements open beyond the nesting limit
	reported bool // whether the limit was reported
	headline int  // offset of a page's h1 that is read even outside the article, or lint.None
}

// openElement is one element on the stack.
type openElement struct {
	name  atom.Atom
	start int       // offset of its tag
	tag   lint.Span // its start tag
	used  bool      // whether a block began in it
	home  int       // the Markdown block in which a raw tag opened it, or lint.None

	hides, vanishes  bool
	notes            bool // it holds footnotes, by its role
	rescued          bool // the headline, read even inside elements that are skipped
	silent, vanished int  // the values for the elements around it

	marks    bool // whether it marks its text
	markKind lint.MarkKind
	mark     int  // handle of its open mark in block
	block    int  // the block of that mark, or lint.None
	link     int  // index into Document.Links, or lint.None
	linked   bool // whether the link has its text
	titled   bool // whether the link's label comes from a title

	blocks, images, quotations int // numbers of each before it
	outer                      int // the quotation around it
	cited                      bool
	quotation                  int // index of the block quotation that it is, or lint.None
	caption                    int // for a figure: the block of its caption, or lint.None
	row                        int
	id                         string
}

// NewElements returns elements that write into b.
func NewElements(b *build.Builder, o *build.Options) *Elements {
	return &Elements{b: b, o: o, headline: lint.None}
}

// Block reads a chunk of block-level HTML, src[start:end].
func (e *Elements) Block(start, end int) {
	e.discardEnded()
	if e.b.IsOpen() {
		e.endBlock(start)
	}
	e.tokens = appendTokens(e.tokens[:0], e.b.Src, start, end)
	for i := range e.tokens {
		e.token(&e.tokens[i])
	}
	if e.b.IsOpen() {
		e.endBlock(end)
	}
	for i := range e.stack {
		e.stack[i].used = true
	}
	// The tokenizer does not remember a script that the chunk does not close.
	for n := len(e.stack); n > 0 && rawText(e.stack[n-1].name); n = len(e.stack) {
		e.pop(n-1, end, end)
	}
}

// Inline reads one raw tag or comment inside the open block.
func (e *Elements) Inline(start, end int) {
	e.discardEnded()
	t, ok := singleTag(e.b.Src, start, end)
	if !ok {
		return
	}
	e.inText = true
	if class := classOf(t.name); t.kind != commentToken && class == blockElement {
		e.b.Space(start, end)
	} else {
		if t.kind == commentToken && end < len(e.b.Src) && e.b.Src[end] == ' ' && e.b.IsOpen() {
			e.b.TrimSpaces() // spaces on both sides of a comment count as one
		}
		e.token(&t)
	}
	e.inText = false
}

// Depth returns how many elements are open.
func (e *Elements) Depth() int { return len(e.stack) }

// CloseTo closes, at a source offset, the open block and all but the outermost depth
// elements.
func (e *Elements) CloseTo(depth, end int) {
	e.b.EndOpen(end)
	e.discardEnded()
	e.pop(depth, end, end)
}

// Close closes everything that is still open at the end of the document.
func (e *Elements) Close(end int) {
	e.discardEnded()
	e.pop(0, end, end)
	if e.b.IsOpen() {
		e.b.End(end)
	}
}

func (e *Elements) token(t *token) {
	switch t.kind {
	case textToken:
		addText(e, t.start, t.end)
	case startToken:
		e.startTag(t)
	case endToken:
		e.endTag(t)
	case commentToken:
		addComment(e, t)
	case rawToken:
	}
}

func (e *Elements) startTag(t *token) {
	var a *attributes
	if t.attributes {
		read := readAttributes(e.b, t.start, t.end)
		a = &read
		addAnchor(e, t, a)
	}
	nameLink(e, t, a)
	class := classOf(t.name)
	if t.name == atom.Button && (e.inHeading() || nearestOpen(e, atom.A) >= 0) {
		class = inlineElement // its label is the heading of the section that it opens, or the text of the link
	}
	if class == blockElement || t.name == atom.A {
		e.implyEnds(t)
	}
	switch class {
	case voidElement:
		addVoid(e, t, a)
	case blockElement:
		if e.b.IsOpen() {
			e.endBlock(t.start)
		}
		pushElement(e, t, a, class)
	case silentElement:
		if !t.closed || rawText(t.name) {
			pushElement(e, t, a, class)
		}
	default:
		e.inlineElement(t, a)
	}
}

// inHeading reports whether a heading is open, or the summary that stands for one.
func (e *Elements) inHeading() bool {
	for k := range e.stack {
		if name := e.stack[k].name; headingLevel(name) > 0 || name == atom.Summary {
			return true
		}
	}
	return false
}

// inlineElement pushes an element only if it affects the document: most spans do not.
func (e *Elements) inlineElement(t *token, a *attributes) {
	if t.name == 0 || t.closed && t.name != atom.A {
		return
	}
	if t.name == atom.Sup && t.kind == startToken {
		noteBefore(e, t)
	}
	_, marks := markOf(t.name)
	if marks || e.silent > 0 || t.name == atom.A || a != nil && (a.present(attrAriaHidden) || a.present(attrHidden)) {
		pushElement(e, t, a, inlineElement)
	}
}

// implyEnds closes the elements that end implicitly where t begins.
func (e *Elements) implyEnds(t *token) {
	if t.name == 0 {
		return
	}
	found := -1
	for k := len(e.stack) - 1; k >= 0; k-- {
		open := e.stack[k].name
		if closedBy(open, t.name) {
			found = k
		} else if fences(open, t.name) {
			break
		}
	}
	if found >= 0 {
		e.pop(found, t.start, t.start)
	}
}

func (e *Elements) endTag(t *token) {
	if e.deep > 0 {
		e.deep--
		return
	}
	class := classOf(t.name)
	for k := len(e.stack) - 1; k >= 0 && t.name != 0; k-- {
		open := &e.stack[k]
		if open.name == t.name || headingLevel(open.name) > 0 && headingLevel(t.name) > 0 {
			e.pop(k, t.start, t.end)
			return
		}
		if class == inlineElement && classOf(open.name) == blockElement {
			e.endAfter(t, k)
			return
		}
		if fences(open.name, t.name) {
			break
		}
	}
	if class == blockElement && e.b.IsOpen() {
		e.endBlock(t.start)
	}
	if t.name == atom.Br {
		addLineBreak(e, t.start, t.end)
	}
}

// endAfter closes an inline element that was opened before the block at index k of the
// stack, as in "<a><div>text</a>more</div>".
func (e *Elements) endAfter(t *token, k int) {
	for ; k >= 0; k-- {
		if fences(e.stack[k].name, t.name) {
			return
		}
		if e.stack[k].name == t.name {
			e.leave(k, t.end)
			e.stack = append(e.stack[:k], e.stack[k+1:]...)
			return
		}
	}
}
