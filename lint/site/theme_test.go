package site_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/site"
)

// The posts of a theme demonstrate it. Whoever writes in a copy of a theme has posts of their own.
func TestThemesAreDistinguishedFromSitesThatUseThem(t *testing.T) {
	post := func(title string) string {
		return "---\ntitle: " + title + "\ndate: 2026-01-02\n---\n\nThe ferry left at six.\n"
	}
	demo := map[string]string{"a.md": post("Welcome to the theme"), "b.md": post("A post with code"), "c.md": post("Markup and images")}
	own := map[string]string{"a.md": post("The night ferry"), "b.md": post("Who pays for the bridge"), "c.md": post("Ice on the bay"), "d.md": post("Hello world")}
	gem := "Gem::Specification.new do |s|\n  s.files = `git ls-files`.match(/^(_layouts|_sass)/)\n  s.add_dependency 'jekyll'\nend\n"
	for _, c := range []struct {
		what  string
		files map[string]string
		dir   string
		posts map[string]string
		want  bool
	}{
		{"Jekyll", map[string]string{"_config.yml": "title: Plain\n", "plain.gemspec": gem}, "_posts/2026-01-02-", demo, true},
		{"Jekyll, below", map[string]string{"plain.gemspec": gem, "docs/_config.yml": "title: Plain\n"}, "docs/_posts/2026-01-02-", demo, true},
		{"Hugo", map[string]string{"hugo.toml": "baseURL = 'https://plain.example'\n", "theme.toml": "name = 'Plain'\n", "layouts/index.html": "<p>"}, "content/posts/", demo, true},
		{"Zola", map[string]string{"config.toml": "base_url = 'https://plain.example'\n", "theme.toml": "name = 'plain'\n", "templates/index.html": "<p>"}, "content/", demo, true},
		{"Hexo", map[string]string{"_config.yml": "theme: plain\n", "package.json": `{"name": "hexo-theme-plain", "dependencies": {"hexo": "7"}}`}, "source/_posts/", demo, true},
		{"VuePress", map[string]string{".vuepress/config.js": "module.exports = {}", "package.json": `{"name": "plain", "keywords": ["vuepress-theme"]}`}, "posts/", demo, true},
		{"Astro", map[string]string{"astro.config.mjs": "export default {}", "package.json": `{"name": "plain", "keywords": ["blog", "astro-template"]}`}, "src/content/blog/", demo, true},
		{"a blog in a copy of a theme", map[string]string{"_config.yml": "title: Ane\n", "plain.gemspec": gem}, "_posts/2026-01-02-", own, false},
		{"a plugin", map[string]string{"_config.yml": "title: Ane\n", "tool.gemspec": "Gem::Specification.new\n"}, "_posts/2026-01-02-", demo, false},
		{"a site with a theme inside", map[string]string{"hugo.toml": "theme = 'plain'\n", "themes/plain/theme.toml": "name = 'Plain'\n", "themes/plain/layouts/index.html": "<p>"}, "content/posts/", demo, false},
		{"a site", map[string]string{"astro.config.mjs": "export default {}", "package.json": `{"name": "ferry", "keywords": ["ferries", "astro"]}`}, "src/content/blog/", demo, false},
	} {
		tree, drafts := fstest.MapFS{}, []string{}
		for name, content := range c.files {
			tree[name] = &fstest.MapFile{Data: []byte(content)}
		}
		for name, content := range c.posts {
			tree[c.dir+name] = &fstest.MapFile{Data: []byte(content)}
			drafts = append(drafts, c.dir+name)
		}
		slices.Sort(drafts)
		if got := site.Recognise(tree, drafts, site.Quick()).For(drafts[0]).Demonstrates; got != c.want {
			t.Errorf("%s: %t, want %t", c.what, got, c.want)
		}
	}
}
