package frontmatter

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
	"go.yaml.in/yaml/v4"
)

// yamlReader turns YAML nodes into fields. It uses the library only to decode to nodes
// (decoding to a map is quadratic), and converts the library's lines and columns, which
// count code points, to byte spans.
type yamlReader struct {
	*collector
	from, to int
	lines    []int // offsets of lines in src, with line breaks as YAML defines them
}

// readYAML parses src[from:to] as YAML, with the library only if necessary.
func readYAML(c *collector, from, to int) {
	if !readSimpleYAML(c, from, to) {
		readAnyYAML(c, from, to)
	}
}

// readAnyYAML parses src[from:to] with the library.
func readAnyYAML(c *collector, from, to int) {
	y := &yamlReader{collector: c, from: from, to: to}
	var root yaml.Node
	if err := yaml.Unmarshal(c.src[from:to], &root); err != nil {
		y.broken(err)
		return
	}
	if len(root.Content) == 0 || root.Content[0].Tag == "!!null" {
		return
	}
	if top := root.Content[0]; top.Kind != yaml.MappingNode {
		at := y.offset(top)
		c.problem(lint.Span{Start: at, End: scan.LineEnd(c.src, at)}, "Front matter is not a list of keys and values; write “key: value” lines")
		return
	}
	y.mapping(root.Content[0], "", 1, lint.None)
}

// mapping reads the pairs of a map. In a list of maps, list is the index of the
// first field of that list; otherwise it is lint.None.
func (y *yamlReader) mapping(n *yaml.Node, prefix string, level, list int) {
	var members []member
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			continue
		}
		_, at := y.scalar(k)
		var ok bool
		if members, ok = y.key(members, k.Value, at); !ok || y.deep(level, at) {
			return
		}
		y.value(v, join(prefix, k.Value), at, level, list)
	}
}

// value adds the field or fields of one pair.
func (y *yamlReader) value(v *yaml.Node, name string, key lint.Span, level, list int) {
	add := func(values []lint.Text, whole lint.Span) { y.add(list, name, key, values, whole) }
	switch v.Kind {
	case yaml.MappingNode:
		if len(v.Content) == 0 {
			add(nil, key)
			return
		}
		if at := y.offset(v); bytes.HasPrefix(y.src[at:], []byte("{{")) { // a template tag, which is a map of maps in YAML
			end := scan.TrimEnd(y.src, at, min(scan.LineEnd(y.src, at), y.to))
			add([]lint.Text{lint.Verbatim(string(y.src[at:end]), at)}, key.Join(lint.Span{Start: at, End: end}))
			return
		}
		y.mapping(v, name, level+1, list)
	case yaml.SequenceNode:
		y.sequence(v, name, key, level, list, add)
	case yaml.AliasNode:
		text, whole := y.alias(v)
		add(fields.Values(text), whole)
	default:
		text, whole := y.scalar(v)
		if whole.Empty() { // a null that is not written out has no position
			whole = key
		}
		add(fields.Values(text), whole)
	}
}

// sequence adds one field for the scalars of a list, and one for each key of the
// maps in it.
func (y *yamlReader) sequence(v *yaml.Node, name string, key lint.Span, level, list int, add func([]lint.Text, lint.Span)) {
	var values []lint.Text
	whole, maps := key, false
	if list == lint.None {
		list = len(y.doc.Meta.Fields)
	}
	for _, item := range v.Content {
		switch item.Kind {
		case yaml.MappingNode:
			maps = true
			y.mapping(item, name, level+1, list)
		case yaml.SequenceNode:
			if !y.deep(level+1, key) {
				y.sequence(item, name, key, level+1, list, func(inner []lint.Text, span lint.Span) {
					values, whole = append(values, inner...), whole.Join(span)
				})
			}
		case yaml.AliasNode:
			text, span := y.alias(item)
			values, whole = append(values, fields.Values(text)...), whole.Join(span)
		default:
			text, span := y.scalar(item)
			if span.Empty() {
				continue
			}
			values, whole = append(values, fields.Values(text)...), whole.Join(span)
		}
	}
	if !maps || len(values) > 0 {
		add(values, whole)
	}
}

// alias returns the text of the scalar that an alias refers to, placed at the alias.
// Aliases of maps and lists are ignored: expanding them can turn a small file into a
// huge document.
func (y *yamlReader) alias(n *yaml.Node) (lint.Text, lint.Span) {
	start := y.offset(n)
	end := start
	for end < y.to && !strings.ContainsRune(" \t\r\n,]}", rune(y.src[end])) {
		end++
	}
	span := lint.Span{Start: start, End: end}
	if n.Alias == nil || n.Alias.Kind != yaml.ScalarNode || n.Alias.Value == "" {
		return lint.Text{}, span
	}
	return lint.NewText(n.Alias.Value, []lint.Run{{Source: span, Whole: true}}), span
}

// offset returns the offset at which a node begins.
func (y *yamlReader) offset(n *yaml.Node) int {
	i := y.line(n.Line)
	for column := n.Column; column > 1 && i < y.to; column-- {
		_, size := utf8.DecodeRune(y.src[i:y.to])
		i += size
	}
	return i
}

// line returns the offset of a line; lines count from 1. In YAML, NEL and the Unicode
// separators end lines as well.
func (y *yamlReader) line(number int) int {
	if y.lines == nil {
		y.lines = append(y.lines, y.from)
		for i := y.from; i < y.to; {
			r, size := utf8.DecodeRune(y.src[i:y.to])
			if i += size; r == '\n' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
				y.lines = append(y.lines, i)
			}
		}
	}
	return y.lines[min(max(number, 1), len(y.lines))-1]
}

// broken reports a parse error of the library at its line, in plain words.
func (y *yamlReader) broken(err error) {
	message, line := err.Error(), 1
	var load *yaml.LoadError
	if errors.As(err, &load) {
		message, line = load.Message, load.Mark.Line
		if strings.Contains(load.ContextMsg, "quoted scalar") {
			message, line = "a quotation mark is not closed", load.ContextMark.Line
		}
	}
	at := y.line(line)
	if at >= y.to && at > y.from {
		at = y.line(line - 1)
	}
	y.problem(lint.Span{Start: at, End: scan.LineEnd(y.src, at)}, "Front matter does not parse: "+plainWords(message))
}

// plainWords translates a message of the library for writers.
func plainWords(message string) string {
	for _, m := range [...]struct{ theirs, ours string }{
		{"mapping values are not allowed", "a value contains a colon and a space; put it in quotation marks"},
		{"cannot start any token", "a value begins with a sign that needs quotation marks, or with a tab"},
		{"did not find expected key", "a key was expected here; check indentation and quotation marks"},
		{"could not find expected ':'", "a key without a colon; write “key: value”"},
		{"block sequence entries are not allowed", "a list item is where none is allowed"},
		{"did not find expected '-' indicator", "a list item was expected here; check the indentation"},
		{"did not find expected ',' or", "a bracket is not closed"},
		{"did not find expected node content", "a value was expected here"},
		{"unknown anchor", "an alias names an anchor that is not there"},
		{"found a tab character", "a tab where YAML needs spaces"},
		{"unknown escape character", "an unknown escape with a backslash; double the backslash"},
	} {
		if strings.Contains(message, m.theirs) {
			return m.ours
		}
	}
	return quota.OneLine(strings.TrimPrefix(message, "yaml: "))
}
