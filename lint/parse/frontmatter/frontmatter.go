// Package frontmatter reads the metadata at the beginning of a draft: YAML or TOML
// between fences, a JSON object, or the header lines of plain text.
//
// [Read] is its only entry point. Each format has its own reader, and all of them write
// through one collector, which joins nested names with dots, detects duplicate keys and
// enforces the limits. Each value stores the source position of every byte, through
// escapes and folded lines.
//
// Nearly all front matter uses a small subset of YAML. A reader of a few hundred lines
// handles it in a hundredth of the library's time; it gives up at the first sign of
// anything else. JSON has its own reader because the decoder of the standard library
// does not report which source bytes an escaped string comes from. The trade-off: more
// code of our own; tests and a fuzz target check the YAML reader against the library.
package frontmatter

import (
	"bytes"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Read reads the metadata block at the beginning of src into doc.Meta and returns the
// offset of the body. A block that does not parse becomes a problem at its line, and
// the body is still read.
func Read(doc *lint.Document, src []byte, own fields.Names, limits quota.Limits) (body int) {
	start := scan.MarkLength(src)
	head := start
	for head < len(src) && (src[head] == '\n' || src[head] == '\r' || src[head] == ' ' || src[head] == '\t') {
		head++
	}
	// A fence must begin its line.
	if head > start && src[head-1] != '\n' && src[head-1] != '\r' {
		return start
	}
	c := &collector{doc: doc, src: src, own: own, limits: limits}
	body = start
	switch dialect, ok := dialectAt(src, head); {
	case ok:
		body = readDialect(c, dialect, head, start)
	case fenceAt(src, head, "---"):
		body = c.fenced(head, start, lint.YAML)
	case fenceAt(src, head, "+++"):
		body = c.fenced(head, start, lint.TOML)
	case doc.Format != lint.HTML && jsonAt(src, head):
		body = readJSON(c, head, start)
	case doc.Format == lint.PlainText:
		body = readHeaderLines(c, head, start, 1)
	case doc.Format == lint.Markdown:
		body = readBare(c, head, start)
	}
	fields.Assign(&doc.Meta, own)
	fields.SplitLists(&doc.Meta, src)
	return body
}

// fenced reads YAML or TOML between fences; the opening fence is at head. none is the
// offset of the body if the block is not front matter after all.
func (c *collector) fenced(head, none int, format lint.MetaFormat) (body int) {
	from := scan.NextLine(c.src, head)
	fence := string(c.src[head : head+3])
	to, body := closing(c.src, from, fence)
	closed := to >= 0
	if !closed {
		to = scan.ParagraphEnd(c.src, from)
		body = to
	}
	text := c.src[from:to]
	if !declares(text, format, closed) {
		return none
	}
	span := lint.Span{Start: head, End: scan.LineEnd(c.src, max(body-1, head))}
	if closed {
		span.End = scan.LineEnd(c.src, to)
	} else {
		c.problem(lint.Span{Start: head, End: head + 3}, fmt.Sprintf("Front matter is not closed; end it with a line “%s”", fence))
		span.End = max(to, head+3)
	}
	c.doc.Meta.Span, c.doc.Meta.Format = span, format
	if len(text) > c.limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: head + 3}, tooLong(len(text), c.limits))
		return body
	}
	if format == lint.TOML {
		readTOML(c, from, to)
	} else {
		readYAML(c, from, to)
	}
	return body
}

// fenceAt reports whether a line with only the fence begins at i.
func fenceAt(src []byte, i int, fence string) bool {
	if !bytes.HasPrefix(src[i:], []byte(fence)) {
		return false
	}
	return len(bytes.TrimRight(src[i+len(fence):scan.LineEnd(src, i)], " \t")) == 0
}

// closing finds the closing fence from offset from on. to is its offset, or -1 if there
// is none; body is the offset of the line after it.
func closing(src []byte, from int, fence string) (to, body int) {
	for i := from; i < len(src); i = scan.NextLine(src, i) {
		if fenceAt(src, i, fence) || fence == "---" && fenceAt(src, i, "...") {
			return i, scan.NextLine(src, i)
		}
	}
	return -1, from
}

// declares tells front matter from a draft that begins with a thematic break: the first
// line that is not a comment must look like metadata. An empty block counts if it is
// closed.
func declares(text []byte, format lint.MetaFormat, closed bool) bool {
	for i := 0; i < len(text); i = scan.NextLine(text, i) {
		line := bytes.TrimSpace(text[i:scan.LineEnd(text, i)])
		switch {
		case len(line) == 0, line[0] == '#':
			continue
		case format == lint.TOML:
			return line[0] == '[' || bytes.IndexByte(line, '=') > 0
		case line[0] == '{' || line[0] == '[' || line[0] == '%' || line[0] == '?' || line[0] == '&' || line[0] == '!':
			return closed
		case bytes.HasPrefix(line, []byte("- ")):
			return closed
		}
		colon := bytes.IndexByte(line, ':')
		return colon > 0 && colon < 80 && (colon+1 == len(line) || line[colon+1] == ' ' || line[colon+1] == '\t')
	}
	return closed
}

func tooLong(n int, limits quota.Limits) string {
	return fmt.Sprintf("Front matter has %s bytes; more than %s are not checked", lint.Thousands(n), lint.Thousands(limits.FrontMatter))
}
