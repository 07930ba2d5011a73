package site_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/site"
)

// A site whose first page shows all posts is one page. Most blogs show some of them there, each of which
// has a page of its own.
func TestSitesOfOnePage(t *testing.T) {
	for _, c := range []struct {
		index string
		want  bool
	}{
		{"{% for post in site.posts reversed %}\n<h2>{{ post.title }}</h2>{{ post.content }}\n{% endfor %}", true},
		{"{% for post in site.posts limit:5 %}\n{{ post.content }}\n{% endfor %}", false},
		{"{% for post in site.posts %}\n{{ post.excerpt }}\n{% endfor %}\n{{ page.content }}", false},
		{"{% for post in paginator.posts %}\n{{ post.content }}\n{% endfor %}", false},
	} {
		const draft = "_posts/2026-01-02-ferry.md"
		tree := fstest.MapFS{"_config.yml": {Data: []byte("title: Harbour\n")}, "index.html": {Data: []byte("---\n---\n" + c.index)}, draft: {Data: []byte("# Ferry\n")}}
		if got := site.Recognise(tree, []string{draft}, site.Quick()).For(draft).Rewritten; got != c.want {
			t.Errorf("%q: one page: %v", c.index, got)
		}
	}
}
