package house

import (
	"strings"

	"github.com/copychief/copychief/lint"
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
	if r.scope.in == 0 {
		return nil, false
	}
	list := passages.Of(d)
	for i := range list {
		p := &list[i]
		if r.scope.selects(p.at, p.field) || r.scope.in&(inQuotations|inLinkTexts) != 0 && p.block != lint.None {
			all = append(all, Selection{p.text.All(), p.looked(d), p.names()})
		}
	}
	return all, true
}

// looked returns the text of a passage, with an ellipsis for code, in which no rule looks.
func (p *passage) looked(d *lint.Document) string {
	if p.block == lint.None {
		return p.text.Plain()
	}
	var b strings.Builder
	code := false
	for i, r := range p.text.String() {
		switch now := d.Blocks[p.block].Marked(lint.MarkCode, i); {
		case now && !code:
			b.WriteString("…")
			code = true
		case !now:
			b.WriteRune(r)
			code = false
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), string(lint.Object), " ")), " ")
}

// names returns the names of the places of a passage.
func (p *passage) names() (names []string) {
	for _, place := range placeTable() {
		if single := place.bits&(place.bits-1) == 0; single && p.at&place.bits != 0 {
			names = append(names, place.name)
		}
	}
	if p.field != "" {
		names = append(names, fieldPrefix+strings.ToLower(p.field))
	}
	return names
}
