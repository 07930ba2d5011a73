package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// underlines reads setext headings, except where the line of dashes closes a multiline table of
// Pandoc, whose last row would become a heading.
type underlines struct{ parser.BlockParser }

// Open looks at the line before goldmark does.
func (u underlines) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, at := reader.PeekLine(); closesTable(reader.Source(), line, at.Start) {
		return nil, parser.NoChildren
	}
	return u.BlockParser.Open(parent, reader, pc)
}

// closesTable reports whether a line of dashes at an offset closes a table: the same line is above
// it, and between the two there is a line with the widths of at least two columns.
func closesTable(src, line []byte, at int) bool {
	const shortest, farthest = 20, 8 << 10 // dashes; bytes of a table
	dashes := bytes.TrimSpace(line)
	if len(dashes) < shortest || len(bytes.Trim(dashes, "-")) > 0 {
		return false
	}
	before := src[max(0, at-farthest):at]
	rule := bytes.TrimRight(src[bytes.LastIndexByte(src[:at], '\n')+1:at+len(line)], " \r\n")
	open := bytes.LastIndexByte(before, '\n')
	for open >= 0 && !bytes.HasPrefix(before[open+1:], rule) {
		open = bytes.LastIndexByte(before[:open], '\n')
	}
	if open < 0 {
		return false
	}
	for row := range bytes.Lines(before[open+1:]) {
		row = bytes.TrimSpace(row)
		if len(bytes.Trim(row, "- ")) == 0 && bytes.Contains(row, []byte("- -")) {
			return true
		}
	}
	return false
}
