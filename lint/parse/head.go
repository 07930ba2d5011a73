package parse

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
)

// Head reads the metadata at the head of a draft and nothing else: the document has no
// blocks. content may be the beginning of a longer draft.
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

// Inherited is a metadata field that stands outside of the draft: in a file of its
// folder, or in the configuration of its site.
type Inherited struct {
	Name   string // as front matter would have it, nested names joined by dots
	Values []string
	Where  string // the file it stands in, as messages show it
}

// inherit adds what stands outside of the draft, without a place in it, for the roles
// that its own metadata leaves open.
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
