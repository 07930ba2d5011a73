package generator

import "testing"

// TestGeneratorsAreComplete checks that the description of every generator is complete.
func TestGeneratorsAreComplete(t *testing.T) {
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
		site := start(&g, ".", "")
		site.Resolve()
		for i := 1; i < len(site.Links.Prefixes); i++ {
			if p := site.Links.Prefixes; len(p[i].Text) > len(p[i-1].Text) {
				t.Errorf("%s: prefix %q stands after the shorter %q", g.Name, p[i].Text, p[i-1].Text)
			}
		}
	}
}
