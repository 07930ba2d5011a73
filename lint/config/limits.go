package config

import (
	"reflect"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// limit is one limit: the text, where to store its value, and its maximum.
type limit struct {
	name string
	from text
	to   *int
	most int
}

// all returns the limits, whose values are stored in out.
func (s *limits) all(out *parse.Limits) []limit {
	return []limit{
		{"file", s.File, &out.File, 64 << 20},
		{"front_matter", s.FrontMatter, &out.FrontMatter, 2 << 20},
		{"keys", s.Keys, &out.Keys, 32_000},
		{"nesting", s.Nesting, &out.Nesting, 1_000},
		{"parts", s.Parts, &out.Parts, 6_400_000},
		{"table_cells", s.TableCells, &out.TableCells, 6_400_000},
	}
}

// compile reads the limits. Each can be lowered, or raised by a factor of 32 at most, so that
// a configuration cannot turn off the protection.
func (s *limits) compile(d *decoder) (out parse.Limits) {
	for _, l := range s.all(&out) {
		if l.from.Node == nil {
			continue
		}
		if !d.Scalar(l.from.Node, reflect.ValueOf(l.to).Elem(), strict.Quoted(l.name)) {
			continue
		}
		if *l.to < 1 || *l.to > l.most {
			d.Fail(l.from.Node, "limit %s must be between 1 and %d", strict.Quoted(l.name), l.most)
		}
	}
	return out
}
