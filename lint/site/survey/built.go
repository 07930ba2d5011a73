package survey

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
)

// Thresholds for taking a folder for the output of the generator, judging by its HTML pages
// that have the same path as a draft in another folder: public/ferry/index.html and
// content/ferry.md. The others come from drafts that were removed, or are made by code.
const (
	fewestBuilt = 5  // pages
	mostBuilt   = 40 // percentage of the pages of the folder
)

// findBuilt finds folders with the output of the generator that are kept beside the drafts.
func findBuilt(site *generator.Instance, drafts []string) {
	there := map[string]string{} // the paths of drafts without their first folder -> that folder
	for _, d := range drafts {
		if ext := path.Ext(d); !isPlainPage(ext) {
			if top, rest, deeper := strings.Cut(strings.TrimSuffix(d, ext), "/"); deeper {
				there[strings.TrimSuffix(rest, "/index")] = top
			}
		}
	}
	pages, twins := map[string]int{}, map[string]int{}
	for _, d := range drafts {
		if !isPlainPage(path.Ext(d)) || place.KindOf(&site.Site, d) == lint.KindTemplate || place.KindOf(&site.Site, d) == lint.KindFragment {
			continue
		}
		top, rest, deeper := strings.Cut(strings.TrimSuffix(d, path.Ext(d)), "/")
		if !deeper {
			continue
		}
		pages[top]++
		if rest = strings.TrimSuffix(rest, "/index"); rest != "index" && there[rest] != "" && there[rest] != top {
			twins[top]++
		}
	}
	for _, top := range slices.Sorted(maps.Keys(twins)) {
		if n := twins[top]; n >= fewestBuilt && 100*n >= mostBuilt*pages[top] {
			site.Places = append(site.Places, lint.Place{Kind: lint.KindGenerated, Folder: top, Name: "*.html"})
		}
	}
}

func isPlainPage(extension string) bool { return extension == ".html" || extension == ".htm" }
