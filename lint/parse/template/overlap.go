package template

import (
	"sort"

	"github.com/copychief/copychief/lint"
)

// Overlapping returns the template tags that overlap span. Tags are sorted and do not
// overlap one another.
func Overlapping(tags []Tag, span lint.Span) []Tag {
	if len(tags) == 0 {
		return nil
	}
	from := sort.Search(len(tags), func(i int) bool { return tags[i].Span.End > span.Start })
	to := from
	for to < len(tags) && tags[to].Span.Start < span.End {
		to++
	}
	return tags[from:to]
}
