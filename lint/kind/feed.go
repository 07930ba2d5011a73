package kind

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/survey"
)

// fromFeed reports whether a draft is a copy of another site's article that a program took
// from a feed: its folder has a name that aggregators use, and its metadata has the address
// of the original.
// A program that copies pages of other sites writes down when it did so, too.
func fromFeed(name string, d *lint.Document) bool {
	if isStamped(d) && survey.OriginalOf(d) != "" {
		return true
	}
	for folder := range strings.SplitSeq(strings.ToLower(path.Dir(name)), "/") {
		switch strings.Trim(folder, "_") {
		case "planet", "planets", "aggregator", "aggregated", "syndicated", "syndication", "feeds", "imported-posts", "external-posts":
			return survey.OriginalOf(d) != ""
		}
	}
	return false
}

// isStamped reports whether the metadata says when a program fetched the text.
func isStamped(d *lint.Document) bool {
	const shortest = len("scraped")
	for i := range d.Meta.Fields {
		if len(d.Meta.Fields[i].Name) < shortest {
			continue
		}
		switch generator.Fold(d.Meta.Fields[i].Name) {
		case "scraped", "scrapedat", "scrapeddate", "datescraped", "crawled", "crawledat", "fetched", "fetchedat", "clippedat", "harvestedat", "syncedat":
			return d.Meta.Fields[i].Value().Len() > 0
		}
	}
	return false
}
