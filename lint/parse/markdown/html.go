package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// quickBlocks opens a block of HTML at the tags that most of them begin with. goldmark
// first tries seven regular expressions on the line, which cost more than the rest of
// the block; lines without such a tag still go to goldmark.
type quickBlocks struct{ parser.BlockParser }

func (p quickBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if !beginsBlock(line) {
		return p.BlockParser.Open(parent, reader, pc)
	}
	n := ast.NewHTMLBlock(ast.HTMLBlockType6)
	reader.AdvanceToEOL()
	n.Lines().Append(segment)
	return n, parser.NoChildren
}

// beginsBlock reports whether a line begins with a start or end tag of a common element
// that opens an HTML block of kind 6 in CommonMark.
func beginsBlock(line []byte) bool {
	i := scan.RunLength(line, 0, ' ')
	if i > 3 || i == len(line) || line[i] != '<' {
		return false
	}
	if i++; i < len(line) && line[i] == '/' {
		i++
	}
	n := bytes.IndexAny(line[i:], " >")
	if n < 0 {
		return false
	}
	switch string(line[i : i+n]) {
	case "div", "blockquote", "figure", "figcaption", "p", "table", "tr", "ul", "ol", "li", "section", "iframe":
		return true
	}
	return false
}
