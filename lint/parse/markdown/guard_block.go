package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// guardedContainer limits the nesting of containers: goldmark passes each line of the
// draft to every one of them.
type guardedContainer struct{ parser.BlockParser }

func (p guardedContainer) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	g := guardOf(pc)
	if limit := g.limits.Nesting; len(pc.OpenedBlocks()) >= limit && depth(parent) >= limit {
		_, segment := reader.PeekLine()
		g.tell(guardNesting, segment.Start, "Quotations and lists are nested more than %s deep; what lies deeper was read as text", limit)
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// depth counts the containers around n. A list and its item count as one.
func depth(n ast.Node) (d int) {
	for ; n != nil; n = n.Parent() {
		if n.Kind() != ast.KindList {
			d++
		}
	}
	return d - 1
}

type guardedNotes struct{ parser.BlockParser }

func (p guardedNotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	g := guardOf(pc)
	_, segment := reader.PeekLine()
	if g.notes >= footnoteCount {
		if pos := pc.BlockOffset(); pos >= 0 {
			if line, _ := reader.PeekLine(); bytes.HasPrefix(line[pos:], []byte("[^")) {
				g.tell(guardNotes, segment.Start, "There are more than %s footnotes; the rest was read as text", footnoteCount)
			}
		}
		return nil, parser.NoChildren
	}
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil {
		g.notes++
	}
	return n, state
}

// guardedDefinitions skips a paragraph that defines too many links.
type guardedDefinitions struct{ parser.ParagraphTransformer }

func (p guardedDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	g, lines, n := guardOf(pc), node.Lines(), 0
	if lines.Len() > 0 {
		first := lines.At(0)
		if !bytes.HasPrefix(bytes.TrimLeft(first.Value(reader.Source()), " \t"), []byte("[")) {
			return // no definition begins otherwise, and goldmark allocates memory to find out
		}
	}
	for n < lines.Len() {
		if s := lines.At(n); s.Start >= s.Stop || reader.Source()[s.Start] != '[' {
			break
		}
		n++
	}
	if g.defined += n * lines.Len(); g.defined > definitionPairs {
		g.tell(guardDefinitions, lines.At(0).Start, "Reading its link definitions takes more than %s comparisons; the rest was read as text", definitionPairs)
		return
	}
	p.ParagraphTransformer.Transform(node, reader, pc)
}

// guardedTables skips a paragraph that would become a table with more missing cells
// than the draft may have.
type guardedTables struct{ parser.ParagraphTransformer }

func (p guardedTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() < 2 {
		return
	}
	g := guardOf(pc)
	columns, row := 0, 0
	for i := 1; i < lines.Len() && columns == 0; i++ {
		line := lines.At(i)
		columns, row = delimiterRow(line.Value(reader.Source())), i+1
	}
	if columns == 0 {
		return
	}
	missing, pipes := 0, 0
	for i := row - 2; i < lines.Len(); i++ {
		segment := lines.At(i)
		line := segment.Value(reader.Source())
		if i >= row {
			missing += max(0, columns-1-bytes.Count(line, []byte{'|'}))
		}
		if bytes.IndexByte(line, '`') >= 0 {
			pipes += bytes.Count(line, []byte(`\|`))
		}
	}
	if g.cells+missing > g.limits.TableCells {
		g.tell(guardCells, lines.At(0).Start, "Table rows lack more than %s cells; the table was read as text", g.limits.TableCells)
		return
	}
	if g.pipes+pipes > escapedPipes {
		g.tell(guardPipes, lines.At(0).Start, "Table cells escape more than %s bars beside code; the table was read as text", escapedPipes)
		return
	}
	g.cells += missing
	g.pipes += pipes
	p.ParagraphTransformer.Transform(node, reader, pc)
}

// delimiterRow returns the number of columns in a line like "|---|:-:|", or 0 for any
// other line. It may accept a line that goldmark rejects, but never the reverse.
func delimiterRow(line []byte) int {
	dash, other := false, false
	for _, c := range line {
		switch c {
		case '-':
			dash = true
		case '|', ':':
			other = true
		case ' ', '\t', '\r', '\n', '\f', '\v':
			other = other || c == ' '
		default:
			return 0
		}
	}
	if !dash || !other {
		return 0
	}
	return bytes.Count(line, []byte{'|'}) + 1
}
