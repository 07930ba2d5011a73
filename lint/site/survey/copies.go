package survey

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
)

// A folder holds copies from feeds if nearly all of its drafts name an original elsewhere,
// these are on several hosts, and most bodies are HTML as feeds carry it. A writer's own
// notes on links are Markdown, and the articles of an own older site are on one host.
const (
	fewestCopies  = 8  // sampled drafts
	fewestHosts   = 3  // of the originals
	mostOriginals = 90 // percentage of the drafts that name one
	mostMarkup    = 60 // percentage of the bodies that begin with a tag
)

// findCopies finds folders with articles that a program took from the feeds of other sites.
func findCopies(site *generator.Instance, samples []sample) {
	type folder struct {
		drafts, originals, markup int
		hosts                     map[string]bool
	}
	folders := map[string]*folder{}
	for i := range samples {
		s := &samples[i]
		host := strings.TrimPrefix(generator.HostOf(OriginalOf(s.doc)), "www.")
		if slices.Contains(site.Hosts, host) {
			host = ""
		}
		for dir := path.Dir(s.name); dir != "."; dir = path.Dir(dir) {
			at := folders[dir]
			if at == nil {
				at = &folder{hosts: map[string]bool{}}
				folders[dir] = at
			}
			at.drafts++
			if host != "" {
				at.originals++
				at.hosts[host] = true
			}
			if bytes.HasPrefix(bytes.TrimSpace(s.head[min(s.doc.Meta.Span.End, len(s.head)):]), []byte("<")) {
				at.markup++
			}
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(folders)) {
		at := folders[dir]
		if at.drafts >= fewestCopies && len(at.hosts) >= fewestHosts && 100*at.originals >= mostOriginals*at.drafts && 100*at.markup >= mostMarkup*at.drafts {
			site.Places = append(site.Places, lint.Place{Kind: lint.KindCopy, Folder: dir})
		}
	}
}

// OriginalOf returns the address on another site that the metadata of a draft gives as its
// own, as copies from feeds have, or "".
func OriginalOf(d *lint.Document) string {
	for i := range d.Meta.Fields {
		switch generator.Fold(d.Meta.Fields[i].Name) {
		case "url", "link", "source", "sourceurl", "source.url", "original", "originalurl", "originallink", "externalurl", "guid", "feedurl", "canonical", "canonicalurl":
			if value := d.Meta.Fields[i].Value().Plain(); strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") {
				return value
			}
		}
	}
	return ""
}
