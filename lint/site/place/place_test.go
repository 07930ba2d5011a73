package place_test

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
)

// TestKindOf looks up paths in sites of several generators.
func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		generator, base, name string
		want                  lint.Kind
	}{
		{"hugo", ".", "content/posts/frost.md", lint.KindArticle},
		{"hugo", ".", "content/posts/_index.de.md", lint.KindSection},
		{"hugo", ".", "content/en/_common/note.md", lint.KindFragment},
		{"hugo", ".", "archetypes/default.md", lint.KindTemplate},
		{"hugo", "web", "web/content/posts/frost.md", lint.KindArticle},
		{"hugo", "web", "content/posts/frost.md", lint.KindUnknown},
		{"hugo", ".", "contents/frost.md", lint.KindUnknown},
		{"jekyll", ".", "about.md", lint.KindPage},
		{"jekyll", ".", "garden/_posts/2024-01-02-frost.md", lint.KindArticle},
		{"jekyll", ".", "_includes/note.html", lint.KindFragment},
		{"docusaurus", "web", "web/docs/_parts/frost.mdx", lint.KindFragment},
		{"docusaurus", "web", "web/docs/frost.mdx", lint.KindArticle},
		{"gitbook", ".", "trees/README.md", lint.KindSection},
		{"gitbook", ".", "trees/frost.md", lint.KindArticle},
		{"hexo", ".", "scaffolds/post.md", lint.KindTemplate},
		{"hugo", ".", "content/404.md", lint.KindPage},
		{"hugo", ".", "public/404.html", lint.KindAsset},
		{"hugo", ".", "layouts/404.html", lint.KindTemplate},
		{"jekyll", ".", "404.html", lint.KindPage},
		{"jekyll", ".", "_site/404.html", lint.KindAsset},
		{"quartz", ".", "public/frost.html", lint.KindAsset},
		{"gitbook", ".", "_book/frost.html", lint.KindAsset},
		{"", "", "404.html", lint.KindPage},
		{"", "", "README.md", lint.KindProject},
		{"", "", "docs/readme.pt.md", lint.KindProject},
		{"", "", "requirements-dev.txt", lint.KindAsset},
		{"", "", "requirements-for-an-orchard.md", lint.KindUnknown},
		{"", "", "license-to-prune.md", lint.KindUnknown},
		{"", "", "history.md", lint.KindUnknown},
	} {
		if got := place.KindOf(generator.Named(c.generator, c.base), c.name); got != c.want {
			t.Errorf("%s in %q: %s is of kind %d, want %d", c.generator, c.base, c.name, got, c.want)
		}
	}
}
