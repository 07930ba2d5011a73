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
// the block; lines without such a tag still go to goldmark, unless they begin with an inline tag
// that more text follows, which opens no block.
type quickBlocks struct{ parser.BlockParser }

func (p quickBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if beginsInline(line) {
		return nil, parser.NoChildren
	}
	if !beginsBlock(line) {
		return p.BlockParser.Open(parent, reader, pc)
	}
	n := ast.NewHTMLBlock(ast.HTMLBlockType6)
	reader.AdvanceToEOL()
	n.Lines().Append(segment)
	return n, parser.NoChildren
}

// Continue ends the block after its first line if that is a tag that asks for its content
// to be read as Markdown, which kramdown and Python-Markdown do.
func (p quickBlocks) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if lines := node.Lines(); lines.Len() == 1 {
		if first := lines.At(0); readsMarkdown(first.Value(reader.Source())) {
			return parser.Close
		}
	}
	return p.BlockParser.Continue(node, reader, pc)
}

// readsMarkdown reports whether a line is an opening tag with the attribute markdown:
// <div class="note" markdown="1">.
func readsMarkdown(line []byte) bool {
	at := bytes.Index(line, []byte(" markdown"))
	if at < 0 {
		return false
	}
	rest := bytes.TrimRight(line[at+len(" markdown"):], " \t\r\n")
	if len(rest) == 0 || rest[0] != '=' && rest[0] != '>' && rest[0] != ' ' || bytes.HasPrefix(rest, []byte(`="0"`)) {
		return false
	}
	return bytes.IndexByte(rest, '>') == len(rest)-1
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
	case "div", "blockquote", "figure", "figcaption", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li",
		"dl", "dt", "dd", "section", "aside", "header", "footer", "details", "summary", "center", "hr", "iframe",
		"h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// beginsInline reports whether a line begins with a tag of a common inline element that is not
// alone on it.
func beginsInline(line []byte) bool {
	i := scan.RunLength(line, 0, ' ')
	if i > 3 || i == len(line) || line[i] != '<' {
		return false
	}
	tag := line[i:]
	name := bytes.TrimPrefix(tag[1:], []byte("/"))
	n := bytes.IndexAny(name, " />")
	if n < 0 {
		return false
	}
	switch string(name[:n]) {
	case "a", "img", "span", "br", "em", "strong", "b", "i", "code", "small", "sub", "sup", "kbd", "q", "cite":
		end := tagEnd(tag)
		return end > 0 && !scan.AllSpace(tag[end:])
	}
	return false
}
