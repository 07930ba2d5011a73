package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// addresses returns what an engine makes of a draft: its links of bare addresses and
// all its text, so that lost and duplicated text shows. Tabs are omitted: whether a tab
// at the end of a line is text depends on which parser read it.
func addresses(engine parser.Parser, source []byte) string {
	var out strings.Builder
	_ = ast.Walk(parsedBy(engine, source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.AutoLink:
			if entering {
				fmt.Fprintf(&out, "<%s %s>", n.Protocol, n.Label(source))
			}
		case *ast.Text:
			if entering {
				// Texts of our own parser may contain line breaks; those of goldmark's
				// do not.
				out.Write(bytes.ReplaceAll(n.Segment.Value(source), []byte("\n"), nil))
			}
		case *ast.Emphasis:
			fmt.Fprintf(&out, "|%d|", n.Level)
		}
		return ast.WalkContinue, nil
	})
	return strings.ReplaceAll(out.String(), "\t", "")
}

var addressCases = []string{
	"See http://a.example/b_c_d and https://b.example/*x*.",
	"(www.a.example/x) *www.b.example* _http://c.example_ ~ftp://d.example/~",
	"http://a.example at the start\nhttps://b.example on the next line",
	"xhttp://a.example /http://b.example \"http://c.example\" http:/x http:// www. www.x",
	"a_b@c.example, ann.lee+x@d.example; (e@f.example) g@h @i.example j@k.example_",
	"__a__b@c.example and a_b_c@d.example_e f_@g.example",
	"[text http://a.example](http://b.example) ![http://c.example](d.png)",
	"<br>http://a.example <b>www.b.example</b> `http://c.example` \\http://d.example",
	"http://a.example/(b) http://a.example/(b)) http://a.example?b=c&copy; http://a.example/é",
	"**http://a.example/b**c** _x_http://d.example _www.e.example_f_",
	"| http://a.example | b@c.example |\n|---|---|\n| www.d.example | x |",
	"https://www.a.example and <b>x</b>www.b.example",
	"awww. www.",
	"> http://a.example\n> www.b.example\n\n- c@d.example\n- [ ] http://e.example",
}

func TestAddressesAreThoseOfGoldmark(t *testing.T) {
	theirs := newEngine(extension.NewLinkifyParser(), false)
	for _, source := range addressCases {
		if diff := cmp.Diff(addresses(theirs, []byte(source)), addresses(engineFor([]byte(source)), []byte(source))); diff != "" {
			t.Errorf("%s\n(- goldmark, + here)\n%s", source, diff)
		}
	}
}

func TestAddressesOfTheCorpusAreThoseOfGoldmark(t *testing.T) {
	theirs := newEngine(extension.NewLinkifyParser(), false)
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		found := 0
		for _, d := range list {
			want := addresses(theirs, d.Content)
			found += len(want)
			if diff := cmp.Diff(want, addresses(engineFor(d.Content), d.Content)); diff != "" {
				t.Errorf("%s (- goldmark, + here)\n%s", d.Name, diff)
			}
		}
		if found < 5 {
			t.Errorf("only %d addresses to compare", found)
		}
	})
}
