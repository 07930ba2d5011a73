package engine

import "github.com/copychief/copychief/lint"

// foreign reports whether a document has blocks in a language other than its main
// language.
func foreign(d *lint.Document) bool {
	for i := range d.Blocks {
		if d.Blocks[i].Language != "" {
			return true
		}
	}
	return false
}

// supports reports whether the current rule supports the language of the block in which a
// span begins. A rule that is limited to some languages is selected by the main language
// of the document, and its findings in blocks in other languages would be false.
func (r *run) supports(span lint.Span) bool {
	if len(r.setting.Rule.Languages) == 0 {
		return true
	}
	for i := range r.doc.Blocks {
		if b := &r.doc.Blocks[i]; b.Language != "" && b.Span.Contains(span.Start) {
			return r.setting.Rule.Knows(b.Language)
		}
	}
	return true
}
