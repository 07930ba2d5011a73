package anchor_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/parse"
)

func has(t *testing.T, text, id string, styles ...lint.IDStyle) bool {
	t.Helper()
	return anchor.Has(parse.As("bridge.md", []byte(text), lint.Markdown, parse.Options{}), id, styles)
}

func TestHeadingsAreSpelledAsGeneratorsDo(t *testing.T) {
	for _, c := range []struct{ heading, id string }{
		{"Café culture", "cafe-culture"},
		{"Über uns", "uber-uns"},
		{"Über uns", "ueber-uns"},
		{"Über uns", "über-uns"},
		{"El año nuevo", "el-ano-nuevo"},
		{"Straße", "strasse"},
		{"Łódź", "lodz"},
		{"Smørrebrød", "smorrebrod"},
		{"Salt & pepper", "salt-and-pepper"},
		{"Salt & pepper", "salt--pepper"},
		{"2024 results", "results"},
		{"2024 results", "_2024-results"},
		{"2024 results", "h-2024-results"},
		{"Tools (🛠️)", "tools-hammer-and-wrench"},
		{"Launch :rocket:", "launch-rocket"},
		{"Launch :rocket:", "launch"},
		{"桥", "_1"},
		{"桥", "section-1"},
		{"桥", "heading"},
		{"Who pays {: #payers }", "who-pays"},
		{"Who pays", "user-content-who-pays"},
		{"Who pays", "who-pays:~:text=Eight"},
		{"The ferry’s end", "the-ferrys-end"},
		{"MapReduce overview", "toc-mapreduce-overview6"},
	} {
		if !has(t, "# The bridge\n\n## "+c.heading+"\n\nText.\n", c.id) {
			t.Errorf("%q is not taken for %q", c.id, c.heading)
		}
	}
}

func TestOtherWordsAreNotVariantSpellings(t *testing.T) {
	for _, c := range []struct{ heading, id string }{
		{"Cost", "costs"}, {"The cost", "cost"}, {"Cost of the bridge", "cost"}, {"Café", "cafee"}, {"Cost", "section-1"}, {"Salt & pepper", "salt-or-pepper"},
	} {
		if has(t, "# The bridge\n\n## "+c.heading+"\n\nSee [it](#"+c.id+").\n", c.id) {
			t.Errorf("%q is taken for %q", c.id, c.heading)
		}
	}
}

func TestScriptsAreTransliteratedWhereTheGeneratorDoes(t *testing.T) {
	const text = "## Мост\n\nText.\n"
	if !has(t, text, "most", lint.IDZola) || !has(t, text, "most") || has(t, text, "most", lint.IDGitHub) {
		t.Error("transliteration does not depend on the generator")
	}
}

func TestEveryWayToWriteAnIDCounts(t *testing.T) {
	for _, text := range []string{
		"## What we use {: #tools }", "## What cuts\n{: #tools}", "Mind the blade.\n{: .wide #tools}", "![A pear](/pear.png){#tools}", "[]{#tools}", "[](){ #tools }", "[](){: #tools }", "::: {#tools}\nText.\n:::",
		"(tools)=\n## What cuts", "```{figure} x.png\n:name: tools\n```", "## What cuts {% #tools %}", "## What cuts {/* #tools */}", "## What cuts {/*tools*/}", `## What cuts \{#tools\}`, "A line. ^tools",
		`{{< anchor "tools" >}}`, `{{< figure src="x.png" id="tools" >}}`, `<a id="tools"></a>`, `<a name=tools></a>`, `{% include figure.html id="tools" %}`, `<Section id={"tools"}>`,
		`<h2 id="{{ page.slug }}-tools">Cut</h2>`, "$$\nx\n\\label{tools}\n$$", `<Accordion title="Tools" />`, ".. _tools:",
		"{{< tab \"Tools\" >}}Saws.{{< /tab >}}", "$$ x $$ (tools)", "## {{ site.name }} tools",
	} {
		if !has(t, "# The bridge\n\nSee [it](#tools).\n\n"+text+"\n", "tools") {
			t.Errorf("not found in %q", text)
		}
	}
	for _, c := range []struct{ text, id string }{
		{`<div id="<%= prefix %>-tools">`, "garden-tools"}, {"<div :id=\"`tools-${n}`\">", "tools-3"}, {"=== \"On foot\"\n\n    Text.", "__tabbed_1_1"},
		{"## The tools", "markdown-header-the-tools"}, {"## The tools", "_top"},
		{"Tools\n: They cut.\n\n## Tools", "tools-1"},
	} {
		if !has(t, c.text+"\n", c.id) {
			t.Errorf("%q not found in %q", c.id, c.text)
		}
	}
	if has(t, `<div id="{{ x }}">`, "tools") || has(t, `<div id="{{ x }}-saws">`, "tools") {
		t.Error("found in an id of which nothing is written")
	}
	for _, text := range []string{
		"The tools.", "[it](#tools)", `<a href="#tools">it</a>`, `{{< ref "#tools" >}}`, "## What we use {#toolset}", "`{tools}`", "[^tools]",
	} {
		if has(t, "# The bridge\n\nSee [it](#tools).\n\n"+text+"\n", "tools") {
			t.Errorf("found in %q", text)
		}
	}
}

func TestPartsOfTheLayoutAreNotCertain(t *testing.T) {
	for _, id := range []string{"comments", "respond", "disqus_thread", "newsletter", "footer"} {
		if !has(t, "# The bridge\n\nText.\n", id) {
			t.Errorf("%q is said to be missing", id)
		}
	}
}

func TestIncludedTextIsReadAsMarkdown(t *testing.T) {
	const text = "Intro.\n\n## Who pays\n\n<a id=\"cost\"></a>\n"
	if !anchor.InText(text, "who-pays", nil) || !anchor.InText(text, "cost", nil) || anchor.InText(text, "intro", nil) {
		t.Error("ids of an included text")
	}
}

func TestTemplatesOfTheSiteGiveIDs(t *testing.T) {
	site := &lint.Site{Content: []string{"web"}, Places: []lint.Place{
		{Kind: lint.KindTemplate, Folder: "layouts"}, {Kind: lint.KindTemplate, Under: "_includes"}, {Kind: lint.KindArticle, Folder: "content"},
	}}
	files := fstest.MapFS{
		"web/_includes/foot.njk":     {Data: []byte(`<div id="theme"></div>`)},
		"layouts/partials/form.html": {Data: []byte(`<form id="sign-me-up"></form>`)},
		"content/bridge.md":          {Data: []byte(`<a id="cost"></a>`)},
	}
	for id, want := range map[string]bool{"sign-me-up": true, "sign-me": false, "cost": false, "theme": true} {
		if got := anchor.InTemplates(files, site, id); got != want {
			t.Errorf("%q: %v, want %v", id, got, want)
		}
	}
}
