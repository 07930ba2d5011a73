package links

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

func TestRedcarpetAcceptsSpaceBeforeAnAddress(t *testing.T) {
	doc := parse.Parse("a.md", []byte("# Plans\n\nSee [the plan] (https://harbour.example/plan) and [the map]\n(https://harbour.example/map).\n\nSee [the list][no].\n"), parse.Options{})
	for want, site := range map[int]*lint.Site{3: {}, 1: {Redcarpet: true}} {
		n := 0
		unresolvedReference{}.Check(lint.NewPass(doc, site, func(lint.Finding) { n++ }, nil))
		if n != want {
			t.Errorf("%d findings, want %d", n, want)
		}
		if lenient := site.Lenient(); lenient != site.Redcarpet {
			t.Errorf("headings without a space are read: %v", lenient)
		}
	}
}
