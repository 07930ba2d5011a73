package html_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"golang.org/x/net/html"
)

// A browser's parser and the walk must find the same words: all the words that the tree
// has in the body, in the same order, and nothing else.
func TestTextAgreesWithATree(t *testing.T) {
	for _, page := range []string{
		`<p>a <b>b<i>c</b>d</i>e<p>f`,
		`<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>f`,
		`<dl><dt>a<dd>b<dt>c<dd>d</dl>`,
		`<table><caption>x</caption><tr><td>a<td>b<table><tr><td>c</table>d<tr><th>e</table>f`,
		`a<script>b<!--</script>c<style>d</style>e<noscript>f</noscript>g`,
		`<div><a href=x>a<div>b</a>c</div>d</div>`,
		`<h1>a<h2>b</h1>c`,
		`<pre>  a &amp; b
  c</pre>d<textarea>e</textarea><svg><title>f</title></svg>g`,
		`a<!-- b -->c<!d>e<?f?>g</>h</ i>j < k <3 &lt; &copy &#x41; &amp;amp;`,
		`<span hidden>a</span>b<p aria-hidden="true">c<span>d</span>e</p>f`,
		`<blockquote>a<p>b<footer>c</footer></blockquote>d</div></p>e`,
		`<select><option>a<option>b</select>c<button>d</button>e<object>f</object>g`,
	} {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		var want strings.Builder
		readTree(root, &want, false)
		got := strings.ReplaceAll(shownText(readHTML(t, page)), "|", "")
		if withoutSpace(got) != withoutSpace(want.String()) {
			t.Errorf("%s\nreads %q\n tree %q", page, got, want.String())
		}
	}
}

func readTree(n *html.Node, out *strings.Builder, quoted bool) {
	if n.Type == html.TextNode {
		out.WriteString(n.Data)
	}
	if n.Type == html.ElementNode {
		switch n.Data {
		case "head", "script", "style", "noscript", "textarea", "svg", "select", "button", "object":
			return
		case "blockquote":
			quoted = true
		case "footer":
			if !quoted {
				return
			}
		}
		for _, a := range n.Attr {
			if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
				return
			}
		}
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		readTree(k, out, quoted)
	}
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if r == lint.Object || strings.ContainsRune(" \t\r\n\f", r) {
			return -1
		}
		return r
	}, s)
}
