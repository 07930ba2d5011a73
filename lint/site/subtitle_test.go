package site_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint/site"
)

// An H2 right below the H1 is a subtitle where most drafts have one and no other H2, and more than one
// draft names the layouts that are usual.
func TestHabitsOfHeadingsAndLayoutsAreSeenInASample(t *testing.T) {
	for draft, want := range map[string]bool{
		"---\nlayout: essay\n---\n\n# Ferry %d\n\n## A short history\n\nIt sails.\n\n### The crew\n": true,
		"---\nlayout: essay\n---\n\n# Ferry %d\n\n## A short history\n\nIt sails.\n\n## The crew\n":  false,
		"---\nlayout: essay\n---\n\n# Ferry %d\n\nIt sails.\n\n### The crew\n":                       false,
	} {
		tree, drafts := fstest.MapFS{"map.md": {Data: []byte("---\nlayout: map\n---\n\n# The map\n")}}, []string{"map.md"}
		for i := range 9 {
			name := fmt.Sprintf("essays/%d.md", i)
			tree[name] = &fstest.MapFile{Data: fmt.Appendf(nil, draft, i)}
			drafts = append(drafts, name)
		}
		f := site.Recognise(tree, drafts, site.Quick()).For("map.md")
		if f.Subtitled != want {
			t.Errorf("%q: subtitles %v, want %v", draft, f.Subtitled, want)
		}
		if len(f.Layouts) != 1 || f.Layouts[0] != "essay" {
			t.Errorf("layouts %v, want only that of the essays", f.Layouts)
		}
	}
}
