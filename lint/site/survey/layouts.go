package survey

import (
	"slices"

	"github.com/copychief/copychief/lint/site/generator"
)

// mostLayoutNames is the maximum number of layouts that are known to be usual.
const mostLayoutNames = 20

// findLayouts finds the layouts that more than one draft of the sample names: those are usual on the
// site, and not made for one page.
func findLayouts(site *generator.Instance, samples []sample) {
	named := map[string]int{}
	for i := range samples {
		for _, name := range [...]string{"layout", "template"} {
			if field := samples[i].field(name); field != nil {
				named[field.Value().Plain()]++
			}
		}
	}
	for layout, n := range named {
		if n > 1 {
			site.Layouts = append(site.Layouts, layout)
		}
	}
	slices.Sort(site.Layouts)
	site.Layouts = site.Layouts[:min(len(site.Layouts), mostLayoutNames)]
}
