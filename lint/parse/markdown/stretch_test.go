package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// parsedBy returns the tree that an engine builds from a draft.
func parsedBy(engine parser.Parser, source []byte) ast.Node {
	pc := parser.NewContext()
	pc.Set(guardKey, &guard{limits: quota.Limits{}.OrDefault(), memory: &Memory{}})
	return engine.Parse(text.NewReader(source), parser.WithContext(pc))
}

// inlinesOf lists the inlines that an engine finds in a draft; adjacent texts are
// merged.
func inlinesOf(engine parser.Parser, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(parsedBy(engine, source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*ast.Text)
		switch {
		case !ok && entering:
			fmt.Fprintf(&out, "<%s>", n.Kind())
		case !ok:
			fmt.Fprintf(&out, "</%s>", n.Kind())
		case entering:
			// Texts of our own parser may contain several lines.
			at := t.Segment.Start
			for _, line := range bytes.SplitAfter(t.Segment.Value(source), []byte("\n")) {
				at += len(line)
				if text, broken := bytes.CutSuffix(line, []byte("\n")); broken {
					fmt.Fprintf(&out, "%s[soft %d]", text, at-1)
				} else {
					out.Write(text)
				}
			}
			if t.SoftLineBreak() {
				fmt.Fprintf(&out, "[soft %d]", t.Segment.Stop)
			}
			if t.HardLineBreak() {
				fmt.Fprintf(&out, "[hard %d]", t.Segment.Stop)
			}
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

func plainEngines() (strides, steps parser.Parser) {
	return newEngine(addressParser{extension.NewLinkifyParser(), allSigns}, true),
		newEngine(addressParser{extension.NewLinkifyParser(), allSigns}, false)
}

var plainCases = []string{
	"One line\nand another\nand the last",
	"Hard  \nbreak, soft \nbreak, back\\\nslash, two\\\\\nslashes\\\\\\\nthree",
	"CRLF\r\nand hard  \r\nand back\\\r\nend\r\n",
	"a\rb \rc\r", "0\r \n00", "a:\r \nb",
	"(bracket first) and *then* more  \n*both* _sides_ of it \nx",
	"a \\ b \\* c\\ *d* \\\\ e",
	"a: b: c: d http://a.example e: f",
	"- item one\n  goes on\n\t- nested\ttab\n\n> quote\n> goes on  \n> and on\n",
	"# Heading with text #\n\nSetext *one*\nand two\n===\n",
	"| a b | c `d e` |\n|---|---|\n| f g | h \\| i |\n",
	"[a b](c) d [e\nf](g \"h i\") ![j k](l) [m n] o",
	"`code  span` and <b class=\"x y\">tag</b> <!-- a\nb --> &amp; c&nbsp;d",
	"Term\n: meaning of it\n\nA note[^1] here.\n\n[^1]: The note  \n    goes on.\n",
	"  indented\n   lines\tand tabs\t\nend  ",
	" ", "\\", "a\\", "\\ ", "a  ", "  \n  \nb",
}

func TestPlainTextIsThatOfGoldmark(t *testing.T) {
	strides, steps := plainEngines()
	for _, source := range append(plainCases, addressCases...) {
		if diff := cmp.Diff(inlinesOf(steps, []byte(source)), inlinesOf(strides, []byte(source))); diff != "" {
			t.Errorf("%q is read otherwise:\n%s", source, diff)
		}
	}
}

func TestPlainTextOfPostsIsThatOfGoldmark(t *testing.T) {
	strides, steps := plainEngines()
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		for _, d := range list {
			if diff := cmp.Diff(inlinesOf(steps, d.Content), inlinesOf(strides, d.Content)); diff != "" {
				t.Errorf("%s is read otherwise:\n%s", d.Name, diff)
			}
		}
	})
}

func FuzzPlainTextEqualsGoldmark(f *testing.F) {
	for _, source := range append(plainCases, addressCases...) {
		f.Add(source)
	}
	strides, steps := plainEngines()
	f.Fuzz(func(t *testing.T, source string) {
		if diff := cmp.Diff(inlinesOf(steps, []byte(source)), inlinesOf(strides, []byte(source))); diff != "" {
			t.Errorf("%q is read otherwise:\n%s", source, diff)
		}
	})
}
