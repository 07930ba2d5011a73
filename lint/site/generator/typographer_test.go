package generator

import (
	"testing"

	"github.com/copychief/copychief/lint/site/settings"
)

func TestTypographer(t *testing.T) {
	for _, c := range []struct {
		generator, key, value string
		want                  bool
	}{
		{"hugo", "", "", true},
		{"hugo", "markup.goldmark.extensions.typographer", "false", false},
		{"hugo", "markup.goldmark.extensions.typographer.disable", "true", false},
		{"jekyll", "", "", true},
		{"jekyll", "markdown", "kramdown", true},
		{"jekyll", "markdown", "CommonMarkGhPages", false},
		{"jekyll", "kramdown.smart_quotes", "apos,apos,quot,quot", false},
		{"astro", "", "", true},
		{"astro", "smartypants", "false", false},
		{"sphinx", "smartquotes", "False", false},
		{"hexo", "marked.smartypants", "false", false},
		{"mkdocs", "", "", false},
		{"mkdocs", "markdown_extensions.0", "smarty", true},
		{"zola", "", "", false},
		{"zola", "markdown.smart_punctuation", "true", true},
		{"mdbook", "output.html.smart-punctuation", "true", true},
		{"pelican", "typogrify", "True", true},
		{"vitepress", "", "", false},
		{"vitepress", "typographer", "true", true},
	} {
		g := byName(c.generator)
		site := start(&g, ".", "")
		setTypographer(site, settings.Map{c.key: c.value})
		if site.Typographer != c.want {
			t.Errorf("%s with %s = %s: %v", c.generator, c.key, c.value, site.Typographer)
		}
	}
}
