package site_test

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
)

// A site with layouts of its own writes no description if none of them does.
func TestLayoutsWithoutDescription(t *testing.T) {
	const head = "<html><head><title>{{ .Title }}</title>"
	for _, c := range []struct {
		layout, settings string
		want             lint.DescriptionSource
	}{
		{head + "</head><body><p>{{ .Description }}</p></body>", "", lint.DescriptionNowhere},
		{head + `<meta name="description" content="{{ .Description }}"></head>`, "", lint.DescriptionOfDraft},
		{head + `<meta content="{{ .Description }}"></head>`, "", lint.DescriptionOfDraft},
		{head + `{{ template "_internal/opengraph.html" . }}</head>`, "", lint.DescriptionOfDraft},
		{head + `{{ partial "seo-tags.html" . }}</head>`, "", lint.DescriptionOfDraft},
		{head + "</head>", "theme = \"tarn\"\n", lint.DescriptionOfDraft},
		{"<main>{{ .Content }}</main>", "", lint.DescriptionOfDraft},
	} {
		s := recognised(map[string]string{
			"hugo.toml":                    "title = \"Harbour\"\n" + c.settings,
			"layouts/_default/baseof.html": c.layout,
			"content/ferry.md":             "---\ntitle: Ferry\n---\n\nIt sails.\n",
		})
		if s.Description != c.want {
			t.Errorf("%q, %q: description %d, want %d", c.layout, c.settings, s.Description, c.want)
		}
	}
}

// The last headings that layouts print above the text are known by the names of the layouts, if any is an
// H2 or deeper and drafts begin with such headings.
func TestHeadingsThatLayoutsPrint(t *testing.T) {
	const deep = "---\ntitle: Soup\n---\n\n### The stock\n"
	for _, c := range []struct {
		layout, draft string
		want          []lint.LayoutHeading
	}{
		{"<h1>{{ .Title }}</h1>\n<h2 class=\"a\">Method</h2>\n{{ .Content }}\n<h3>More</h3>", deep, []lint.LayoutHeading{{Layout: "recipes/single", Level: 2}}},
		{"<h2>{{ .Title }}</h2>{{ partial \"text.html\" .Content }}", deep, []lint.LayoutHeading{{Layout: "recipes/single", Level: 2}}},
		{"<h1>{{ .Title }}</h1><!-- <h2>Method</h2> -->{{ .Content }}", deep, nil},
		{"<h1>{{ .Title }}</h1><h6>{{ .Date }}</h6>{{ .Content }}", deep, nil},
		{"<h2>Method</h2><header>{{ .Title }}</header>", deep, nil},
		{"<h2>Method</h2>{{ .Content }}", "---\ntitle: Soup\n---\n\n## The stock\n", nil},
	} {
		s := recognised(map[string]string{
			"hugo.toml": "title = \"Harbour\"\n", "layouts/recipes/single.html": c.layout, "content/recipes/soup.md": c.draft,
		})
		if !slices.Equal(s.Printed, c.want) {
			t.Errorf("%q: printed %v, want %v", c.layout, s.Printed, c.want)
		}
	}
}

// A layout that is shown in another prints the heading of that one.
func TestHeadingsOfTheLayoutAround(t *testing.T) {
	tree := fstest.MapFS{}
	for name, text := range map[string]string{
		"_config.yml": "title: Harbour\n", "_layouts/blog.html": "---\nlayout: post\n---\n{{content}}", "_layouts/post.html": "<h2>{{ page.title }}</h2>\n{{ content }}",
		"_posts/2026-01-02-soup.md": "---\ntitle: Soup\nlayout: blog\n---\n\n### The stock\n",
	} {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s := site.Recognise(tree, []string{"_posts/2026-01-02-soup.md"}, site.Quick()).For("_posts/2026-01-02-soup.md")
	if want := []lint.LayoutHeading{{Layout: "blog", Level: 2}, {Layout: "post", Level: 2}}; !slices.Equal(s.Printed, want) {
		t.Errorf("printed %v, want %v", s.Printed, want)
	}
}

// recognised returns what is known of a Hugo site with the given files.
func recognised(files map[string]string) *site.Found {
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	drafts := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return lint.StemOf(name) == name || name == "hugo.toml" })
	return site.Recognise(tree, drafts, site.Quick()).For("content/ferry.md")
}

// The partner tags of a site are those of several links in the sample.
func TestPartnerTagsOfASite(t *testing.T) {
	link := func(tag string) string { return "[A coat](https://www.amazon.co.uk/dp/B0?tag=" + tag + "&x=1)\n" }
	s := recognised(map[string]string{
		"hugo.toml":        "title = \"Harbour\"\n",
		"content/ferry.md": "# Ferry\n\n" + link("ferrynews-20") + link("ferrynews-20") + link("otherpaper-21") + link("ferrynews-20"),
	})
	if !slices.Equal(s.PartnerTags, []string{"ferrynews-20"}) {
		t.Errorf("partner tags %v", s.PartnerTags)
	}
}
