package markdown

import (
	"github.com/copychief/copychief/lint"
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

func (w *walker) table(n *extension.Table) {
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			// goldmark pads a row with cells that have no position.
			if i := w.prose(c, lint.Cell, 0); i != lint.None && i < len(w.b.Doc.Blocks) {
				w.b.Doc.Blocks[i].Row = row
			}
		}
		row++
	}
}

func (w *walker) definitions(n *extension.DefinitionList) {
	w.depth++
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extension.KindDefinitionTerm {
			w.prose(c, lint.Term, 0)
			continue
		}
		w.contained(c)
	}
	w.depth--
}

// html passes a block of raw HTML on. Quotation markers and indentation between its
// lines are blanked, so that the block is contiguous.
func (w *walker) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	start, end := n.Pos(), n.Pos()
	if lines.Len() > 0 {
		start, end = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	w.join(lines)
	if n.HasClosure() {
		if lines.Len() == 0 {
			start = n.ClosureLine.Start
		} else {
			w.blank(end, n.ClosureLine.Start)
		}
		end = n.ClosureLine.Stop
	}
	w.opening(start)
	w.e.Block(start, end)
}

func (w *walker) join(lines *text.Segments) {
	for i := 1; i < lines.Len(); i++ {
		w.blank(lines.At(i-1).Stop, lines.At(i).Start)
	}
}

func (w *walker) blank(from, to int) {
	for i := from; i < to; i++ {
		if w.src[i] != '\n' {
			w.src[i] = ' '
		}
	}
}
