package html_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func readMarkdown(t testing.TB, s string) *lint.Document {
	t.Helper()
	doc := parse.As("post.md", []byte(s), lint.Markdown, parse.Options{})
	parsetest.Check(t, doc)
	return doc
}

func TestElementsReachAcrossMarkdown(t *testing.T) {
	doc := readMarkdown(t, "Before.\n\n<blockquote>\n\nQuoted *by* others.\n\n— Ida Moor\n\n</blockquote>\n\nAfter.\n")
	var quoted []string
	for _, b := range doc.Blocks {
		if b.Quote != lint.None {
			quoted = append(quoted, b.Text.String())
		}
	}
	if got := strings.Join(quoted, "|"); got != "Quoted by others.|— Ida Moor" {
		t.Errorf("quoted: %q", got)
	}
	if len(doc.Quotations) != 1 || doc.Quotations[0].Cite.String() != "Ida Moor" {
		t.Errorf("quotations %v", doc.Quotations)
	}
	doc = readMarkdown(t, "<figure>\n\n![A quay](quay.png)\n\n<figcaption>\n\nThe *old* quay\n\n</figcaption>\n</figure>\n\nText.\n")
	if len(doc.Images) != 1 || doc.Images[0].Caption.String() != "The old quay" {
		t.Errorf("images %v", doc.Images)
	}
}

func TestRawTagsInsideMarkdown(t *testing.T) {
	doc := readMarkdown(t, "A <a href=\"/x\">link with *stress*</a>, <kbd>Esc</kbd><br>and <img src=a.png alt=Fig> <!-- note --> end.\n\nAn <a href=/open>open *link*\n\nNext <em>one</em>.\n")
	if len(doc.Links) != 2 {
		t.Fatalf("links %v", doc.Links)
	}
	if got := doc.Links[0].Text.String(); got != "link with stress" {
		t.Errorf("link reads %q", got)
	}
	if got := doc.Links[1].Text.String(); got != "open link" {
		t.Errorf("open link reads %q", got)
	}
	if got := doc.Blocks[0].Text.String(); got != "A link with stress, Esc\nand \ufffc end." {
		t.Errorf("block reads %q", got)
	}
	if len(doc.Images) != 1 || doc.Images[0].Alt.String() != "Fig" || doc.Images[0].Block != 0 {
		t.Errorf("images %v", doc.Images)
	}
	if len(doc.Comments) != 1 || doc.Comments[0].Text.String() != " note " {
		t.Errorf("comments %v", doc.Comments)
	}
	if last := doc.Blocks[len(doc.Blocks)-1]; len(last.Marks) != 1 || last.Text.Slice(last.Marks[0].Start, last.Marks[0].End) != "one" {
		t.Errorf("marks %v", last.Marks)
	}
}

func TestChunksOfHTMLInMarkdown(t *testing.T) {
	doc := readMarkdown(t, "# Title\n\n<h2 id=\"raw\">Raw <em>heading</em></h2>\n\n<div align=\"center\">\n  <img src=\"logo.png\">\n</div>\n\n<aside>Kept here.</aside>\n\n<script>\nvar x = 1;\n\nvar y = 2;\n</script>\n\n<details><summary>More</summary>\n\nHidden *text*.\n\n</details>\n")
	if got := shownText(doc); got != "Title|Raw heading|\ufffc|Kept here.|More|Hidden text." {
		t.Errorf("reads %q", got)
	}
	if b := doc.Blocks[1]; b.Kind != lint.Heading || b.Level != 2 || b.ID != "raw" || !b.Explicit {
		t.Errorf("heading %+v", b)
	}
	if len(doc.Images) != 1 || doc.Images[0].HasAlt {
		t.Errorf("images %+v", doc.Images)
	}
}

func TestRawHTMLEndsWithItsContainer(t *testing.T) {
	for draft, want := range map[string]string{
		"> <div hidden>a\n\nb\n":                                     "b",
		"- <div hidden>a\n- b\n\nc\n":                                "b|c",
		"1. <script>\n   x\n\ny\n":                                   "y",
		"a[^1]\n\n[^1]: <div hidden>b\n\nc\n":                        "a|c",
		"a\n: <div hidden>b\n\nc\n":                                  "a|c",
		"> - <div hidden>\n>   a\n> - b\n\nc\n":                      "b|c",
		"- a <b>b\n\n  c\n\nd\n":                                     "a b|c|d",
		"> a\n>\n> <h2>b\n\nc\n":                                     "a|b|c",
		"- <blockquote>a\n\nb\n":                                     "a|b",
		"<div>\n\n> a\n> </div>\n\n<div hidden>b</div>\n\nc\n":       "a|c",
		"- <a href=\"x\">\n\n  a\n\nb\n":                             "a|b",
		"- <details>\n  <summary>a</summary>\n\n  b\n\nc <i>d</i>\n": "a|b|c d",
	} {
		doc := readMarkdown(t, draft)
		if got := shownText(doc); got != want {
			t.Errorf("%q reads %q, want %q", draft, got, want)
		}
		if last := doc.Blocks[len(doc.Blocks)-1]; last.Quote != lint.None {
			t.Errorf("%q ends in a quotation", draft)
		}
	}
}

