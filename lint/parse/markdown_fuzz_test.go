package parse

import (
	"bytes"
	"testing"

	"github.com/copychief/copychief/lint"
)

// drafts are short pieces of everything that Markdown drafts are made of.
func drafts() []string {
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

func FuzzMarkdown(f *testing.F) {
	for _, s := range drafts() {
		f.Add([]byte(s), false)
		f.Add([]byte("> - "+s), true)
	}
	f.Fuzz(func(t *testing.T, content []byte, mdx bool) {
		name := "draft.md"
		if mdx {
			name = "draft.mdx"
		}
		kept := bytes.Clone(content)
		doc := As(name, content, lint.Markdown, goldenOptions())
		if !bytes.Equal(kept, content) {
			t.Fatal("the draft was changed")
		}
		for _, p := range doc.Problems {
			if bytes.Contains([]byte(p.Message), []byte("the parser failed")) {
				t.Fatalf("%s: %q", p.Message, content)
			}
		}
		checkDocument(t, doc)
	})
}

func FuzzMask(f *testing.F) {
	for _, s := range drafts() {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, content []byte, mdx bool) {
		o := goldenOptions()
		src := bytes.Clone(content)
		tags := mask(src, 0, &scratch{}, mdx, &o)
		if len(src) != len(content) {
			t.Fatal("masking changed the length")
		}
		end := 0
		for _, tag := range tags {
			if tag.span.Start < end || tag.span.End <= tag.span.Start || tag.span.End > len(src) {
				t.Fatalf("tag at %v behind one that ends at %d", tag.span, end)
			}
			if !bytes.Equal(src[end:tag.span.Start], content[end:tag.span.Start]) {
				t.Fatalf("bytes outside of tags changed before %d", tag.span.Start)
			}
			end = tag.span.End
			if lit := tag.literal; lit.Len() > 0 && !tag.span.Covers(lit.All()) {
				t.Fatalf("literal at %v of the tag at %v", lit.All(), tag.span)
			}
		}
		if !bytes.Equal(src[end:], content[end:]) {
			t.Fatal("bytes behind the last tag changed")
		}
	})
}
