package headings

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// scripted reports whether a heading of HTML has directives of Vue, Alpine or Svelte: a script shows,
// hides or fills it, as in a demonstration within a page, and it is not part of the outline.
func scripted(d *lint.Document, b *lint.Block) bool {
	tag, _, _ := strings.Cut(d.Source.Slice(b.Span), ">")
	if !strings.HasPrefix(tag, "<") {
		return false
	}
	for _, sign := range [...]string{" v-", " @", " :", " x-", " on:", " bind:", " ng-"} {
		if strings.Contains(tag, sign) {
			return true
		}
	}
	return false
}
