package house

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
)

// Selection is a text of a draft in which a rule looks.
type Selection struct {
	Span   lint.Span
	Text   string   // on one line
	Places []string // the names of the places that it belongs to
}

// Selects returns the texts of a draft in which the rule looks. ok is false for kinds that
// do not look at texts.
func (r *Declared) Selects(d *lint.Document) (all []Selection, ok bool) {
	if r.scope.In == 0 {
		return nil, false
	}
	list := passage.Of(d)
	for i := range list {
		p := &list[i]
		parts, whole := r.scope.Parts(d, p)
		if whole && !r.scope.Looks(d, p, p.At) {
			continue
		}
		for _, part := range parts {
			all = append(all, Selection{p.Text.Span(part.Start, part.End), p.Readable(d, part.Span), p.PlaceNames(d, part.At)})
		}
	}
	if r.scope.In&passage.Source != 0 {
		source := passage.SourceOf(d)
		all = append(all, Selection{lint.Span{End: source.Text.Len()}, "all of the file", source.PlaceNames(d, source.At)})
	}
	return all, true
}
