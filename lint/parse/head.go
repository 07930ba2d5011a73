package parse

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
)

// Head reads only the metadata of a draft: the document has no blocks. content can be
// the beginning of a longer draft.
func Head(path string, content []byte, o Options) *lint.Document {
	o.Limits = o.Limits.OrDefault()
	format, _ := FormatOf(path)
	doc := &lint.Document{Format: format}
	s := bufferPool.Get().(*buffers) //nolint:forcetypeassert // the pool holds nothing else
	if src, ok := decode(doc, path, content, s, &o); ok {
		readMeta(doc, src, &o)
	}
	s.release()
	inherit(doc, &o)
	return doc
}

// Inherited is a metadata field from outside the draft: from a file in its folder, or
// from the configuration of its site.
type Inherited struct {
	Name   string // as in front matter, nested names joined by dots
	Values []string
	Where  string // the file that defines it, as shown in messages
}

// inherit adds the fields from outside the draft, without a position, for the roles
// that no field of the draft has.
func inherit(doc *lint.Document, o *Options) {
	for i := range o.Inherited {
		h := &o.Inherited[i]
		for _, role := range fields.Roles(h.Name, o.Fields) {
			if doc.Meta.Get(role).Value().Len() == 0 {
				give(doc, role, h.Name, h.Values...)
			}
		}
	}
}
