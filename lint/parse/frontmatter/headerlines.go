package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// readHeaderLines reads MultiMarkdown metadata at the beginning of a plain text: lines of a
// name, a colon and a value, and indented continuation lines, up to a blank line. The
// first name must play a role, so that an article that begins with "Update: …" keeps
// its first line.
//
// known is the minimum number of names that must play a role: a Markdown article may
// begin with a line or two that only look like metadata.
func readHeaderLines(c *collector, head, none, known int) (body int) {
	to := scan.ParagraphEnd(c.src, head)
	if n := headerName(c.src[head:scan.LineEnd(c.src, head)]); n == 0 || !fields.Knows(string(c.src[head:head+n]), c.own) {
		return none
	}
	for i := head; i < to; i = scan.NextLine(c.src, i) {
		line := c.src[i:scan.LineEnd(c.src, i)]
		n := headerName(line)
		if n == 0 && (i == head || !scan.IsSpace(line[0])) {
			return none
		}
		if n > 0 && fields.Knows(string(line[:n]), c.own) {
			known--
		}
	}
	if known > 0 {
		return none
	}
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.TrimEnd(c.src, head, to)}, lint.HeaderLines
	if to-head > c.limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: scan.LineEnd(c.src, head)}, tooLong(to-head, c.limits))
		return scan.NextLine(c.src, to)
	}
	var members []member
	for i := head; i < to; {
		end := scan.NextLine(c.src, i)
		for end < to && scan.IsSpace(c.src[end]) {
			end = scan.NextLine(c.src, end)
		}
		key := lint.Span{Start: i, End: i + headerName(c.src[i:scan.LineEnd(c.src, i)])}
		name := string(c.src[key.Start:key.End])
		var ok bool
		if members, ok = c.key(members, fields.Fold(name), key); !ok {
			break
		}
		start := min(key.End+1, end)
		whole := lint.Span{Start: i, End: max(start, scan.TrimEnd(c.src, start, min(end, to)))}
		c.field(name, key, fields.Values(foldedLines(c.src, start, whole.End)), whole)
		i = end
	}
	return scan.NextLine(c.src, to)
}

// headerName returns the length of the name at the beginning of a header line, or 0. A
// name consists of letters, digits, spaces, hyphens and underscores; after its colon
// there is white space or the end of the line.
func headerName(line []byte) int {
	n := bytes.IndexByte(line, ':')
	if n <= 0 || n > 40 || n+1 < len(line) && !scan.IsSpace(line[n+1]) || !scan.IsAlphanumeric(line[0]) {
		return 0
	}
	for _, b := range line[:n] {
		if !scan.IsAlphanumeric(b) && b != ' ' && b != '-' && b != '_' {
			return 0
		}
	}
	return n
}

// foldedLines returns the text of several lines as one: each line break with the white
// space around it becomes a space.
func foldedLines(src []byte, start, end int) lint.Text {
	s := &scalarReader{src: src, i: start, to: end}
	for s.i < s.to {
		if scan.IsSpace(src[s.i]) {
			s.fold()
		} else {
			s.take(1)
		}
	}
	return lint.NewText(string(s.buf), s.runs)
}
