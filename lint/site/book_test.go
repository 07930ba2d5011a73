package site_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/site"
)

// TestALinkInABookOfQuartoMayLeadToAnyChapter tells books, whose links to a section find it in any
// chapter, from websites, whose pages are on their own.
func TestALinkInABookOfQuartoMayLeadToAnyChapter(t *testing.T) {
	for kind, want := range map[string]bool{"book": true, "website": false} {
		tree := fstest.MapFS{
			"_quarto.yml": {Data: []byte("project:\n  type: " + kind + "\n")},
			"pier.qmd":    {Data: []byte("# Pier\n")},
		}
		got := site.Recognise(tree, []string{"pier.qmd"}, site.Quick()).For("pier.qmd")
		if got.Generator != "quarto" || got.Book != want {
			t.Errorf("%s: %s, %v", kind, got.Generator, got.Book)
		}
	}
}
