package frontmatter

import (
	"bytes"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// dialectAt returns the word after a fence that names the language of the front matter,
// as in gray-matter: "---json", "---js", "---toml". ok is false for any other word, and
// for none.
func dialectAt(src []byte, head int) (dialect string, ok bool) {
	if !bytes.HasPrefix(src[head:], []byte("---")) {
		return "", false
	}
	word := strings.ToLower(strings.TrimSpace(string(src[head+3 : min(scan.LineEnd(src, head), head+3+16)])))
	switch word {
	case "json", "json5", "js", "javascript", "toml", "yaml", "yml":
		return word, true
	}
	return "", false
}

// readDialect reads front matter whose fence names its language.
func readDialect(c *collector, dialect string, head, none int) (body int) {
	switch dialect {
	case "toml":
		return c.fenced(head, none, lint.TOML)
	case "yaml", "yml":
		return c.fenced(head, none, lint.YAML)
	}
	from := scan.NextLine(c.src, head)
	to, body := closing(c.src, from, "---")
	if to < 0 {
		c.problem(lint.Span{Start: head, End: scan.LineEnd(c.src, head)}, "Front matter is not closed; end it with a line “---”")
		to = scan.ParagraphEnd(c.src, from)
		body = to
	}
	c.doc.Meta.Span = lint.Span{Start: head, End: max(scan.LineEnd(c.src, min(to, len(c.src))), from)}
	c.doc.Meta.Format = lint.JSON
	if to-from > c.limits.FrontMatter {
		c.stop(lint.Span{Start: head, End: scan.LineEnd(c.src, head)}, tooLong(to-from, c.limits))
		return body
	}
	j := &scriptReader{collector: c, i: from, to: to}
	if j.next() == '{' {
		j.object("", 1, lint.None)
	} else {
		j.declarations()
	}
	if dialect == "json" && j.lost {
		c.problem(lint.Span{Start: from, End: scan.LineEnd(c.src, from)}, "Front matter does not parse as JSON")
	}
	return body
}

// readBare reads Markdown metadata without fences: header lines, the lines of Nikola and of
// Franklin, the map of NimblePublisher, and the object that an MDX page exports.
func readBare(c *collector, head, none int) (body int) {
	if body = readDotLines(c, head, none); body != none {
		return body
	}
	if body = readDefinitions(c, head, none); body != none {
		return body
	}
	if body = readElixirMap(c, head, none); body != none {
		return body
	}
	if strings.EqualFold(path.Ext(c.doc.Source.Path), ".mdx") {
		readExported(c, head)
		return none // the statement is masked along with the other exports
	}
	if body = readUnopened(c, head, none); body != none {
		return body
	}
	if body = readPercentLines(c, head, none); body != none {
		return body
	}
	return readHeaderLines(c, head, none, 2)
}

// mostSearched is the number of bytes of an MDX page that are searched for exported
// metadata.
const mostSearched = 1 << 14

// exportNames are the names under which pages export their metadata.
var exportNames = [...]string{"metadata", "frontmatter", "frontMatter", "meta"}

// readExported reads “export const metadata = {…}”. An object of another name is metadata if
// it has a title and another field that plays a role.
func readExported(c *collector, head int) {
	other, at := -1, 0
	for i := head; i < min(len(c.src), head+mostSearched); i = scan.NextLine(c.src, i) {
		line := c.src[i:scan.LineEnd(c.src, i)]
		rest, ok := bytes.CutPrefix(line, []byte("export const "))
		if !ok {
			continue
		}
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			continue
		}
		value := i + len(line) - len(rest) + equals + 1
		for _, name := range exportNames {
			if after, ok := bytes.CutPrefix(rest, []byte(name)); ok && !scan.IsAlphanumeric(after[0]) {
				readExportedAt(c, i, value)
				return
			}
		}
		if other < 0 && isMetadata(c, value) {
			other, at = i, value
		}
	}
	if other >= 0 {
		readExportedAt(c, other, at)
	}
}

// readExportedAt reads the object at offset value of a statement that begins at start.
func readExportedAt(c *collector, start, value int) {
	j := &scriptReader{collector: c, i: value, to: min(len(c.src), value+c.limits.FrontMatter)}
	if j.next() != '{' {
		return
	}
	j.object("", 1, lint.None)
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: start, End: j.i}, lint.JSON
}

// isMetadata reads the object at an offset without keeping its fields.
func isMetadata(c *collector, value int) bool {
	j := &scriptReader{collector: &collector{doc: &lint.Document{}, src: c.src, own: c.own, limits: c.limits}, i: value, to: min(len(c.src), value+c.limits.FrontMatter)}
	if j.next() != '{' || !j.object("", 1, lint.None) {
		return false
	}
	title, known := false, 0
	for i := range j.doc.Meta.Fields {
		name := fields.Fold(j.doc.Meta.Fields[i].Name)
		title = title || name == "title"
		if fields.Knows(name, c.own) {
			known++
		}
	}
	return title && known > 1
}

// readDotLines reads the metadata lines of Nikola, “.. title: Frost”, at the beginning of a
// draft or in the comment that it begins with.
func readDotLines(c *collector, head, none int) (body int) {
	from, comment := head, bytes.HasPrefix(c.src[head:], []byte("<!--"))
	to := scan.ParagraphEnd(c.src, head)
	if comment {
		end := bytes.Index(c.src[head:], []byte("-->"))
		if end < 0 {
			return none
		}
		to = head + end
		for from += len("<!--"); from < to && scan.IsSpace(c.src[from]); from++ {
		}
	}
	if !bytes.HasPrefix(c.src[from:to], []byte(".. ")) || dotName(c.src[from:scan.LineEnd(c.src, from)]) == 0 {
		return none
	}
	c.doc.Meta.Format = lint.HeaderLines
	var members []member
	for i := from; i < to; i = scan.NextLine(c.src, i) {
		line := c.src[i:min(scan.LineEnd(c.src, i), to)]
		n := dotName(line)
		if n == 0 {
			continue
		}
		key := lint.Span{Start: i + len(".. "), End: i + n}
		var ok bool
		if members, ok = c.key(members, fields.Fold(string(c.src[key.Start:key.End])), key); !ok {
			break
		}
		whole := lint.Span{Start: i, End: scan.TrimEnd(c.src, key.End+1, i+len(line))}
		c.field(string(c.src[key.Start:key.End]), key, fields.Values(foldedLines(c.src, key.End+1, whole.End)), whole)
	}
	end := scan.TrimEnd(c.src, head, to)
	if comment {
		end = to + len("-->")
	}
	c.doc.Meta.Span = lint.Span{Start: head, End: end}
	return scan.NextLine(c.src, end)
}

// dotName returns the end of the name in a metadata line of Nikola, or 0 for any other
// line.
func dotName(line []byte) int {
	rest, ok := bytes.CutPrefix(line, []byte(".. "))
	if !ok {
		return 0
	}
	if n := headerName(rest); n > 0 {
		return len(".. ") + n
	}
	return 0
}
