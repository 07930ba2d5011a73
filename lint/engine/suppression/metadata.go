package suppression

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// metaIgnore is the metadata field that suppresses rules for the whole draft in formats
// without nested metadata: header lines of plain text and the head of HTML.
const metaIgnore = "copychief-ignore"

// frontMatter reads the suppressions in metadata: copychief: {ignore: [RULE, …]},
// copychief: {ignore: {RULE: reason}}, and the flat form "copychief-ignore: RULE:
// reason".
func (r *reader) frontMatter() {
	for i := range r.doc.Meta.Fields {
		f := &r.doc.Meta.Fields[i]
		if strings.EqualFold(strings.TrimPrefix(f.Name, "meta "), metaIgnore) {
			r.metaList(f, metaIgnore+": RULE: reason")
			continue
		}
		key, ours := strings.CutPrefix(f.Name, "copychief.")
		rule, reasoned := strings.CutPrefix(key, "ignore.")
		switch {
		case !ours:
		case reasoned:
			reason := f.Value().Plain()
			if reason == "" {
				r.unreasoned(f.Key, "copychief: {ignore: {"+rule+": reason}}")
			}
			r.add(rule, f.Key, r.whole(), reason)
		case key == "ignore":
			r.metaList(f, "copychief: {ignore: {RULE: reason}}")
		default:
			r.complain(f.Key, "Unknown key "+quote(f.Name)+"; a draft may say copychief: {ignore: {RULE: reason}}")
		}
	}
}

// metaList reads a field that lists rules, optionally with a colon and a reason. write
// shows how to give a reason.
func (r *reader) metaList(f *lint.Field, write string) {
	for _, v := range f.Values {
		d := directive{}
		d.list(v.String(), 0)
		if len(d.names) == 0 {
			r.complain(v.All(), "Suppression names no rule; write "+write)
			continue
		}
		first, last := d.names[0], d.names[len(d.names)-1]
		if d.reason == "" {
			r.unreasoned(v.Span(first.start, last.end), write)
		}
		for _, n := range d.names {
			r.add(n.text, v.Span(n.start, n.end), r.whole(), d.reason)
		}
	}
}
