package template_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

func TestFormulasAreNotRead(t *testing.T) {
	for _, r := range []reading{
		{"dollars", "The $x x^T$ is $A[i][j]$ here, and $n$.\n", "P The ○ is ○ here, and ○."},
		{"text in a formula", "As $a = \\text{“one TODO”}$ here.\n", "P As ○ here."},
		{"block", "A.\n\n$$\nS = x x^T\n\n+ a b b\n$$\n\nB.\n", "P A. | C $$⏎S = x x^T⏎⏎+ a b b⏎$$ | P B."},
		{"block in a sentence", "We have\n$$\nx x\n$$\nfor all x.\n", "P We have ○ for all x."},
		{"parentheses", "Inline \\(y y^T\\) and \\(n\\) hold.\n", "P Inline ○ and ○ hold."},
		{"escaped twice", "Inline \\\\(y y^T\\\\) holds.\n", "P Inline ○ holds."},
		{"brackets", "\\[\nx = x x\n\\]\n", "C \\[⏎x = x x⏎\\]"},
		{"environment", "\\begin{align*}\nz z^T\n\\end{align*}\n", "C \\begin{align*}⏎z z^T⏎\\end{align*}"},
		{"prices", "From $5 to $10, and US$3 or A$4; $20/$30.\n", "P From $5 to $10, and US$3 or A$4; $20/$30."},
		{"price in brackets", "It costs $100 (or A$).\n", "P It costs $100 (or A$)."},
		{"variables", "Set $HOME and $PATH, ${A}$B, $HOME/$USER.\n", "P Set $HOME and $PATH, ${A}$B, $HOME/$USER."},
		{"escaped", "Both \\$x\\$ and $5.\n", "P Both $x$ and $5."},
		{"aside in escaped brackets", "He \\(as ever\\) left \\[sic\\] it.\n", "P He (as ever) left [sic] it."},
		{"chemistry", "Mix \\ce{Na Na} and \\SI{5 5}{\\metre} here.\n", "P Mix ○ and ○ here."},
		{"citation", "As \\cite{a a} and \\textbf{a word} here.\n", "P As ○ and \\textbf{a word} here."},
		{"path", "In C:\\ref\\x and \\cite here.\n", "P In C:\\ref\\x and \\cite here."},
		{"mathml", "A <math><mi>x</mi><mi>x</mi></math> b.\n", "P A  b."},
		{"drawing", "A <svg><title>x x</title><text>\"y\"</text></svg> b.\n\n<svg>\n\n  <text>x x</text>\n\n</svg>\n", "P A  b."},
		{"drawing that never closes", "A <svg> b.\n", "P A  b."},
		{"code", "Type `$x$` and `\\(y\\)`.\n", "P Type $x$ and \\(y\\)."},
	} {
		r.hold(t, "a.md")
	}
	reading{"html", "<p>As \\(x x\\) is $y y^2$ here, for $5.</p>", "P As ○ is ○ here, for $5."}.hold(t, "a.html")
}

