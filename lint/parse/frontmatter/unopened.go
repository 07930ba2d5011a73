package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// readUnopened reads the front matter of Hexo, which needs no opening fence: YAML up to a line
// of three dashes, or the members of a JSON object up to a line of three semicolons.
func readUnopened(c *collector, head, none int) (body int) {
	if head >= len(c.src) {
		return none
	}
	first := head
	if fenceAt(c.src, head, ";;;") {
		first = scan.NextLine(c.src, head)
	}
	if first < len(c.src) && c.src[first] == '"' {
		return readMembers(c, head, first, none)
	}
	if headerName(c.src[head:scan.LineEnd(c.src, head)]) == 0 {
		return none
	}
	to, body := closing(c.src, head, "---")
	if first != head || to < 0 || !hasOnlyKeys(c, head, to) {
		return none
	}
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.LineEnd(c.src, to)}, lint.YAML
	if to-head > c.limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: scan.LineEnd(c.src, head)}, tooLong(to-head, c.limits))
		return body
	}
	readYAML(c, head, to)
	return body
}

// readMembers reads the members of a JSON object without its braces.
func readMembers(c *collector, head, first, none int) (body int) {
	for i := first; i < min(len(c.src), first+c.limits.FrontMatter); i = scan.NextLine(c.src, i) {
		if !fenceAt(c.src, i, ";;;") {
			continue
		}
		j := &scriptReader{collector: c, i: first, to: i}
		j.members("", 1, lint.None)
		c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.LineEnd(c.src, i)}, lint.JSON
		return scan.NextLine(c.src, i)
	}
	return none
}

// hasOnlyKeys reports whether the lines in [from, to) are YAML and not a heading of Markdown
// with a line of dashes below it: the first two keys play a role, or the first is the title.
func hasOnlyKeys(c *collector, from, to int) bool {
	known, lines := 0, 0
	for i := from; i < to; i = scan.NextLine(c.src, i) {
		line := bytes.TrimRight(c.src[i:scan.LineEnd(c.src, i)], " \t\r")
		n := headerName(line)
		switch {
		case n == 0 && (i == from || len(line) == 0 || !scan.IsSpace(line[0]) && line[0] != '-' && line[0] != '#'):
			return false
		case n > 0 && bytes.IndexByte(line[:n], ' ') < 0 && fields.Knows(string(line[:n]), c.own):
			known++
		case n > 0 && i == from:
			return false
		}
		lines++
	}
	return known > 1 || known == 1 && lines == 1 && bytes.HasPrefix(c.src[from:to], []byte("title: "))
}

// readPercentLines reads the title block of Pandoc: up to three lines that begin with a percent
// sign, for the title, the authors and the date. In other dialects such a line is a comment,
// above a heading.
func readPercentLines(c *collector, head, none int) (body int) {
	var members []member
	i, from := head, len(c.doc.Meta.Fields)
	for _, name := range [...]string{"title", "author", "date"} {
		if i >= len(c.src) || c.src[i] != '%' || i+1 < len(c.src) && !scan.IsSpace(c.src[i+1]) {
			break
		}
		end := scan.NextLine(c.src, i)
		for end < len(c.src) && (c.src[end] == ' ' || c.src[end] == '\t') {
			end = scan.NextLine(c.src, end)
		}
		key := lint.Span{Start: i, End: i + 1}
		var ok bool
		if members, ok = c.key(members, name, key); !ok {
			return none
		}
		if stop := scan.TrimEnd(c.src, i+1, end); stop > i+1 {
			c.field(name, key, fields.Values(foldedLines(c.src, i+1, stop)), lint.Span{Start: i, End: stop})
		}
		i = end
	}
	next := bytes.TrimLeft(c.src[i:], " \t\r\n")
	if i == head || i < len(c.src) && scan.ParagraphEnd(c.src, i) != i || len(members) == 1 && bytes.HasPrefix(next, []byte("#")) {
		c.doc.Meta.Fields = c.doc.Meta.Fields[:from]
		return none
	}
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.TrimEnd(c.src, head, i)}, lint.HeaderLines
	return i
}
