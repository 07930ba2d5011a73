package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// paragraphs is goldmark's parser of paragraphs with nodes and lines in the memory that is reused
// for the next draft. goldmark allocates the lines of each paragraph one by one, which is every
// sixth allocation of a run.
type paragraphs struct{ parser.BlockParser }

// Open begins a paragraph at any line that is not blank.
func (p paragraphs) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	n := guardOf(pc).memory.paragraph()
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// Continue adds a line to the paragraph.
func (p paragraphs) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := p.BlockParser.Continue(n, reader, pc)
	if state&parser.Continue != 0 {
		guardOf(pc).memory.lines.taken++
	}
	return state
}

const (
	paragraphsAtOnce = 64  // nodes allocated at once
	linesAtOnce      = 256 // lines allocated at once
	fewestLines      = 8   // room for lines that a paragraph begins with
)

// lineSlab is room for the lines of paragraphs, one after another. Only the last paragraph grows,
// since goldmark closes one before it opens the next.
type lineSlab struct {
	room  text.Segments
	taken int
}

// open returns an empty list with room for lines. A list that outgrows it moves elsewhere.
func (s *lineSlab) open() text.Segments {
	if s.taken+fewestLines > s.room.Len() {
		s.room, s.taken = text.Segments{}, 0 // the full slab now belongs to the tree
		s.room.AppendAll(make([]text.Segment, linesAtOnce))
	}
	list := s.room
	list.SetSliced(s.taken, s.taken)
	s.taken += 2 // goldmark may insert the underline of a heading that is none before the first line
	return list
}

// paragraph returns an empty paragraph with room for lines.
func (m *Memory) paragraph() *ast.Paragraph {
	if m.begun == len(m.paragraphs) {
		m.paragraphs, m.begun = make([]ast.Paragraph, paragraphsAtOnce), 0
	}
	m.begun++
	n := &m.paragraphs[m.begun-1]
	list := m.lines.open()
	n.SetLines(&list)
	return n
}