func TestAttributesAreNotRead(t *testing.T) {
	for _, r := range []reading{
		{"kramdown, link", "[The table](/t){:target=\"_blank\"} is new.\n", "P The table is new."},
		{"kramdown, paragraph", "A word.\n{: .lead title=\"kram title\" }\n\nB.\n", "P A word. | P B."},
		{"kramdown, quotation", "> A word.\n{: .prompt-tip }\n", "P A word."},
		{"kramdown, in the quotation", "> A word.\n> {: .prompt-tip }\n", "P A word."},
		{"kramdown, heading", "## One {: #one .x }\n\nB.\n", "H One | P B."},
		{"kramdown, below a heading", "## One\n{: .no_toc}\n\nB.\n", "H One | P B."},
		{"kramdown, toc", "* toc\n{:toc}\n", "I toc"},
		{"pandoc, emphasis", "A _word_{.x} and **two**{.y title=\"a b\"} here.\n", "P A word and two here."},
		{"pandoc, code", "Type `x`{.js} now.\n", "P Type x now."},
		{"markdown-it, paragraph", "A word. {.lead data-x='1'}\n", "P A word."},
		{"goldmark, table", "{.table caption=\"x y\"}\n", ""},
		{"goldmark, heading", "## One {#id .class key=\"val\"}\n", "H One"},
		{"braces in prose", "A set {a, b} and {x} and { y = 1 }.\n", "P A set {a, b} and {x} and { y = 1 }."},
		{"embedded address", "%[https://x.example \"t\"]\n", ""},
		{"comment of Obsidian", "A. %%TODO: ask%%\n\n%%\nTODO\n\nmore\n%%\n", "P A."},
		{"percents", "From 5 %% to 6 %%x and http://%%host%%.\n", "P From 5 %% to 6 %%x and http://%%host%%."},
		{"comment of kramdown", "A.\n\n{::comment}\nTODO\n\nmore\n{:/comment}\n\nB.\n", "P A. | P B."},
		{"options of kramdown", "{::options parse_block_html=\"true\" /}\n\nB.\n", "P B."},
		{"blade", "A {!! $x[\"a\"] !!} and {! part.md !} b.\n", "P A ○ and ○ b."},
		{"criticmarkup", "A {>>TODO: ask<<}{--old--}{++new++} {~~one~>two~~} b.\n", "P A {++new++} ○ b."},
		{"svelte", "{#if a == \"b\"}\n\nA {@html x(\"y\")} b.\n\n{:else if c}\n\nC.\n\n{/if}\n", "P A ○ b. | P C."},
		{"svelte, heading", "## One {#if}\n\nB.\n", "H One | P B."},
		{"component", "<Chart data={[a][b]} title=\"a a\" on:click={() => go(\"x\")} />\n\nA <Tip text={x + \"a a\"} /> b.\n", "P A ○ b."},
		{"icon", ":x-y:{ .lg title=\"a a\" } and ==m=={title=\"b b\"} c.\n", "P :x-y: and ==m== c."},
		{"erb", "A <%= link_to \"The table\", \"/t\" %> b.<%# TODO %>\n", "P A The table b."},
		{"erb, variables", "A <%= link_to name, \"/t\" %> and <%= vars.name -%> b <%- x -%>.\n", "P A ○ and ○ b ○."},
	} {
		r.hold(t, "a.md")
	}
}

func TestAttributesGiveAnImageItsAlternative(t *testing.T) {
	for draft, want := range map[string]string{
		"![](p.png){fig-alt=\"A pear\"}\n":                                  "A pear",
		"![](p.png){: .wide alt=\"A pear\"}\n":                              "A pear",
		"<%= image_tag \"p.png\", :alt => \"A pear\", class: \"wide\" %>\n": "A pear",
		"<%= image_tag 'p.png', alt: 'A plum' %>\n":                         "A plum",
		"![](p.png){width=50% alt='A pear'}\n":                              "A pear",
		"![A plum](p.png){fig-alt=\"A pear\"}\n":                            "A plum",
		"![](p.png) {: .wide title=\"A pear\"}\n":                           "",
		"![](p.png)\n\n{: alt=\"Of another\"}\nText":                        "",
	} {
		doc := parse.As("a.md", []byte(draft), lint.Markdown, parse.Options{})
		if len(doc.Images) != 1 || doc.Images[0].Alt.String() != want {
			t.Errorf("%q: %+v", draft, doc.Images)
		}
	}
}

