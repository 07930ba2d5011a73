package survey_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
)

// TestWhereDescriptionsComeFrom checks what is read from the layouts of a site.
func TestWhereDescriptionsComeFrom(t *testing.T) {
	const draft = "content/ferry.md"
	for _, c := range []struct {
		marker, layout, content string
		want                    lint.DescriptionSource
	}{
		{"hugo.toml", "layouts/partials/head.html", `<meta name="description" content="{{ with .Description }}{{ . }}{{ else }}{{ .Summary }}{{ end }}">`, lint.DescriptionFromText},
		{"hugo.toml", "layouts/partials/head.html", `<meta name="description" content="{{ .Params.summary | default .Site.Params.description }}">`, lint.DescriptionOfDraft},
		{"hugo.toml", "layouts/partials/card.html", `<p>{{ .Summary }}</p>`, lint.DescriptionOfDraft},
		{"_config.yml", "_includes/head.html", "<head>{% seo title=false %}</head>", lint.DescriptionFromText},
		{"_config.yml", "_includes/head.html", `<meta name="description" content="{{ page.description }}">`, lint.DescriptionOfDraft},
		{"docusaurus.config.js", "src/theme/x.js", "", lint.DescriptionFromText},
		{"book.toml", "theme/x.css", "", lint.DescriptionNowhere},
	} {
		tree := fstest.MapFS{draft: {Data: []byte("---\ntitle: Ferry\n---\n\nIt sails.\n")}, c.marker: {}, c.layout: {Data: []byte(c.content)}}
		if got := site.Recognise(tree, []string{draft}, site.Quick()).For(draft).Description; got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.marker, c.content, got, c.want)
		}
	}
}
