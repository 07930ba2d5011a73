package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// placed records blocks that goldmark puts in the wrong place: after a tab, some columns of
// which a quotation or list marker has used ("> \t# One"), goldmark counts the remaining
// columns as bytes.
type placed struct{ parser.BlockParser }

// misplaced is a block whose actual position is some columns of a tab farther to the
// left, but not before the offset from.
type misplaced struct {
	block         ast.Node
	columns, from int
}

func (p placed) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, line := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && line.Padding > 0 {
		g := guardOf(pc)
		g.misplaced = append(g.misplaced, misplaced{n, line.Padding, line.Start})
	}
	return n, state
}

// place moves the block to its actual position.
func (m misplaced) place() {
	m.block.SetPos(max(m.from, m.block.Pos()-m.columns))
}
