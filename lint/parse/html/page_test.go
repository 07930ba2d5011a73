package html_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/timing"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func readHTML(t testing.TB, s string) *lint.Document {
	t.Helper()
	doc := parse.As("page.html", []byte(s), lint.HTML, parse.Options{Hosts: []string{"gazette.example"}})
	parsetest.Check(t, doc)
	return doc
}

func shownText(doc *lint.Document) string {
	var parts []string
	for _, b := range doc.Blocks {
		parts = append(parts, b.Text.String())
	}
	return strings.Join(parts, "|")
}

func TestTheArticleOfAPage(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"the article element":                   {`<body><p>a</p><article><p>b</p></article><p>c</p>`, "b"},
		"the longest of several":                {`<article>short</article><article>rather longer</article><article>mid</article>`, "rather longer"},
		"not one in an aside":                   {`<aside><article>a very long advertisement</article></aside><article>b</article>`, "b"},
		"an article inside it belongs to it":    {`<article>a<article>b</article>c</article>`, "a|b|c"},
		"main, where comments are articles":     {`<main><p>A long story of many words.</p><article>I agree</article><article>Me too</article></main>`, "A long story of many words.|I agree|Me too"},
		"the main element":                      {`<header>x</header><main><header>h</header><p>a</p><nav>n</nav></main><p>b`, "h|a"},
		"the main role":                         {`<div><div role=main><div>a</div>b</div>c</div>`, "a|b"},
		"the body without its furniture":        {`<header>a</header><nav>b</nav><p>text</p><aside>c</aside><form>d</form><footer>e</footer>`, "text"},
		"the body without furniture by role":    {`<div role=banner>a</div><p>text</p><div role=contentinfo><div>x</div>e</div>`, "text"},
		"a header inside the article":           {`<article><header><h1>h</h1></header>a<footer>f</footer></article>`, "h|a|f"},
		"the only h1 before the article":        {`<header><h1>H</h1></header><article><p>a</p></article>`, "H|a"},
		"the only h1 in the body's header":      {`<header>x<h1>H <b>i</b></h1>y</header><p>a</p>`, "H i|a"},
		"no logo as headline":                   {`<header><h1><a href="/">Logo</a></h1></header><article><h2>a</h2></article>`, "a"},
		"no h1 from outside beside another":     {`<header><h1>Site</h1></header><article><h1>a</h1></article>`, "a"},
		"no h1 from navigation":                 {`<nav><h1>Menu</h1></nav><article><p>a</p></article>`, "a"},
		"an unclosed article":                   {`<p>x</p><article><p>a<p>b`, "a|b"},
		"scripts hold no markup":                {`<script>"<article>x</article>"</script><p>a`, "a"},
		"no article at all":                     {``, ""},
		"a page without head and body tags":     {`<title>T</title><p>a`, "a"},
		"text of the page before any element":   {`a <b>b</b>`, "a b"},
		"a footer in a quotation of the body":   {`<blockquote>q<footer>f</footer></blockquote>`, "q|f"},
		"nothing from templates and svg":        {`<template><p>a</p></template><svg><text>b</text></svg><p>c</p>`, "c"},
		"nothing from form controls":            {`<p>a <button>b</button><select><option>c</select><textarea>d</textarea> e</p>`, "a e"},
		"nothing from media and their fallback": {`<p>a<video>b</video><audio>c</audio><object>d</object><iframe>e</iframe><canvas>f</canvas></p>`, "a"},
	} {
		if got := shownText(readHTML(t, c.page)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTemplateTagsSeparateTextOutsideParagraphs(t *testing.T) {
	for page, want := range map[string]string{
		"{% capture a %}\nOne.\n{% endcapture %}\n{% include b.html %}\nTwo.": "One.|Two.",
		"<div>\n\nOne\n{% include b.html %}\n<b>two</b>.</div>":               "One|two.",
		"One\n{%- if a -%}\ntwo\n{% endif %}\nthree.":                         "One two three.",
		"One\n{{ two }}\nthree.":                                              "One three.",
		"<p>\n\nOne\n{% include b.html %}\ntwo.</p>":                          "One two.",
		"One {% include b.html %} two.":                                       "One \ufffc two.",
		"One\n{% highlight css %}\na\n{% endhighlight %}\ntwo.":               "One|a|two.",
	} {
		if got := shownText(readHTML(t, page)); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

func TestFrontMatterGoesBeforeTheHead(t *testing.T) {
	doc := readHTML(t, "---\ntitle: From the front\n---\n<html lang=de><head><title>From the head</title><meta name=description content='d'></head><p>a")
	if got := doc.Meta.Title().String(); got != "From the front" {
		t.Errorf("title %q", got)
	}
	if got := doc.Meta.Description().String(); got != "d" || doc.Language != "de" {
		t.Errorf("description %q, language %q", got, doc.Language)
	}
	if doc.Meta.Format != lint.YAML || len(doc.Meta.Fields) != 4 {
		t.Errorf("format %d, %d fields", doc.Meta.Format, len(doc.Meta.Fields))
	}
}

func TestOpenGraphReplacesMissingFields(t *testing.T) {
	doc := readHTML(t, `<title> </title><meta property="og:title" content="OG"><meta property=og:description content=D><p>a`)
	if doc.Meta.Title().String() != "OG" || doc.Meta.Description().String() != "D" {
		t.Errorf("title %q, description %q", doc.Meta.Title(), doc.Meta.Description())
	}
	if doc := readHTML(t, `<p>a`); doc.Meta.Format != lint.NoMeta || len(doc.Meta.Fields) > 0 {
		t.Errorf("a fragment has metadata: %v", doc.Meta.Fields)
	}
}

func TestConfiguredNamesOfTheHead(t *testing.T) {
	doc := parse.As("a.html", []byte(`<meta name="House-Phrase" content="new quay"><meta name=keyphrase content=other>`), lint.HTML,
		parse.Options{Fields: fields.Names{lint.RoleKeyphrase: {"house_phrase"}}})
	if got := doc.Meta.Keyphrase().String(); got != "new quay" {
		t.Errorf("keyphrase %q", got)
	}
}

func TestNestingBeyondTheLimitIsReadFlatAndReported(t *testing.T) {
	doc := readHTML(t, strings.Repeat("<div>", 300)+"deep"+strings.Repeat("</div>", 300)+"<p>after")
	if got := shownText(doc); got != "deep|after" {
		t.Errorf("reads %q", got)
	}
	if len(doc.Problems) != 1 || !doc.Problems[0].Unchecked {
		t.Errorf("problems %v", doc.Problems)
	}
}

// A quadratic parser takes minutes for these inputs, a linear one well under a second,
// or seconds with the race detector on a busy machine.
func TestHostileHTMLIsReadInLinearTime(t *testing.T) {
	const n = 200_000
	for name, s := range map[string]string{
		"nested tags":           strings.Repeat("<div>", n/5),
		"nested quotations":     strings.Repeat("<blockquote>x", n/12),
		"nested lists":          strings.Repeat("<ul><li>x", n/9),
		"nested formatting":     strings.Repeat("<b><i>x<p>", n/10),
		"open links":            strings.Repeat("<a href=x>y", n/11),
		"open link, many paras": "<a href=x>" + strings.Repeat("<p>", n) + "x",
		"stray end tags":        strings.Repeat("<b>", 90) + strings.Repeat("</i></p>", n/8),
		"angle brackets":        strings.Repeat("<", n),
		"open comment":          "<!--" + strings.Repeat("-", n),
		"comments":              strings.Repeat("<!-->", n/5),
		"open script":           "<script>" + strings.Repeat("</scrip", n/7),
		"open tag":              "<a " + strings.Repeat("b=c ", n/4),
		"many attributes":       "<a " + strings.Repeat("b=c ", n/4) + ">",
		"long attribute":        `<img alt="` + strings.Repeat("&amp; x\n ", n/9) + `">`,
		"ampersands":            strings.Repeat("&", n),
		"long entity":           strings.Repeat("&"+strings.Repeat("a", 40), n/41),
		"line breaks":           strings.Repeat("<br> ", n/5),
		"table cells":           "<table>" + strings.Repeat("<tr><td>x", n/9),
		"articles":              strings.Repeat("<article>x</article>", n/20),
		"roles":                 strings.Repeat("<div role=main>x", n/16),
		"metas":                 strings.Repeat("<meta name=a content=b>", n/23),
		"tags of one article":   strings.Repeat("<meta name=article:tag content=b>", n/33),
		"figures":               strings.Repeat("<figure><img><figcaption>x", n/26),
		"images in figures":     "<figure>" + strings.Repeat("<img>", n/5) + strings.Repeat("<figure><figcaption>x</figure>", 50),
	} {
		if d := timing.CPU(func() { readHTML(t, s) }); d > 20*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func FuzzHTML(f *testing.F) {
	names, err := filepath.Glob("../../../testdata/parse/html-*.html")
	if err != nil || len(names) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
	}
	f.Add("<a href=x><table><a href=y></table><blockquote></a><h1><pre>&amp;</h2><br><br>{{ x }}")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 10_000 {
			readHTML(t, s)
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	content, err := os.ReadFile("../../../testdata/parse/html-news.html")
	if err != nil {
		b.Fatal(err)
	}
	page := []byte(strings.Replace(string(content), "<p>The council", strings.Repeat(
		"<p>A paragraph of <em>ordinary</em> length, with a <a href=\"/link\">link</a> and an entity&nbsp;or two &mdash; as pages have.\n   Its second line is indented.</p>\n", 100)+"<p>The council", 1))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		parse.As("page.html", page, lint.HTML, parse.Options{})
	}
}
