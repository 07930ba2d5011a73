package survey_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/place"
)

// TestCopiesFromFeeds checks folders in which each draft names an address elsewhere.
func TestCopiesFromFeeds(t *testing.T) {
	const markup, words = "<p>The ferry sails.</p>", "The [ferry](https://pier.example) sails."
	for _, c := range []struct {
		what, host, body string
		hosts            int
		want             lint.Kind
	}{
		{"an aggregator", "pier%d.example", markup, 4, lint.KindCopy},
		{"a writer's notes on links", "pier%d.example", words, 4, lint.KindUnknown},
		{"articles of an own older site", "pier%d.example", markup, 1, lint.KindUnknown},
	} {
		tree := fstest.MapFS{}
		var drafts []string
		for i := range 12 {
			name := fmt.Sprintf("news/%02d.md", i)
			host := fmt.Sprintf(c.host, i%c.hosts)
			tree[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: Ferry %d\ndate: 2026-05-01\nlink: https://%s/ferry\n---\n\n%s\n", i, host, c.body)}
			drafts = append(drafts, name)
		}
		if got := place.KindOf(&site.Recognise(tree, drafts, site.Quick()).For(drafts[0]).Site, drafts[0]); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}
