// Package markdown reads Markdown in one parse by goldmark and one walk over its tree;
// package html reads the raw HTML in it. [Parse] is the only entry point.
//
// goldmark records where most nodes begin, but not where they end; the walk finds the
// ends in the few bytes of markup after the text it wrote last. Three of goldmark's
// most expensive parsers are replaced by faster ones (text without markup, bare
// addresses, the beginnings of HTML blocks). Tests and fuzz targets compare these with
// goldmark's own.
//
// The trade-off: goldmark cannot be cancelled and is not linear, so guards wrap its
// parsers. Once a draft has spent more than a thousand ordinary articles would, the
// construct in question becomes plain text and the document records that it was not
// checked.
package markdown

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/html"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Parse reads Markdown from offset from on: one parse by goldmark, one walk over its
// tree.
//
// goldmark gets the whole source with its reader placed after the front matter, so that
// the offsets of its segments are those of the draft. It records where most nodes begin
// and where their text is, but not where nodes end: the walk keeps the offset after the
// text it wrote last and reads the few bytes of markup from there.
func Parse(b *build.Builder, from int, tags []template.Tag, o *build.Options, memory *Memory) {
	b.Tags = tags
	reader := text.NewReader(b.Src)
	reader.SetPosition(-1, text.NewSegment(from, from))
	reader.AdvanceLine()
	g := &guard{limits: o.Limits.OrDefault(), memory: memory}
	pc := parser.NewContext()
	pc.Set(guardKey, g)
	root := engineFor(b.Src[from:]).Parse(reader, parser.WithContext(pc))
	for _, m := range g.misplaced {
		m.place()
	}

	w := &walker{b: b, memory: memory, e: html.NewElements(b, o), o: o, src: b.Src, item: lint.None,
		newline: newAhead('\n'), backslash: newAhead('\\'), ampersand: newAhead('&'), pipe: newAhead('|')}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		notesBefore(w, n.Pos())
		w.block(n)
	}
	notesBefore(w, len(b.Src)+1)
	w.e.Close(len(b.Src))
	b.Doc.Problems = append(b.Doc.Problems, g.problems...)
}

// walker writes goldmark's tree into a builder.
type walker struct {
	b   *build.Builder
	e   *html.Elements
	o   *build.Options
	src []byte

	memory *Memory

	lines  *text.Segments // of the current block
	line   int            // index of the line that the walk has reached
	lastAt int            // offset of its last line in the block's text
	at     int            // source offset after the text written last
	alt    int            // number of open images whose alt text is being written
	hidden int            // offset at which the drawing or the formula ends that is not read

	newline, backslash, ampersand, pipe ahead // in src

	depth int // nesting depth of lists
	item  int // offset of the list item or note that begins with the next block, or lint.None
	notes []*extension.Footnote
}

// block writes a block node with everything in it.
func (w *walker) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		addHeading(w, n)
	case *ast.Paragraph, *ast.TextBlock:
		if w.depth > 0 {
			w.prose(n, lint.Item, w.depth)
		} else {
			w.prose(n, lint.Paragraph, 0)
		}
	case *ast.List:
		w.depth++
		w.children(n)
		w.depth--
	case *ast.ListItem:
		if w.admonition(n) {
			depth := w.depth
			w.depth = 0
			w.children(n)
			w.depth = depth
			return
		}
		w.contained(n)
	case *ast.Blockquote:
		addQuotation(w, n)
	case *ast.CodeBlock:
		w.code(n.Lines(), false, n.Pos())
	case *ast.FencedCodeBlock:
		w.code(n.Lines(), true, n.Pos())
	case *ast.HTMLBlock:
		w.html(n)
	case *extension.Table:
		w.table(n)
	case *extension.DefinitionList:
		w.definitions(n)
	case *extension.FootnoteList:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			addNote(w, c)
		}
	case *extension.Footnote:
		addNote(w, n)
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		// Nothing to read: a thematic break, or a link definition, whose address is
		// part of the links that use it.
	default:
		w.children(n)
	}
}

func (w *walker) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

// contained writes a container that its first block represents: a list item, a
// description, a note.
func (w *walker) contained(n ast.Node) {
	raw := w.e.Depth()
	w.item = n.Pos()
	w.children(n)
	w.item = lint.None
	w.closeRaw(raw)
}

// admonition reports whether a list item is actually an admonition whose first line was
// masked as a list marker.
func (w *walker) admonition(n ast.Node) bool {
	at := template.Overlapping(w.b.Tags, lint.Span{Start: n.Pos(), End: n.Pos() + 1})
	return len(at) > 0 && at[0].Kind == template.Admonition
}

// closeRaw closes the raw HTML elements that were opened inside a container that ends
// here, as browsers do; depth is the number of open elements before it.
func (w *walker) closeRaw(depth int) {
	if w.e.Depth() <= depth {
		return
	}
	end := w.at
	if k := len(w.b.Doc.Blocks); k > 0 {
		end = max(end, w.b.Doc.Blocks[k-1].Span.End)
	}
	w.e.CloseTo(depth, end)
}

// opening returns the offset at which a block at start begins: the beginning of its
// list item or note if it is the first block in it.
func (w *walker) opening(start int) int {
	if w.item != lint.None {
		start = min(start, w.item)
		w.item = lint.None
	}
	return start
}

// prose writes a block that consists of inlines.
func (w *walker) prose(n ast.Node, kind lint.BlockKind, level int) int {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return lint.None
	}
	start := lines.At(0).Start
	i := w.b.Begin(kind, level, w.opening(start))
	w.inlines(n, start)
	w.b.End(w.close(lines))
	return i
}

// inlines writes the inlines of a block into the open block.
func (w *walker) inlines(n ast.Node, start int) {
	w.lines, w.line, w.lastAt, w.at = n.Lines(), 0, 0, start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

// close returns the end of the text of lines without trailing white space.
func (w *walker) close(lines *text.Segments) int {
	last := lines.At(lines.Len() - 1)
	end := last.Stop
	for end > last.Start && scan.IsHTMLSpace(w.src[end-1]) {
		end--
	}
	return end
}

// code writes a block of code. Its span includes the fences.
func (w *walker) code(lines *text.Segments, fenced bool, pos int) {
	start, end := pos, pos
	if n := lines.Len(); n > 0 {
		if !fenced {
			start = lines.At(0).Start
		}
		end = lines.At(n - 1).Stop
	} else if fenced {
		end = scan.NextLine(w.src, pos)
	}
	w.b.Begin(lint.Code, 0, w.opening(start))
	for i := range lines.Len() {
		s := lines.At(i)
		if s.Padding > 0 {
			w.b.Replace("        "[:min(s.Padding, 8)], s.Start, s.Start)
		}
		stop := s.Stop
		if i == lines.Len()-1 {
			stop = w.close(lines)
		}
		w.b.Verbatim(s.Start, stop)
	}
	if fenced {
		end = w.fenceEnd(pos, end)
	}
	for end > start && (w.src[end-1] == '\n' || w.src[end-1] == '\r') {
		end--
	}
	w.b.End(end)
}

// fenceEnd returns the end of the line at offset at if that line closes the fence that
// opens at pos, otherwise at.
func (w *walker) fenceEnd(pos, at int) int {
	i := at
	for i < len(w.src) && (w.src[i] == ' ' || w.src[i] == '\t' || w.src[i] == '>') {
		i++
	}
	if pos < len(w.src) && scan.RunLength(w.src, i, w.src[pos]) >= 3 {
		return scan.LineEnd(w.src, i)
	}
	return at
}
