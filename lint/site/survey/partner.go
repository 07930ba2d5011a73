package survey

import (
	"bytes"
	"slices"

	"github.com/copychief/copychief/lint/site/generator"
)

// A partner tag is the site's own if at least this many Amazon links in the sample have it, and at
// least this share (one in n) of those with a tag: a site may have changed its tag, and other tags
// are copied.
const (
	fewestTagged = 3
	ownTagged    = 5
)

// findPartners finds the partner tags of the site.
func findPartners(site *generator.Instance, samples []sample) {
	tags, all := map[string]int{}, 0
	for i := range samples {
		for rest := samples[i].head; ; {
			_, after, found := bytes.Cut(rest, []byte("amazon."))
			if !found {
				break
			}
			rest = after
			address := after[:min(len(after), longestAddress)]
			if end := bytes.IndexAny(address, " \t\r\n\"'<>()[]"); end >= 0 {
				address = address[:end]
			}
			if _, value, has := bytes.Cut(address, []byte("tag=")); has {
				tag, _, _ := bytes.Cut(value, []byte("&"))
				tags[string(tag)]++
				all++
			}
		}
	}
	for tag, n := range tags {
		if n >= fewestTagged && ownTagged*n >= all {
			site.PartnerTags = append(site.PartnerTags, tag)
		}
	}
	slices.Sort(site.PartnerTags)
}

// longestAddress is the number of bytes of an address that are searched for a tag.
const longestAddress = 300
