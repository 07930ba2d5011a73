package drafting

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// several is the maximum number of places with dummy text that are gaps to fill. A draft with more
// of them consists of it.
const several = 5

// reportDummy reports the places with dummy text: each, or one for all. A draft that shows what text
// looks like may have some.
func reportDummy(p *lint.Pass, places []lint.Finding) {
	switch {
	case len(places) > several:
		first := places[0]
		first.Message = fmt.Sprintf("Dummy text in %s places; put in what belongs here", lint.Thousands(len(places)))
		for _, f := range places[1:] {
			first.Related = append(first.Related, lint.Related{Span: f.Span, Message: "here too"})
		}
		p.Report(first)
	case p.Kind == lint.KindDummy:
	default:
		for _, f := range places {
			p.Report(f)
		}
	}
}
