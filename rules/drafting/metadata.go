package drafting

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// lacking reports whether a draft has metadata that the parser has read completely, and no
// value for a role in it. A draft without any metadata, such as text for a publishing
// system, is skipped, and the skip is recorded in the pass.
func lacking(p *lint.Pass, role lint.Role) bool {
	meta := &p.Doc.Meta
	if !meta.Exists() {
		p.Skip("no metadata")
		return false
	}
	for _, v := range meta.Get(role).Values {
		if strings.TrimSpace(v.String()) != "" {
			p.Present()
			return false
		}
	}
	for _, problem := range p.Doc.Problems {
		if meta.Span.Contains(problem.Span.Start) {
			p.Skip("metadata not wholly readable")
			return false
		}
	}
	return true
}

// place returns the span for a finding about the missing value of a role: the empty field
// or, without one, the title.
func place(d *lint.Document, role lint.Role) lint.Span {
	if f := d.Meta.Get(role); f.Present() && f.Whole.End > 0 {
		return f.Whole
	}
	return d.Top()
}

// named reports whether a field with one of these names has a value.
func named(d *lint.Document, names ...string) bool {
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		for _, n := range names {
			if strings.EqualFold(f.Name, n) && f.Value().Len() > 0 {
				return true
			}
		}
	}
	return false
}