func TestLinksAndImagesOfHTML(t *testing.T) {
	doc := readHTML(t, `<p><a href="https://other.example/a">https://other.example/a</a>
		<a href="mailto:desk@gazette.example">desk@gazette.example</a>
		<a href="https://gazette.example/b" title="T">words</a> <a href="#c" title="T"></a>
		<a href=d aria-label="L"><img src=e alt="E"></a> <a id=f>none</a> <a href>empty</a></p>
		<div aria-hidden=true><a href=g>g</a><img src=h alt=h></div>
		<img src=i alt="  "><img src=j alt=J role=none>`)
	want := []struct {
		kind  lint.LinkKind
		label string
		bare  bool
		image int
	}{
		{lint.External, "", true, lint.None},
		{lint.Email, "", true, lint.None},
		{lint.Internal, "", false, lint.None},
		{lint.Fragment, "T", false, lint.None},
		{lint.Internal, "L", false, 0},
		{lint.Other, "", false, lint.None},
	}
	if len(doc.Links) != len(want) {
		t.Fatalf("%d links, want %d", len(doc.Links), len(want))
	}
	for i, w := range want {
		if l := doc.Links[i]; l.Kind != w.kind || l.Label != w.label || l.Bare != w.bare || l.Image != w.image {
			t.Errorf("link %d: %v %q bare %t image %d, want %v", i, l.Kind, l.Label, l.Bare, l.Image, w)
		}
	}
	for i, decorative := range []bool{false, true, true, true} {
		if doc.Images[i].Decorative != decorative {
			t.Errorf("image %d: decorative %t", i, doc.Images[i].Decorative)
		}
	}
}

// An alt text that comes from an expression is present, but its words are unknown.
func TestAlternativesThatAreExpressions(t *testing.T) {
	for _, c := range []struct {
		name, draft, alt string
		decorative       bool
	}{
		{"a.html", `<img src="a.png" :alt="words">`, "\uFFFC", false},
		{"a.html", `<img src="a.png" v-bind:alt="words">`, "\uFFFC", false},
		{"a.html", `<img src="a.png" [alt]="words">`, "\uFFFC", false},
		{"a.html", `<img src="a.png" th:alt="#{words}">`, "\uFFFC", false},
		{"a.html", `<img src="a.png" alt="<%= words %>">`, "\uFFFC", false},
		{"a.mdx", `<img src="a.png" alt={words} />`, "\uFFFC", false},
		{"a.mdx", `<img {...props} />`, "\uFFFC", false},
		{"a.mdx", `<img src="a.png" aria-hidden={true} />`, "", true},
		{"a.mdx", `<img src={a} alt="A pear" />`, "A pear", false},
		{"a.mdx", `<img src={a} alt="" />`, "", true},
	} {
		doc := parse.Parse(c.name, []byte(c.draft), parse.Options{})
		parsetest.Check(t, doc)
		if len(doc.Images) != 1 || doc.Images[0].Alt.String() != c.alt || doc.Images[0].Decorative != c.decorative {
			t.Errorf("%s: %+v", c.draft, doc.Images)
		}
	}
}

// The superscript number of a note is separate from the sentence before it; any other
// superscript belongs to its word.
func TestSuperscriptNumbersOfNotesAreSeparate(t *testing.T) {
	for draft, want := range map[string]string{
		"It fell.<sup>1</sup> She came.":                       "It fell. 1 She came.",
		"It fell.<sup><a href=\"#n1\">[1]</a></sup> She came.": "It fell. [1] She came.",
		"“It fell.”<sup>12</sup> She came.":                    "“It fell.” 12 She came.",
		"A km<sup>2</sup> of land.":                            "A km2 of land.",
		"It is no.<sup>a</sup> She came.":                      "It is no.a She came.",
	} {
		if got := readMarkdown(t, draft).Blocks[0].Text.String(); got != want {
			t.Errorf("%q: %q", draft, got)
		}
	}
}

// Elements with the role of notes hold footnotes, as those of Markdown are.
func TestNotesByRole(t *testing.T) {
	doc := readMarkdown(t, `<p>a</p><section role="doc-endnotes"><ol><li>b<div role=doc-footnote>c</div>d</li></ol></section><p>e</p>`)
	got := ""
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Footnote {
			got += b.Text.String()
		}
	}
	if got != "bcd" {
		t.Errorf("footnotes hold %q", got)
	}
}
