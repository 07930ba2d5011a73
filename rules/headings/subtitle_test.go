package headings

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// On a site whose subtitles are H2s, sections begin with H3s, also where a draft has no subtitle.
func TestSectionsBelowASubtitleBeginWithH3s(t *testing.T) {
	for _, c := range []struct {
		draft                string
		plain, subtitled, at int
	}{
		{"# The ferry\n\nIt sails.\n\n### The crew\n\nThree.\n", 1, 0, lint.None},
		{"# The ferry\n\nIt sails.\n\n#### The crew\n\nThree.\n", 1, 1, lint.None},
		{"# The ferry\n\n## A short history\n\nIt sails.\n\n### The crew\n\nThree.\n", 0, 0, 1},
		{"# The ferry\n\n## Its history\n\nIt sails.\n\n## The crew\n\nThree.\n", 0, 0, lint.None},
		{"# The ferry\n\nIt sails.\n\n## The crew\n\nThree.\n", 0, 0, lint.None},
	} {
		doc := parse.Parse("a.md", []byte(c.draft), parse.Options{})
		for want, site := range map[*int]*lint.Site{&c.plain: {}, &c.subtitled: {Subtitled: true}} {
			n := 0
			p := lint.NewPass(doc, site, func(lint.Finding) { n++ }, nil)
			(&skipped{}).Check(p)
			if n != *want {
				t.Errorf("%q: %d findings with subtitles %v, want %d", c.draft, n, site.Subtitled, *want)
			}
			if at := subtitle(p); site.Subtitled && at != c.at {
				t.Errorf("%q: the subtitle is block %d, want %d", c.draft, at, c.at)
			}
		}
	}
}
