// Package links holds the rules about links and sources.
package links

import (
	"sort"

	"github.com/copychief/copychief/lint"
)

// tally returns the number of links to other hosts and of links within the own
// site.
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

// made reports whether a template tag stands in the span, so that what the reader
// will get cannot be known.
func made(d *lint.Document, span lint.Span) bool {
	span.End = max(span.End, span.Start+1)
	k := sort.Search(len(d.Templates), func(k int) bool { return d.Templates[k].End > span.Start })
	return k < len(d.Templates) && d.Templates[k].Start < span.End
}

// textSpan returns the place of a link's text, or of the whole link where there is
// no text.
func textSpan(l *lint.Link) lint.Span {
	if l.Text.Len() > 0 && l.Text.Placed() {
		return l.Text.All()
	}
	return l.Span
}
