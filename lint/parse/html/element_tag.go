package html

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/template"
	"golang.org/x/net/html/atom"
)

// isParted reports whether the white space [from, to) hides a template tag, alone on its lines,
// that ends the stretch of text before it: what is between the tags goes to other places of the
// page, or the tag puts something there. Only text outside any paragraph, item or cell is parted,
// and not by conditions, one branch of which continues the sentence.
func isParted(e *Elements, from, to int) bool {
	const shortest = len("\n{%x%}")
	b := e.b
	if to-from < shortest || len(b.Tags) == 0 || !b.IsOpen() || b.Doc.Blocks[b.Current()].Kind != lint.Paragraph {
		return false
	}
	if _, owner := e.kind(); owner >= 0 || nearestOpen(e, atom.P) >= 0 {
		return false
	}
	for _, tag := range template.Overlapping(b.Tags, lint.Span{Start: from, End: to}) {
		if tag.Own && (tag.Kind == template.Code || tag.Kind == template.Plain && !isCondition(b.Doc.Source.Bytes[tag.Span.Start:tag.Span.End])) {
			return true
		}
	}
	return false
}

// isCondition reports whether a tag only chooses, sets or prints something.
func isCondition(tag []byte) bool {
	inner, is := bytes.CutPrefix(tag, []byte("{%"))
	if !is {
		return true
	}
	inner = bytes.TrimLeft(inner, "-+ \t\r\n")
	end := bytes.IndexAny(inner, " \t\r\n%-")
	switch string(inner[:max(end, 0)]) {
	case "if", "elif", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "assign", "set", "comment", "endcomment", "trans", "endtrans":
		return true
	}
	return false
}
