package markdown

import (
	"github.com/yuin/goldmark/ast"

	"github.com/copychief/copychief/lint/internal/bufpool"
)

// Memory is what the parser needs only while it reads Markdown; the document does not
// refer to it afterwards. It can be reused for the next draft.
type Memory struct {
	texts []ast.Text // the nodes of plain text, in the order of creation
	made  int        // number of texts that are in goldmark's tree
	ids   anchors    // of headings

	paragraphs []ast.Paragraph // in the order of creation
	begun      int             // number of paragraphs that are in goldmark's tree
	lines      lineSlab
}

const (
	textsAtOnce = 256     // text nodes allocated at once: as many as most articles need
	mostIDs     = 1 << 12 // ids of headings whose memory is reused
)

// text returns an empty text node.
func (m *Memory) text() *ast.Text {
	if m.made == len(m.texts) {
		// The full slab now belongs to the tree.
		m.texts, m.made = make([]ast.Text, textsAtOnce), 0
	}
	m.made++
	return &m.texts[m.made-1]
}

// Reset prepares the memory for another draft. The tree must not be used any more.
func (m *Memory) Reset() {
	clear(m.texts[:m.made])
	m.made = 0
	if bufpool.Poison(m.texts) {
		m.texts = nil // its nodes must be empty
	}
	clear(m.paragraphs[:m.begun])
	m.begun, m.lines.taken = 0, 0
	if bufpool.Poison(m.paragraphs) {
		m.paragraphs = nil
	}
	bufpool.Poison(m.lines.room.Sliced(0, m.lines.room.Len()))
	m.ids.forget()
	bufpool.Poison(m.ids.buf)
	if len(m.ids.used) > mostIDs {
		m.ids = anchors{}
	}
}
