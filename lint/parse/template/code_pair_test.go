package template_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

// dump lists the blocks of a draft: a letter for the kind, and the words.
func dump(t *testing.T, name, draft string) string {
	t.Helper()
	doc := parse.Parse(name, []byte(draft), parse.Options{})
	parsetest.Check(t, doc)
	letters := map[lint.BlockKind]string{lint.Paragraph: "P", lint.Heading: "H", lint.Code: "C", lint.Item: "I", lint.Cell: "T"}
	var all []string
	for i := range doc.Blocks {
		all = append(all, letters[doc.Blocks[i].Kind]+" "+strings.ReplaceAll(doc.Blocks[i].Text.String(), "\n", "⏎"))
	}
	return strings.ReplaceAll(strings.Join(all, " | "), string(lint.Object), "○")
}

type reading struct{ name, draft, want string }

func (r reading) hold(t *testing.T, file string) {
	t.Helper()
	if got := dump(t, file, r.draft); got != r.want {
		t.Errorf("%s:\n got %s\nwant %s", r.name, got, r.want)
	}
}

func TestCodeInPairedTagsIsCode(t *testing.T) {
	for _, r := range []reading{
		{"jekyll", "A.\n\n{% highlight python %}\n# one\nx = x x\n{% endhighlight %}\n\nB.\n", "P A. | C # one⏎x = x x | P B."},
		{"hugo", "A.\n{{< highlight js >}}\n# one\n{{< /highlight >}}\nB.\n", "P A. | C # one | P B."},
		{"hugo, percent", "{{% code file=\"a\" %}}\n# one\n{{% /code %}}\n", "C # one"},
		{"hexo", "{% codeblock lang:js %}\n# one\n{% endcodeblock %}\n", "C # one"},
		{"name of several words", "{{<code-snippet>}}\n# one\n{{</code-snippet>}}\n", "C # one"},
		{"a space after the slash", "{{< code-snippet lang=\"sh\" >}}\n# one\n{{</ code-snippet >}}\n\nB.\n", "C # one | P B."},
		{"trimmed", "{%- prism js -%}\n# one\n{%- endprism -%}\n", "C # one"},
		{"drawing", "{{< mermaid >}}\ngraph TD\n\nA-->B\n{{< /mermaid >}}\n", "C graph TD⏎⏎A-->B"},
		{"tags in code", "{% highlight liquid %}\n{{ page.title }} {% if x %}\n{% endhighlight %}\n\n{{ y }}\n", "C {{ page.title }} {% if x %}"},
		{"odd backticks in code", "{% highlight sh %}\necho `x\n```\n{% endhighlight %}\n\nB {{ y }}.\n", "C echo `x⏎``` | P B ○."},
		{"one line", "Type {% highlight sh %}ls ls{% endhighlight %} now.\n", "P Type ○ now."},
		{"quoted", "> {% highlight sh %}\n> ls ls\n> {% endhighlight %}\n", "P ○"},
		{"brackets", "A.\n\n[sourcecode language=\"php\"]\n# one\n[/sourcecode]\n\nB.\n", "P A. | C # one | P B."},
		{"brackets without values", "[code]\n# one\n[/code]\n", "C # one"},
		{"no partner", "{% highlight python %}\n\nB.\n", "P B."},
		{"one that closes itself", "{{< code file=\"a.js\" />}}\n\nProse.\n\n{{< code >}}\nx\n{{< /code >}}\n", "P Prose. | C x"},
		{"one without a partner before a pair", "{% code 'a.js' %}\n\nProse.\n\n{% code %}\nx\n{% endcode %}\n", "P Prose. | C x"},
		{"marks of a house", "A.\n\n=CODE_START=\n# one.\n\n# two.\n=CODE_END=\n\nB.\n", "P A. | C # one.⏎⏎# two. | P B."},
		{"a mark without a partner", "=CODE_START=\n\nB.\n", "P =CODE_START= | P B."},
		{"upper case", "[CODE]\n# one\n[/CODE]\n", "C # one"},
		{"language as an argument", "[snip lang=\"php\"]\n# one\n[/snip]\n\n{{< listing language=go >}}\n# two\n{{< /listing >}}\n", "C # one | C # two"},
		{"language of people as an argument", "{{< said lang=\"fr\" >}}\nUn mot.\n{{< /said >}}\n", "P Un mot."},
		{"zola", "{% code(lang=\"sh\") %}\n# one\n{% end %}\n\nB.\n", "C # one | P B."},
		{"zola, prose", "{% aside() %}\nWe cut in winter, as ever.\n{% end %}\n", "P We cut in winter, as ever."},
		{"zola, unknown name", "{% zap() %}\nlet a = 1;\nrun(a);\n{% end %}\n", "C let a = 1;⏎run(a);"},
		{"handlebars", "{{#code \"js\"}}\n# one\n{{/code}}\n\n{{#if x}}\nB.\n{{/if}}\n", "C # one | P B."},
		{"middleman", "<% code(\"ruby\") do %>\n# one\n<% end %>\n\n<% if x %>\nB.\n<% end %>\n", "C # one | P B."},
		{"blade", "@php\n# one\n@endphp\n\nB.\n", "C # one | P B."},
		{"docsy", "{{< tabpane lang=\"sh\" >}}\n{{< tab \"A\" >}}\n# one\n{{< /tab >}}\n{{< /tabpane >}}\n", "C {{< tab \"A\" >}}⏎# one⏎{{< /tab >}}"},
		{"docsy, text", "{{< tabpane text=true >}}\n{{< tab \"A\" >}}\nOne.\n{{< /tab >}}\n{{< /tabpane >}}\n", "P One."},
		{"myst", ":::{code-block} sh\n# one\n:::\n\n:::{note}\n:class: a b\nB.\n:::\n", "C # one | P B."},
		{"azure", "::: mermaid\ngraph TD\n# one\n:::\n", "C graph TD⏎# one"},
		{"restructuredText", ".. code-block:: sh\n\n   # one\n   two two\n\nB.\n\n.. image:: a.png\n   :alt: a a\n", "P B."},
		{"comment", "{{< comment >}}\n# one\n{{< /comment >}}\n\n{{< comment by=\"Ann\" >}}\nB.\n{{< /comment >}}\n", "P B."},
		{"set", "{% set x %}\nlet a = 1;\nrun(a);\n{% endset %}\n", "C let a = 1;⏎run(a);"},
		{"a fence in it", "{% code title=\"a\" %}\n```js\n# one\n```\n{% endcode %}\n", "C # one"},
	} {
		r.hold(t, "a.md")
	}
}

func TestUnknownPairsAreCodeWhereTheyLookLikeIt(t *testing.T) {
	for _, r := range []reading{
		{"statements", "{% zap %}\nlet a = 1;\nrun(a);\n{% endzap %}\n", "C let a = 1;⏎run(a);"},
		{"shell", "{{< typed >}}\n$ make all\n$ make check\n{{< /typed >}}\n", "C $ make all⏎$ make check"},
		{"prose", "{% note %}\nWe cut in winter, as ever.\n{% endnote %}\n", "P We cut in winter, as ever."},
		{"prose about code", "{% note %}\nCall run() = 1 in winter, when it is cold.\n{% endnote %}\n", "P Call run() = 1 in winter, when it is cold."},
		{"list", "{{% tab %}}\n- x = 1;\n- y = 2;\n{{% /tab %}}\n", "I x = 1; | I y = 2;"},
		{"condition", "{% if a %}\nlet a = 1;\n{% endif %}\n", "P let a = 1;"},
		{"html", "{% box %}\n<p>One {two}</p>\n{% endbox %}\n", "P One {two} | P ○"},
	} {
		r.hold(t, "a.md")
	}
}
