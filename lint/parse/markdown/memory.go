package markdown

import (
	"github.com/yuin/goldmark/ast"

	"github.com/copychief/copychief/lint/internal/bufpool"
)

// Memory is what reading Markdown needs only while it reads, and nothing of the
// document refers to afterwards. It may go from one draft to the next.
type Memory struct {
	texts []ast.Text // the nodes of plain text, in the order of their making
	made  int        // how many of texts are in goldmark's tree
	ids   anchors    // of headings
}

const (
	textsAtOnce = 256     // text nodes made at once: as many as most articles need
	mostIDs     = 1 << 12 // ids of headings that are kept memory for
)

// text returns an empty text node.
func (m *Memory) text() *ast.Text {
	if m.made == len(m.texts) {
		// The full slab belongs to the tree from now on.
		m.texts, m.made = make([]ast.Text, textsAtOnce), 0
	}
	m.made++
	return &m.texts[m.made-1]
}

// Reset makes the memory ready for another draft. The tree must not be used any more.
func (m *Memory) Reset() {
	clear(m.texts[:m.made])
	m.made = 0
	if bufpool.Poison(m.texts) {
		m.texts = nil // whose nodes must be empty
	}
	m.ids.forget()
	bufpool.Poison(m.ids.buf)
	if len(m.ids.used) > mostIDs {
		m.ids = anchors{}
	}
}
