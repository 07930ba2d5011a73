package markdown

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// addQuotation writes a block quotation.
func addQuotation(w *walker, n *ast.Blockquote) {
	start, depth, raw := w.opening(n.Pos()), w.depth, w.e.Depth()
	w.b.EndOpen(start)
	quote, outer := w.b.BeginQuote(start)
	first := len(w.b.Doc.Blocks)
	w.depth = 0
	w.children(n)
	w.depth = depth
	w.closeRaw(raw)
	w.b.EndOpen(w.at)
	end := start + 1
	if k := len(w.b.Doc.Blocks); k > first {
		end = w.b.Doc.Blocks[k-1].Span.End
		addAttribution(w, n, quote, first)
	}
	w.b.EndQuotation(quote, outer, end)
}

// addAttribution finds the name below a quotation: a last line that begins with a dash, or
// a list of one item, which is how Markdown parses a hyphen.
func addAttribution(w *walker, n *ast.Blockquote, quote, first int) {
	i := len(w.b.Doc.Blocks) - 1
	block := &w.b.Doc.Blocks[i]
	if block.Quote != quote || w.b.Doc.Quotations[quote].Cite.Len() > 0 {
		return
	}
	line := w.b.Written(i)
	from := 0
	switch last := n.LastChild().(type) {
	case *ast.List:
		if last.Marker != '-' || last.ChildCount() != 1 || block.Kind != lint.Item || i == first {
			return
		}
	case *ast.Paragraph:
		if i == first && w.lastAt == 0 || block.Kind != lint.Paragraph || w.lastAt > len(line) {
			return
		}
		dash := build.LeadingDash(string(line[w.lastAt:]))
		if dash == 0 {
			return
		}
		from = w.lastAt + dash
	default:
		return
	}
	name := line[from:]
	if r, _ := utf8.DecodeRune(name); len(name) <= build.LongestAttribution && (unicode.IsLetter(r) || r == '@') {
		w.b.Cite(quote, i, from, len(line))
	}
}

// addNote stores a footnote until the walk reaches the place where it was written:
// goldmark puts all footnotes in one place.
func addNote(w *walker, n ast.Node) {
	note, ok := n.(*extension.Footnote)
	if !ok {
		return
	}
	k := sort.Search(len(w.notes), func(i int) bool { return w.notes[i].Pos() > note.Pos() })
	w.notes = append(w.notes, nil)
	copy(w.notes[k+1:], w.notes[k:])
	w.notes[k] = note
}

// notesBefore writes the footnotes that come before a source offset.
func notesBefore(w *walker, pos int) {
	for len(w.notes) > 0 && w.notes[0].Pos() < pos {
		n := w.notes[0]
		w.notes = w.notes[1:]
		w.b.Footnote(true)
		w.contained(n)
		w.b.Footnote(false)
	}
}
