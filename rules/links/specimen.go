package links

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
)

// scripted reports whether the attributes of a link's tag mark it as a hook for a script,
// whose target is not where it leads.
func scripted(d *lint.Document, l *lint.Link) bool {
	tag := opening(d, l)
	for _, attribute := range [...]string{" data-", " onclick", " role=", " aria-controls", " aria-expanded", " @click", " v-on:", " x-on:", " hx-"} {
		if strings.Contains(tag, attribute) {
			return true
		}
	}
	return false
}

// opening returns the opening tag of a link, or the attributes in braces after a Markdown
// link; "" if there is neither.
func opening(d *lint.Document, l *lint.Link) string {
	source := d.Source.Slice(l.Span)
	if strings.HasPrefix(source, "<") {
		tag, _, _ := strings.Cut(source, ">")
		return tag
	}
	after := d.Source.Bytes[min(l.Span.End, len(d.Source.Bytes)):]
	if !bytes.HasPrefix(after, []byte("{")) {
		return ""
	}
	attributes, _, found := bytes.Cut(after, []byte("}"))
	if !found || bytes.IndexByte(attributes, '\n') >= 0 {
		return ""
	}
	return string(attributes)
}

// isSpecimen reports whether a link demonstrates Markdown: the same source also appears as
// code.
func isSpecimen(d *lint.Document, l *lint.Link) bool {
	source := d.Source.Bytes[l.Span.Start:min(l.Span.End, len(d.Source.Bytes))]
	if len(source) < len("[x](y)") {
		return false
	}
	for from := 0; ; {
		i := bytes.Index(d.Source.Bytes[from:], source)
		if i < 0 {
			return false
		}
		i += from
		from = i + 1
		if i != l.Span.Start && (i > 0 && d.Source.Bytes[i-1] == '`' || inCode(d, i)) {
			return true
		}
	}
}

// inCode reports whether an offset of the source is in a code block.
func inCode(d *lint.Document, offset int) bool {
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == lint.Code && b.Span.Start <= offset && offset < b.Span.End {
			return true
		}
	}
	return false
}

// credits reports whether a link is in the table of contributors that a bot of the same name
// writes. Its fragments name kinds of help, and lead nowhere on purpose.
func credits(d *lint.Document, l *lint.Link) bool {
	const start, end = "<!-- ALL-CONTRIBUTORS-LIST:START", "<!-- ALL-CONTRIBUTORS-LIST:END"
	before := d.Source.Bytes[:min(l.Span.Start, len(d.Source.Bytes))]
	return bytes.LastIndex(before, []byte(start)) > bytes.LastIndex(before, []byte(end))
}
