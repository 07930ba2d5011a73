package site

import (
	"testing"

	"github.com/copychief/copychief/lint"
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
		{"", "", "README.md", lint.KindProject},
		{"", "", "docs/readme.pt.md", lint.KindProject},
		{"", "", "requirements-dev.txt", lint.KindAsset},
		{"", "", "requirements-for-an-orchard.md", lint.KindUnknown},
		{"", "", "license-to-prune.md", lint.KindUnknown},
		{"", "", "history.md", lint.KindUnknown},
	} {
		g := byName(c.generator)
		f := start(&g, c.base, "")
		f.resolvePaths()
		if got := KindOf(&f.Site, c.name); got != c.want {
			t.Errorf("%s in %q: %s is of kind %d, want %d", c.generator, c.base, c.name, got, c.want)
		}
	}
}

// TestGeneratorsAreWhole checks that the description of every generator is complete.
func TestGeneratorsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range known() {
		switch {
		case g.Name == "" || g.Title == "" || seen[g.Name]:
			t.Errorf("generator %q has no name of its own", g.Name)
		case len(g.Markers)+len(g.Dependencies)+len(g.Weak) == 0:
			t.Errorf("nothing gives %s away", g.Name)
		case len(g.Site.Content) == 0 || len(g.Site.Places) == 0:
			t.Errorf("%s has no content", g.Name)
		}
		seen[g.Name] = true
		f := start(&g, ".", "")
		f.resolvePaths()
		for i := 1; i < len(f.Links.Prefixes); i++ {
			if p := f.Links.Prefixes; len(p[i].Text) > len(p[i-1].Text) {
				t.Errorf("%s: prefix %q stands behind the shorter %q", g.Name, p[i].Text, p[i-1].Text)
			}
		}
	}
}
