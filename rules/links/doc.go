// Package links holds the rules about links and sources.
//
// The rules read the parsed links, the text around them and the files of the site. The
// trade-off: nothing is fetched from the network, so whether another site's page exists is
// not checked.
package links

import (
	"sort"

	"github.com/copychief/copychief/lint"
)

// tally returns the number of links to other hosts and of links within the site.
func tally(d *lint.Document) (external, internal int) {
	for i := range d.Links {
		switch d.Links[i].Kind {
		case lint.External:
			external++
		case lint.Internal:
			internal++
		case lint.Fragment, lint.Email, lint.Other:
		}
	}
	return external, internal
}

// made reports whether a span contains a template tag, so that its output is unknown, or
// is in an element that a script replaces.
func made(d *lint.Document, span lint.Span) bool {
	span.End = max(span.End, span.Start+1)
	k := sort.Search(len(d.Templates), func(k int) bool { return d.Templates[k].End > span.Start })
	return k < len(d.Templates) && d.Templates[k].Start < span.End || replaced(d.Source.Bytes, span.Start)
}

// textSpan returns the span of a link's text, or of the whole link if it has no text.
func textSpan(l *lint.Link) lint.Span {
	if l.Text.Len() > 0 && l.Text.Placed() {
		return l.Text.All()
	}
	return l.Span
}
