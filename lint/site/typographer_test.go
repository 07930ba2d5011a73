package site

import "testing"

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
		f := start(&g, ".", "")
		setTypographer(f, settings{c.key: c.value})
		if f.Typographer != c.want {
			t.Errorf("%s with %s = %s: %v", c.generator, c.key, c.value, f.Typographer)
		}
	}
}

func TestSwitchesForMarksInScripts(t *testing.T) {
	s := settings{}
	s.script([]byte("export default defineConfig({\n  markdown: { smartypants: false },\n})\n"))
	if s["smartypants"] != "false" {
		t.Errorf("script: %v", s)
	}
	s = settings{}
	s.script([]byte("module.exports = {\n  plugins: [`gatsby-remark-smartypants`],\n}\n"))
	if s["typographer"] != "true" {
		t.Errorf("plugin: %v", s)
	}
	s = settings{}
	s.script([]byte("module.exports = {\n  // plugins: [`gatsby-remark-smartypants`],\n}\n"))
	if s["typographer"] != "" {
		t.Errorf("comment: %v", s)
	}
	s = settings{}
	s.python([]byte("project = 'Bridges'\nsmartquotes = False\n"))
	if s["smartquotes"] != "False" {
		t.Errorf("python: %v", s)
	}
}
