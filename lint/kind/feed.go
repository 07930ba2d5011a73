package kind

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/survey"
)

// fromFeed reports whether a draft is a copy of another site's article that a program took
// from a feed: its folder has a name that aggregators use, and its metadata has the address
// of the original.
func fromFeed(name string, d *lint.Document) bool {
	for folder := range strings.SplitSeq(strings.ToLower(path.Dir(name)), "/") {
		switch strings.Trim(folder, "_") {
		case "planet", "planets", "aggregator", "aggregated", "syndicated", "syndication", "feeds", "imported-posts", "external-posts":
			return survey.OriginalOf(d) != ""
		}
	}
	return false
}
