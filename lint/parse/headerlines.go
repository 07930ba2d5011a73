package parse

import (
	"bytes"
	"slices"

	"github.com/copychief/copychief/lint"
)

// headerLines reads MultiMarkdown metadata at the head of a plain text: lines of
// a name, a colon and a value, and indented ones that go on with the value, up to
// a blank line. The first name must be one that plays a role, so that an article
// that begins "Update: …" keeps its first line.
func (c *collector) headerLines(head, none int) (body int) {
	to := paragraphEnd(c.src, head)
	if n := headerName(c.src[head:lineEnd(c.src, head)]); n == 0 || !c.knows(string(c.src[head:head+n])) {
		return none
	}
	for i := head; i < to; i = nextLine(c.src, i) {
		if line := c.src[i:lineEnd(c.src, i)]; headerName(line) == 0 && (i == head || !isBlank(line[0])) {
			return none
		}
	}
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: trimEnd(c.src, head, to)}, lint.HeaderLines
	if to-head > c.o.Limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: lineEnd(c.src, head)}, tooLong(to-head, c.o))
		return nextLine(c.src, to)
	}
	var members []member
	for i := head; i < to; {
		end := nextLine(c.src, i)
		for end < to && isBlank(c.src[end]) {
			end = nextLine(c.src, end)
		}
		key := lint.Span{Start: i, End: i + headerName(c.src[i:lineEnd(c.src, i)])}
		name := string(c.src[key.Start:key.End])
		var ok bool
		if members, ok = c.key(members, foldName(name), key); !ok {
			break
		}
		start := min(key.End+1, end)
		whole := lint.Span{Start: i, End: max(start, trimEnd(c.src, start, min(end, to)))}
		c.field(name, key, texts(foldedLines(c.src, start, whole.End)), whole)
		i = end
	}
	return nextLine(c.src, to)
}

// headerName returns the length of the name at the head of a header line, or 0:
// letters, digits, spaces, hyphens, underscores, and a colon with white space or
// nothing behind it.
func headerName(line []byte) int {
	n := bytes.IndexByte(line, ':')
	if n <= 0 || n > 40 || n+1 < len(line) && !isBlank(line[n+1]) || !isAlphanumeric(line[0]) {
		return 0
	}
	for _, b := range line[:n] {
		if !isAlphanumeric(b) && b != ' ' && b != '-' && b != '_' {
			return 0
		}
	}
	return n
}

// knows reports whether a field name plays a role.
func (c *collector) knows(name string) bool {
	name = foldName(name)
	if len(defaultClaims()[name]) > 0 {
		return true
	}
	for _, names := range c.o.Fields {
		if slices.ContainsFunc(names, func(known string) bool { return foldName(known) == name }) {
			return true
		}
	}
	return false
}

// foldedLines returns the text of lines that are read as one: each line break
// with the white space around it is a space.
func foldedLines(src []byte, start, end int) lint.Text {
	s := &scalarReader{src: src, i: start, to: end}
	for s.i < s.to {
		if isBlank(src[s.i]) {
			s.fold()
		} else {
			s.take(1)
		}
	}
	return lint.NewText(string(s.buf), s.runs)
}

// trimEnd returns the end of src[start:end] without white space.
func trimEnd(src []byte, start, end int) int {
	for end > start && isBlank(src[end-1]) {
		end--
	}
	return end
}
