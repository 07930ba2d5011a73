package template_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/copychief/copychief/lint/parse/template"
)

// TestMaskingKeepsLengthAndLines compares the working copy with the draft.
func TestMaskingKeepsLengthAndLines(t *testing.T) {
	for _, c := range []struct{ name, draft, want string }{
		{"inline", "a {{ b }} c", "a xxxxxxx c"},
		{"alone", "a\n  {% b %}  \nc", "a\n           \nc"},
		{"two alone", "{% a %} {{ b }}\n", "               \n"},
		{"many lines", "{{< a\nb >}}\nc", "     \n     \nc"},
		{"code span", "`{{ a }}` {{ b }}", "`{{ a }}` xxxxxxx"},
		{"fence", "```\n{{ a }}\n```\n{{ b }}", "```\n{{ a }}\n```\n       "},
		{"fence in a list", "- ~~~\n  {{ a }}\n  ~~~\n{{ b }}", "- ~~~\n  {{ a }}\n  ~~~\n       "},
		{"quoted fence that its quotation ends", "> ```\n> {{ a }}\n\nb {{ c }}", "> ```\n> {{ a }}\n\nb xxxxxxx"},
		{"unclosed", "a {{ b\n\n c }}", "a {{ b\n\n c }}"},
		{"comment", "<!-- {{ a }} --> {{ b }}", "<!-- {{ a }} --> xxxxxxx"},
		{"closer in a string", `{{ "}}" | a }} b`, `xxxxxxxxxxxxxx b`},
		{"apostrophe in a word", "{{ it's }} that's {{ b }}", "xxxxxxxxxx that's xxxxxxx"},
		{"raw", "{% raw %}{{ a }}{% endraw %} b", "xxxxxxxxx{{ a }}xxxxxxxxxxxx b"},
		{"template comment", "a {% comment %}{{ b }}{% endcomment %}", "a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
		{"heading attribute", "# a {#b} {# c #}", "# a {#b} xxxxxxx"},
		{"lone brace", "a { b } {c}", "a { b } {c}"},
	} {
		src := []byte(c.draft)
		template.Mask(nil, src, 0, template.Options{})
		if string(src) != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, src, c.want)
		}
	}
}

func TestTagsOfImagesBecomeImages(t *testing.T) {
	for _, c := range []struct {
		tag, target, alt, caption string
		hasAlt                    bool
	}{
		{`{% image "a.png" "An a" %}`, "a.png", "An a", "", true},
		{`{% image "a.png", "" %}`, "a.png", "", "", true},
		{`{% image "a.png" %}`, "a.png", "", "", false},
		{`{% image_with_class "a.png" "wide" "An a" %}`, "a.png", "An a", "", true},
		{`{% image_with_class "a.png" "wide" %}`, "a.png", "", "", false},
		{`{{< figure src="a.png" alt="An a" caption="Seen" >}}`, "a.png", "An a", "Seen", true},
		{"{{< figure src=`a.png` title=\"Seen\" />}}", "a.png", "", "Seen", false},
		{`{{% img src="a.png" alt="" %}}`, "a.png", "", "", true},
		{`{%- include image.html src='a.png' alt='It\'s' -%}`, "a.png", "It's", "", true},
		{`{% photo "a.png" "An a" "Seen" %}`, "a.png", "An a", "Seen", true},
	} {
		for _, around := range []string{"", "Words "} {
			doc := parsed(t, around+c.tag+"\n")
			if len(doc.Images) != 1 {
				t.Errorf("%s: %d images", c.tag, len(doc.Images))
				continue
			}
			m := doc.Images[0]
			if m.Origin != lint.ImageTemplate || m.Target.String() != c.target || m.Alt.String() != c.alt || m.Caption.String() != c.caption || m.HasAlt != c.hasAlt {
				t.Errorf("%s: target %q, alt %q (%t), caption %q", c.tag, m.Target, m.Alt, m.HasAlt, m.Caption)
			}
			if got := doc.Source.Slice(m.Span); got != c.tag {
				t.Errorf("%s: span %q", c.tag, got)
			}
			if inline := m.Block != lint.None; inline != (around != "") {
				t.Errorf("%s after %q: block %d", c.tag, around, m.Block)
			}
		}
	}
}

func TestVariablesAndUnknownTagsAreNotImages(t *testing.T) {
	doc := parsed(t, "A {{ image }} and {% img %} and {{ figure.x }} and {% if image %}.\n")
	if len(doc.Images) != 0 || len(doc.Templates) != 4 {
		t.Errorf("%d images, %d tags", len(doc.Images), len(doc.Templates))
	}
}

func TestPairedTagQuotesItsContent(t *testing.T) {
	doc := parsed(t, "Mine.\n\n{% pullquote by=\"Ada\" %}\nTheirs.\n\nTheirs too.\n{% endpullquote %}\n\nMine again.\n\n{% pullquote %}\nNever closed.\n")
	for i, quoted := range []bool{false, true, true, false, false} {
		if got := doc.Blocks[i].Quote != lint.None; got != quoted {
			t.Errorf("%q: quoted %t", doc.Blocks[i].Text, got)
		}
	}
	if len(doc.Quotations) != 1 || doc.Quotations[0].Cite.String() != "Ada" {
		t.Errorf("quotations %v", doc.Quotations)
	}
}

func TestFilterIsNotAnArgument(t *testing.T) {
	d := parse.As("a.md", []byte("![x]({{ image | url }})\n\n[y]({{ page.link | default: \"/z\" }})\n"), lint.Markdown, parse.Options{})
	if len(d.Images) != 1 || d.Images[0].Origin != lint.ImageMarkdown {
		t.Errorf("images: %+v", d.Images)
	}
	if len(d.Links) != 1 || d.Links[0].Target.String() != "/z" {
		t.Errorf("links: %+v", d.Links)
	}
}

func TestTagOnALineOfItsOwnDoesNotEndABlockOfHTML(t *testing.T) {
	d := parse.As("a.md", []byte("<figure>\n\t{% image \"a.jpg\" \"A cart\" %}\n\t<figcaption>Carts in May</figcaption>\n</figure>\n"), lint.Markdown, parse.Options{})
	if len(d.Images) != 1 || d.Images[0].Caption.String() != "Carts in May" {
		t.Errorf("images: %+v", d.Images)
	}
	for i := range d.Blocks {
		if d.Blocks[i].Kind == lint.Code {
			t.Errorf("code: %q", d.Blocks[i].Text)
		}
	}
}

// parsed parses a Markdown draft with the template tags of the tests.
func parsed(t *testing.T, draft string) *lint.Document {
	t.Helper()
	doc := parse.As("draft.md", []byte(draft), lint.Markdown, parse.Options{Shortcodes: parsetest.Shortcodes()})
	parsetest.Check(t, doc)
	return doc
}
