package passage

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// ValuesOf returns the values of a metadata field by its name.
func ValuesOf(d *lint.Document, name string) []lint.Text {
	if f := FieldOf(d, name); f != nil {
		return f.Values
	}
	return nil
}

// FieldOf returns a metadata field by its name, or nil.
func FieldOf(d *lint.Document, name string) *lint.Field {
	for i := range d.Meta.Fields {
		if f := &d.Meta.Fields[i]; strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}