func TestDirectivesAreNotRead(t *testing.T) {
	for _, r := range []reading{
		{"container", ":::note{title=\"Hey there\"}\nBody.\n:::\n", "P Body."},
		{"container with a title", "::: tip \"Title\"\nBody.\n:::\n", "P Body."},
		{"div of Pandoc", "::: {.callout-note title=\"Quarto title\"}\nBody.\n:::\n", "P Body."},
		{"leaf", "A.\n\n::youtube{id=\"x y\"}\n", "P A."},
		{"admonition", "A.\n\n!!! note \"Mind the saw\"\n    It is sharp.\n\n    It cuts.\n\nB.\n", "P A. | P It is sharp. | P It cuts. | P B."},
		{"admonition apart", "??? tip \"Mind\"\n\n    It is sharp.\n\n    - one\n", "P It is sharp. | I one"},
		{"admonition without a title", "???+ warning\n    It is sharp.\n", "P It is sharp."},
		{"admonition with code", "!!! note\n\n    ```sh\n    # x\n    ```\n", "C # x"},
		{"tabs", "=== \"One\"\n\n    A.\n\n=== \"Two\"\n\n    B.\n", "P A. | P B."},
		{"list beside an admonition", "- one\n\n!!! note \"x\"\n    A.\n", "I one | P A."},
		{"shouting", "!!! watch this space\n\nB.\n", "P !!! watch this space | P B."},
		{"setext heading", "One\n===\n", "H One"},
		{"callout", "> [!note] \"Title\"\n> Body.\n", "P [!note] Body."},
		{"snippet", "<<< @/x.js{1,3} \"x\"\n", ""},
		{"blade", "@include(\"x\")\n", ""},
		{"reStructuredText", ".. figure:: x.png \"t\"\n", ""},
		{"command of LaTeX", "\\section{\"x\"}\n", ""},
		{"snippet of Python-Markdown", "--8<-- \"a/b.md\"\n\n;--8<-- \"a.md\"\n\n--8<--\na a.md\nb.md\n--8<--\n\nB.\n", "P B."},
		{"scissors in prose", "A --8<-- \"b\".\n\n-8 degrees.\n", "P A --8<-- \"b\". | P -8 degrees."},
		{"code over a line of spaces", "<p>A.</p>\n<pre><code>b b\n \n# c</code></pre>\n", "P A."},
		{"abbreviation", "The HTML.\n\n*[HTML]: Hyper \"Text\" Text\n", "P The HTML."},
		{"emphasis of a link", "*[One](/x): two*\n", "P One: two"},
		{"comment of MyST", "A.\n\n% TODO: ask\n% and again\n\n+++ {\"tags\": [\"a a\"]}\n\nB.\n", "P A. | P B."},
		{"comment of MyST in a list", "- A.\n\n  % TODO: ask\n", "I A."},
		{"percent in prose", "A share of 5\n% is it.\n", "P A share of 5 % is it."},
		{"drawer of Org", ":PROPERTIES:\n:ID: a a\n:END:\n\nB.\n", "P B."},
		{"block of Python-Markdown", "/// note | \"A\" title\nB.\n///\n\n/// what? no\n", "P B. | P /// what? no"},
		{"org", "#+TITLE: a a\n\n#+BEGIN_SRC sh\n# b b\n#+END_SRC\n\n#+BEGIN_QUOTE\nC.\n#+END_QUOTE\n\n#+1 D.\n", "C # b b | P C. | P #+1 D."},
		{"component of Nuxt", "::card\n---\ntitle: \"a a\"\n---\nB.\n::\n", "P B."},
		{"shortcode over lines", "[tabs\n  a=\"b b\"\n  c=\"d\"]\n\nE.\n\n[/tabs]\n", "P E."},
		{"drawing in a division", "<div class=\"mermaid\">\ngraph TD; A[\"a a\"]\n</div>\n\nB <d-math>x x</d-math> c.\n", "P B ○ c."},
		{"attributes with commas", "{title=\"a a\", lang=sh}\n~~~\nb b\n~~~\n", "C b b"},
		{"definition", "Tree\n: A plant.\n", " Tree | I A plant."},
		{"colons in prose", "A::b and ::: c.\n", "P A::b and ::: c."},
	} {
		r.hold(t, "a.md")
	}
}

func TestTagsInBracketsAreNotRead(t *testing.T) {
	for _, r := range []reading{
		{"values", "A.\n\n[gallery ids=\"1,2\"]\n", "P A."},
		{"in a sentence", "See [gallery ids=1,2] there.\n", "P See ○ there."},
		{"pairs", "[row][column]Text.[/column][/row]\n", "P Text."},
		{"player", "[embed]https://y.example/x[/embed]\n\n[video mp4=\"x.mp4\"][/video]\n", ""},
		{"value of the name", "[url=https://x.example]The page[/url] is new.\n", "P The page is new."},
		{"wiki", "[[figure src=\"x\" alt=\"y\"]]\n", ""},
		{"link with values", "[!ref text=\"Hey\"](x.md)\n", "P !ref"},
		{"plain brackets", "As [she] said, [code] is [x=1] law [1].\n", "P As [she] said, [code] is [x=1] law [1]."},
		{"link", "The [code](/x) and [row][r].\n\n[r]: /y\n", "P The code and row."},
		{"closing alone", "A [/row] b.\n", "P A [/row] b."},
		{"index", "The a[i][j] of it.\n", "P The a[i][j] of it."},
	} {
		r.hold(t, "a.md")
	}
	reading{"html", "<p>A.</p>\n[gallery ids=\"1,2\"]\n[code]x x[/code]", "P A. | P ○ | C x x"}.hold(t, "a.html")
}
