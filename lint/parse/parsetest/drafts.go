package parsetest

// Drafts returns short samples of everything that Markdown drafts contain.
func Drafts() []string {
	return []string{
		"# One *two* {#three}\n\nFour [five](six \"seven\") ![eight](nine) `ten`\n",
		"Setext & co\n===\n\n> quoted\n> > twice\n>\n> — Ada Byron\n",
		"- [x] a\n- b\n\n  c\n  1. d\n     ```go\n\t{{ e }}\n     ```\n",
		"|a|b|\n|-|:-:|\n|`c\\|d`|[e][f]|\n\n[f]: <g h> 'i'\n",
		"Term\n: Description\n\nNote[^n] ~~no~~ &amp;&#8212; \\* hard  \nbreak\\\nagain\n\n[^n]: The note\n",
		"<div><p>HTML <a href=\"x&amp;y\">in</a> {{ t }}</p>\n\n*md*\n\n</div>\n<!-- c -->\nraw <b>inline</b> <br> x\n",
		"{% image \"a.png\" \"b\" %}\n[c]({{ \"/d\" | url }}) {{< figure src=`e` alt=\"f \\\" g\" >}} {% raw %}{{ h }}{% endraw %}\n",
		"{% pullquote by=\"Ada\" %}\nQuoted.\n{% endpullquote %}\n{{< see to=\"/x\" text=\"Y\" >}}\n{% comment %} z {% endcomment %}{# w #}\n",
		"https://a.example/b?c=d&e www.f.example g@h.example <i@j.example> <https://k.example>\r\n\r\nnext\tline\r\n",
		"import A from 'b'\n\n<A.B c={{d: '}'}} e=\"f\">{g + `h`} text</A.B>\n\nexport const i = {\n\n}\n",
		"![a *b* ![c](d) `e`\nf](g\n'h') [![i](j)](k) [](l) [m]() [n](<>) [o](p \\) q)\n",
		"*a **b *c** d* _e_ ***f*** ``g ` h`` [i *j](k)*\n\n    code\n\ttab\n",
	}
}
