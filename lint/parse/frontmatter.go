package parse

import (
	"bytes"
	"fmt"

	"github.com/copychief/copychief/lint"
)

// frontMatter reads the metadata block at the head of src into doc.Meta and
// returns the offset at which the body begins. A block that does not parse
// becomes a problem at its line; the body is read all the same.
func frontMatter(doc *lint.Document, src []byte, o *Options) (body int) {
	start := markLength(src)
	head := start
	for head < len(src) && (src[head] == '\n' || src[head] == '\r' || src[head] == ' ' || src[head] == '\t') {
		head++
	}
	// What stands before a fence on its line is no fence.
	if head > start && src[head-1] != '\n' && src[head-1] != '\r' {
		return start
	}
	c := &collector{doc: doc, src: src, o: o}
	body = start
	switch {
	case fenceAt(src, head, "---"):
		body = c.fenced(head, start, lint.YAML)
	case fenceAt(src, head, "+++"):
		body = c.fenced(head, start, lint.TOML)
	case doc.Format != lint.HTML && jsonAt(src, head):
		body = c.json(head, start)
	case doc.Format == lint.PlainText:
		body = c.headerLines(head, start)
	}
	assignRoles(&doc.Meta, o)
	splitLists(&doc.Meta, src)
	return body
}

// fenced reads YAML or TOML between fences, the first of which stands at head.
// none is the body's offset where it is no front matter after all.
func (c *collector) fenced(head, none int, format lint.MetaFormat) (body int) {
	from := nextLine(c.src, head)
	fence := string(c.src[head : head+3])
	to, body := closing(c.src, from, fence)
	closed := to >= 0
	if !closed {
		to = paragraphEnd(c.src, from)
		body = to
	}
	text := c.src[from:to]
	if !declares(text, format, closed) {
		return none
	}
	span := lint.Span{Start: head, End: lineEnd(c.src, max(body-1, head))}
	if closed {
		span.End = lineEnd(c.src, to)
	} else {
		c.problem(lint.Span{Start: head, End: head + 3}, fmt.Sprintf("Front matter is not closed; end it with a line “%s”", fence))
		span.End = max(to, head+3)
	}
	c.doc.Meta.Span, c.doc.Meta.Format = span, format
	if len(text) > c.o.Limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: head + 3}, tooLong(len(text), c.o))
		return body
	}
	if format == lint.TOML {
		c.toml(from, to)
	} else {
		c.yaml(from, to)
	}
	return body
}

// fenceAt reports whether a line holding just the fence begins at i.
func fenceAt(src []byte, i int, fence string) bool {
	if !bytes.HasPrefix(src[i:], []byte(fence)) {
		return false
	}
	return len(bytes.TrimRight(src[i+len(fence):lineEnd(src, i)], " \t")) == 0
}

// closing finds the closing fence from offset from on; to is its offset and body
// that of the line after it. to is -1 where there is none.
func closing(src []byte, from int, fence string) (to, body int) {
	for i := from; i < len(src); i = nextLine(src, i) {
		if fenceAt(src, i, fence) || fence == "---" && fenceAt(src, i, "...") {
			return i, nextLine(src, i)
		}
	}
	return -1, from
}

// declares tells front matter from a draft that begins with a thematic break:
// the first line that is no comment must look like metadata. An empty block
// counts where it is closed.
func declares(text []byte, format lint.MetaFormat, closed bool) bool {
	for i := 0; i < len(text); i = nextLine(text, i) {
		line := bytes.TrimSpace(text[i:lineEnd(text, i)])
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

// lineEnd returns the offset of the line break of the line that holds i, or the
// length of src.
func lineEnd(src []byte, i int) int {
	k := bytes.IndexByte(src[i:], '\n')
	if k < 0 {
		return len(src)
	}
	if k += i; k > i && src[k-1] == '\r' {
		k--
	}
	return k
}

// nextLine returns the offset behind the line break of the line that holds i.
func nextLine(src []byte, i int) int {
	if k := bytes.IndexByte(src[i:], '\n'); k >= 0 {
		return i + k + 1
	}
	return len(src)
}

// paragraphEnd returns the offset of the first blank line from i on.
func paragraphEnd(src []byte, i int) int {
	for i < len(src) && len(bytes.TrimSpace(src[i:lineEnd(src, i)])) > 0 {
		i = nextLine(src, i)
	}
	return i
}

func tooLong(n int, o *Options) string {
	return fmt.Sprintf("Front matter has %s bytes; more than %s are not checked", thousands(n), thousands(o.Limits.FrontMatter))
}
