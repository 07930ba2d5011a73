package parse

import (
	"sync"

	"github.com/copychief/copychief/lint/parse/template"
	"github.com/yuin/goldmark/ast"
)

// scratch is memory that a parser needs while it reads a draft and that nothing of the
// document refers to afterwards. It goes from one draft to the next: what is not
// allocated need not be cleared, found again and swept away.
type scratch struct {
	src    []byte         // the working copy
	texts  []ast.Text     // the nodes of plain text, in the order of their making
	made   int            // how many of texts are in goldmark's tree
	blocks []bounds       // of the builder's blocks
	tags   []template.Tag // of templates
	ids    anchors        // of headings
}

// scratches holds what is not in use.
var scratches = sync.Pool{New: func() any { return &scratch{texts: make([]ast.Text, slabOfTexts)} }}

const (
	slabOfTexts = 256     // text nodes made at once: as many as most articles need
	keptSource  = 1 << 18 // bytes of the longest working copy that is kept
	keptBlocks  = 1 << 12 // of which no more are kept; the same for tags and headings
)

// copied returns a copy of a draft to parse.
func (s *scratch) copied(content []byte) []byte {
	if len(content) > keptSource {
		return append([]byte(nil), content...)
	}
	s.src = append(s.src[:0], content...)
	return s.src
}

// text returns an empty text node.
func (s *scratch) text() *ast.Text {
	if s.made == len(s.texts) {
		// The full slab belongs to the tree from now on.
		s.texts, s.made = make([]ast.Text, slabOfTexts), 0
	}
	s.made++
	return &s.texts[s.made-1]
}

// release gives the memory to the next draft. The tree must not be used any more.
func (s *scratch) release() {
	clear(s.texts[:s.made])
	s.made = 0
	clear(s.tags)
	s.tags = s.tags[:0]
	s.ids.forget()
	if cap(s.blocks) > keptBlocks || cap(s.tags) > keptBlocks || len(s.ids.used) > keptBlocks {
		*s = scratch{}
	}
	scratches.Put(s)
}
