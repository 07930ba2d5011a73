package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// definition begins a line of metadata in Franklin's older syntax: “@def title = "Frost"”.
const definition = "@def "

// readDefinitions reads the lines of Franklin at the beginning of a draft.
func readDefinitions(c *collector, head, none int) (body int) {
	if !bytes.HasPrefix(c.src[head:], []byte(definition)) {
		return none
	}
	c.doc.Meta.Format = lint.TOML
	a := assignmentReader{collector: c, i: head, to: len(c.src)}
	for end := head; ; {
		for a.i < a.to && scan.IsSpace(a.src[a.i]) {
			a.i++
		}
		if !bytes.HasPrefix(a.src[a.i:], []byte(definition)) || c.full {
			c.doc.Meta.Span = lint.Span{Start: head, End: end}
			return scan.NextLine(c.src, end)
		}
		if a.i-head > c.limits.FrontMatter {
			c.stop(lint.Span{Start: head, End: scan.LineEnd(c.src, head)}, tooLong(a.i-head, c.limits))
			continue
		}
		a.i += len(definition)
		a.assignment()
		end = scan.TrimEnd(c.src, head, a.i)
	}
}

// isProgram reports whether a block that is not TOML, from the line at at on, is a program
// whose assignments are the metadata, as in Franklin: TOML has neither calls, such as
// “Date(2024, 5, 1)”, nor tuples.
func isProgram(block []byte, at int) bool {
	line := bytes.TrimSpace(block[at:scan.LineEnd(block, at)])
	if rest := bytes.TrimSpace(line[nameLength(line):]); len(rest) > 0 && rest[0] == '=' {
		line = bytes.TrimSpace(rest[1:])
	}
	line = bytes.TrimLeft(line, "[ ")
	name := nameLength(line)
	return name < len(line) && line[name] == '('
}

// nameLength returns the length of the name at the beginning of s.
func nameLength(s []byte) (n int) {
	for n < len(s) && (scan.IsAlphanumeric(s[n]) || s[n] == '.' || s[n] == '_') {
		n++
	}
	return n
}

// assignmentReader reads the assignments of a program. Strings, numbers and words become
// fields; any other value is skipped up to the line break after its last bracket.
type assignmentReader struct {
	*collector
	i, to   int
	members []member
}

// readProgram reads src[from:to] as assignments, instead of what was read of it as TOML.
func readProgram(c *collector, from, to int) {
	c.doc.Meta.Fields, c.keys = c.doc.Meta.Fields[:0], 0
	a := assignmentReader{collector: c, i: from, to: to}
	for a.i < to && !c.full {
		a.assignment()
	}
}

// assignment reads “name = value” at a.i, and goes to the line after it.
func (a *assignmentReader) assignment() {
	start := a.i
	line := a.src[start:min(scan.LineEnd(a.src, start), a.to)]
	equals := bytes.IndexByte(line, '=')
	if equals < 0 {
		equals = len(line)
	}
	key := lint.Span{Start: start, End: scan.TrimEnd(a.src, start, start+equals)}
	a.i = min(start+equals+1, a.to)
	for a.i < a.to && (a.src[a.i] == ' ' || a.src[a.i] == '\t') {
		a.i++
	}
	value := a.i
	a.skip()
	whole := lint.Span{Start: start, End: scan.TrimEnd(a.src, start, a.i)}
	a.i = min(scan.NextLine(a.src, a.i), a.to)
	if equals == len(line) || key.Empty() || value >= whole.End {
		return
	}
	name := string(a.src[key.Start:key.End])
	text, ok := literal(a.src, value, whole.End)
	if !ok {
		return
	}
	if a.members, ok = a.key(a.members, name, key); ok {
		a.field(name, key, fields.Values(text), whole)
	}
}

// skip goes to the line break that ends a value: one outside of brackets and strings.
func (a *assignmentReader) skip() {
	for depth := 0; a.i < a.to; {
		switch c := a.src[a.i]; c {
		case '"':
			a.i = min(a.i+stringLength(a.src[a.i:a.to]), a.to)
			continue
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case '\n', '\r':
			if depth <= 0 {
				return
			}
		}
		a.i++
	}
}

// stringLength returns the length of the string at the beginning of s with its quotation
// marks: one on each side, or three.
func stringLength(s []byte) int {
	if bytes.HasPrefix(s, []byte(longMark)) {
		if end := bytes.Index(s[len(longMark):], []byte(longMark)); end >= 0 {
			return len(longMark) + end + len(longMark)
		}
	}
	return quotedLength(s)
}

// literal returns the text of a value that is a string, a number or a word.
func literal(src []byte, start, end int) (text lint.Text, ok bool) {
	value := src[start:end]
	if value[0] != '"' {
		for _, b := range value {
			if !scan.IsAlphanumeric(b) && b != '.' && b != '-' && b != '_' {
				return lint.Text{}, false
			}
		}
		return lint.Verbatim(string(value), start), true
	}
	if stringLength(value) != len(value) || len(value) < 2 {
		return lint.Text{}, false
	}
	mark := 1
	if len(value) >= 6 && bytes.HasPrefix(value, []byte(longMark)) {
		mark = 3
	}
	inner := bytes.TrimSpace(value[mark : len(value)-mark])
	at := start + mark + bytes.Index(value[mark:], inner)
	return lint.Verbatim(string(inner), at), true
}
