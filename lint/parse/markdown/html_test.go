package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// htmlBlocks lists the blocks that a parser of HTML finds.
func htmlBlocks(html parser.BlockParser, src []byte) string {
	root := parser.NewParser(parser.WithBlockParsers(
		util.Prioritized(html, 900), util.Prioritized(parser.NewParagraphParser(), 1000),
	)).Parse(text.NewReader(src))
	var out strings.Builder
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		fmt.Fprintf(&out, "%s at %d: %q", n.Kind(), n.Pos(), n.Lines().Value(src))
		if h, ok := n.(*ast.HTMLBlock); ok {
			fmt.Fprintf(&out, " of kind %d", h.HTMLBlockType)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

var htmlStarts = []string{
	"<div>\ntext\n</div>\n\ntext\n", "text\n<p class=\"a\">b\n", "   <figure >\r\n\r\n", "</table>", "    <div>\n", "<div\n", "<p", "<DIV>\n",
	"<divs>\n", "</ p>\n", "<p/>\n", "<p a=b", "<table a>b</table>\n\n<li", "<pre>\n\n</pre>\n", "<div>\x00\xff\rb\n",
}

func TestQuickBlocksAreThoseOfGoldmark(t *testing.T) {
	for _, s := range htmlStarts {
		if got, want := htmlBlocks(quickBlocks{parser.NewHTMLBlockParser()}, []byte(s)), htmlBlocks(parser.NewHTMLBlockParser(), []byte(s)); got != want {
			t.Errorf("%q: got\n%s\ngoldmark has\n%s", s, got, want)
		}
	}
}

func FuzzQuickBlocks(f *testing.F) {
	for _, s := range htmlStarts {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if got, want := htmlBlocks(quickBlocks{parser.NewHTMLBlockParser()}, src), htmlBlocks(parser.NewHTMLBlockParser(), src); got != want {
			t.Errorf("got\n%s\ngoldmark has\n%s", got, want)
		}
	})
}
