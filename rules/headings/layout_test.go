package headings

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// The first heading of a text goes on from the last one that its layout prints above it.
func TestTheFirstHeadingGoesOnFromThatOfTheLayout(t *testing.T) {
	printed := []lint.LayoutHeading{{Layout: "single", Level: 1}, {Layout: "recipes/single", Level: 2}, {Layout: "card", Level: 3}}
	for _, c := range []struct {
		generator, path, fields, heading string
		want                             int
	}{
		{"hugo", "content/recipes/soup.md", "", "###", 0},
		{"hugo", "content/recipes/soup.md", "", "####", 1},
		{"hugo", "content/news/soup.md", "", "###", 1},
		{"hugo", "content/news/soup.md", "type: recipes\n", "###", 0},
		{"hugo", "content/news/soup.md", "layout: card\n", "####", 0},
		{"jekyll", "_posts/2024-01-02-soup.md", "layout: single\n", "###", 1},
		{"jekyll", "_posts/2024-01-02-soup.md", "", "###", 0},
	} {
		doc := parse.Parse(c.path, []byte("---\ntitle: Soup\n"+c.fields+"---\n\n"+c.heading+" The stock\n\nBoil it.\n"), parse.Options{})
		n := 0
		p := lint.NewPass(doc, &lint.Site{Generator: c.generator, Printed: printed}, func(lint.Finding) { n++ }, nil)
		p.Name = c.path
		(&skipped{}).Check(p)
		if n != c.want {
			t.Errorf("%+v: %d findings", c, n)
		}
	}
}
