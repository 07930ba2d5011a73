// Package markdown reads Markdown: one parse by goldmark, one walk over its tree, and
// package html for the raw HTML in it. [Parse] is its one door.
//
// goldmark knows where most nodes begin, but not where they end; the walk finds that in
// the few bytes of markup behind what it wrote last. Three of its parsers that cost most
// are stood in for by quicker ones (text without markup, bare addresses, the beginnings
// of HTML blocks), and tests and fuzz targets hold these to goldmark's own.
//
// goldmark cannot be cancelled and is not linear, so guards stand between it and its own
// parsers: once a draft has spent what a thousand honest articles would not, the
// construct in question is ordinary text and the document says that it was not checked.
package markdown

import (
	"bytes"

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

// Parse reads Markdown from offset from on: one parse by goldmark, one
// walk over its tree.
//
// goldmark is given the whole source with its reader set behind the front matter,
// so that the offsets of its segments are those of the draft. It knows where most
// nodes begin and where text stands, but not where nodes end: the walk keeps the
// offset behind what it wrote last and reads the few bytes of markup from there.
func Parse(b *build.Builder, from int, tags []template.Tag, o *build.Options, memory *Memory) {
	b.Tags = tags
	if n := bytes.Count(b.Src[from:], []byte("](")); n > 0 {
		b.Doc.Links = make([]lint.Link, 0, min(n, 1000))
	}
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
	if n := leaves(root); n > 0 {
		b.Reserve(n)
	}

	w := &walker{b: b, memory: memory, e: html.NewElements(b, o), o: o, src: b.Src, item: lint.None}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		w.notesBefore(n.Pos())
		w.block(n)
	}
	w.notesBefore(len(b.Src) + 1)
	w.e.Close(len(b.Src))
	b.Doc.Problems = append(b.Doc.Problems, g.problems...)
}

// leaves counts the blocks in n that hold no blocks.
func leaves(n ast.Node) (count int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if first := c.FirstChild(); first != nil && first.Type() == ast.TypeBlock {
			count += leaves(c)
		} else {
			count++
		}
	}
	return count
}

// walker writes goldmark's tree into a builder.
type walker struct {
	b   *build.Builder
	e   *html.Elements
	o   *build.Options
	src []byte

	memory *Memory

	lines  *text.Segments // of the block whose inlines are being written
	line   int            // the one that the walk has reached
	lastAt int            // offset in the block's text at which its last line begins
	at     int            // source offset behind what was written last
	alt    int            // depth of images whose alternative is being written

	depth int // of lists
	item  int // where the list item or the note begins that opens the next block, or lint.None
	notes []*extension.Footnote
}

// block writes a block node with all that stands in it.
func (w *walker) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
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
		w.quotation(n)
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
			w.addNote(c)
		}
	case *extension.Footnote:
		w.addNote(n)
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		// Nothing to read: a line, and an address that its links take along.
	default:
		w.children(n)
	}
}

func (w *walker) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

// contained writes a container that is marked by its first block: an item of a list,
// a description, a note.
func (w *walker) contained(n ast.Node) {
	raw := w.e.Depth()
	w.item = n.Pos()
	w.children(n)
	w.item = lint.None
	w.closeRaw(raw)
}

// admonition reports whether an item of a list is none, but a box of paragraphs whose
// first line was masked as an item.
func (w *walker) admonition(n ast.Node) bool {
	at := template.Overlapping(w.b.Tags, lint.Span{Start: n.Pos(), End: n.Pos() + 1})
	return len(at) > 0 && at[0].Kind == template.Admonition
}

// closeRaw closes the elements of raw HTML that were opened inside a container which
// ends here, as browsers do; depth is how many were open before it.
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

// opening returns where a block begins that stands at start: where its list item
// or note does, if it is the first in it.
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

// close returns where the text of lines ends, white space not counted.
func (w *walker) close(lines *text.Segments) int {
	last := lines.At(lines.Len() - 1)
	end := last.Stop
	for end > last.Start && scan.IsHTMLSpace(w.src[end-1]) {
		end--
	}
	return end
}

// code writes a block of code. The fences belong to its span.
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

// fenceEnd returns the end of the line at offset at if it closes the fence that
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
