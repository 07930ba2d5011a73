package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// placed keeps note of blocks that goldmark puts in the wrong place: behind a tab of
// which a sign of quotation or of a list has used some columns ("> \t# One"), it counts
// those that are left as bytes.
type placed struct{ parser.BlockParser }

// misplaced is a block that stands some columns of a tab farther to the left, though not
// before the offset from.
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

// place puts the block where it stands.
func (m misplaced) place() {
	m.block.SetPos(max(m.from, m.block.Pos()-m.columns))
}
