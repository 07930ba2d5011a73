package markdown

import (
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// boxParser reads the checkbox of a task, “[x] ”. goldmark does not require the white space
// after it that GFM does (section 5.3), and treats the text of the link “[X](/x)” as a
// checkbox.
type boxParser struct{ parser.InlineParser }

func (p boxParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); len(line) > 3 && !scan.IsHTMLSpace(line[3]) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}
