package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

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
	"<divs>\n", "</ p>\n", "<img src=a.png> x\n", "<img src=a.png>\n", "text\n<a href='x'>y</a>\n", "<br/>x", "<br x/> \t\n", "</span>x\n",
	"</span>\n", "<a =b>x\n", "<a b\nc>x\n", "<th>\nx\n", "<h2 id=x>y</h2>\n", "<p/>\n", "<p a=b", "<table a>b</table>\n\n<li", "<pre>\n\n</pre>\n", "<div>\x00\xff\rb\n",
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

// tags lists the tags between words that a parser finds.
func tags(html parser.InlineParser, src []byte) string {
	root := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(util.Prioritized(html, 400)),
	).Parse(text.NewReader(src))
	var out strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if raw, ok := n.(*ast.RawHTML); ok && entering {
			fmt.Fprintf(&out, "%d:", raw.Pos())
			for _, s := range raw.Segments.Sliced(0, raw.Segments.Len()) {
				fmt.Fprintf(&out, " %+v", s)
			}
			out.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

var inlineTags = []string{
	"x <a href=\"b\">c</a > d", "<br><br/><br /> x <br\n/>", "x <a b = 'c>d' e=f/g _h :i.j-k> x", "x <a b=> <a b=\"c> <a b=c\"> <a b='c'd> x",
	"<a\tb\t>x</a\t>x</a b>x", "<1> </1> </> < > <a", "x <!-- b --> <?c?> <!D e> <a-1 b> <é> <a é> <a b=é> x", "> <a\n> b>\n", "<a b>", "<a b>\n\tc<d>\r\n<e f=\x00> <g h=é> x",
}

func TestQuickTagsAreThoseOfGoldmark(t *testing.T) {
	for _, s := range inlineTags {
		if got, want := tags(quickTags{parser.NewRawHTMLParser()}, []byte(s)), tags(parser.NewRawHTMLParser(), []byte(s)); got != want {
			t.Errorf("%q: got\n%s\ngoldmark has\n%s", s, got, want)
		}
	}
}

func FuzzQuickTags(f *testing.F) {
	for _, s := range inlineTags {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if !utf8.Valid(src) {
			return // decoding a draft makes it valid
		}
		if got, want := tags(quickTags{parser.NewRawHTMLParser()}, src), tags(parser.NewRawHTMLParser(), src); got != want {
			t.Errorf("got\n%s\ngoldmark has\n%s", got, want)
		}
	})
}
