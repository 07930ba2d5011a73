package frontmatter

import (
	"bytes"
	"errors"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/pelletier/go-toml/v2/unstable"
)

// tomlReader turns the expressions of a TOML block into fields. Only the library's
// unstable parser reports byte ranges. No other file uses it, since its interface may
// change.
type tomlReader struct {
	*collector
	parser  unstable.Parser
	from    int
	members map[string][]member // keys of each table by its name
	list    int                 // index of the first field of the current list of tables, or lint.None
}

// readTOML parses src[from:to] as TOML.
func readTOML(c *collector, from, to int) {
	t := &tomlReader{collector: c, from: from, list: lint.None, members: map[string][]member{}}
	data := c.src[from:to]
	t.parser.Reset(data)
	table := ""
	for !c.full && t.parser.NextExpression() {
		e := t.parser.Expression()
		if e.Kind == unstable.KeyValue {
			t.pair(e, table, 1)
			continue
		}
		name, at := t.name(e.Key())
		table, t.list = name, lint.None
		if e.Kind == unstable.ArrayTable {
			t.list = 0
			delete(t.members, table)
		}
		// A table counts as a key of its own; it can be defined in several parts.
		if _, ok := c.key(nil, name, at); !ok {
			return
		}
	}
	if err := t.parser.Error(); err != nil && !c.full {
		if at := t.lineOf(err, data); isProgram(data, at-from) {
			readProgram(c, from, to)
		} else {
			t.problem(lint.Span{Start: at, End: scan.LineEnd(t.src, at)}, "Front matter does not parse: "+quota.OneLine(strings.TrimPrefix(err.Error(), "toml: ")))
		}
	}
}

// name joins the parts of a dotted key.
func (t *tomlReader) name(parts unstable.Iterator) (name string, at lint.Span) {
	for first := true; parts.Next(); first = false {
		n := parts.Node()
		if name = join(name, string(n.Data)); first {
			at = t.span(n)
		}
		at = at.Join(t.span(n))
	}
	return name, at
}

func (t *tomlReader) span(n *unstable.Node) lint.Span {
	start := t.from + int(n.Raw.Offset)
	return lint.Span{Start: start, End: start + int(n.Raw.Length)}
}

// pair adds the field or fields of one key.
func (t *tomlReader) pair(n *unstable.Node, prefix string, level int) {
	key, at := t.name(n.Key())
	var ok bool
	if t.members[prefix], ok = t.key(t.members[prefix], key, at); !ok || t.deep(level, at) {
		return
	}
	name := join(prefix, key)
	switch v := n.Value(); v.Kind {
	case unstable.InlineTable:
		t.inline(v, name, level)
	case unstable.Array:
		values, whole := t.array(v, name, at, level)
		if len(values) > 0 || v.Child() == nil {
			t.add(t.list, name, at, values, whole)
		}
	default:
		t.add(t.list, name, at, fields.Values(t.scalar(v)), at.Join(t.span(v)))
	}
}

func (t *tomlReader) inline(v *unstable.Node, name string, level int) {
	delete(t.members, name)
	for items := v.Children(); items.Next(); {
		if items.Node().Kind == unstable.KeyValue {
			t.pair(items.Node(), name, level+1)
		}
	}
}

// array returns the scalars of an array, including those of nested arrays.
func (t *tomlReader) array(v *unstable.Node, name string, key lint.Span, level int) (values []lint.Text, whole lint.Span) {
	whole = key
	if t.deep(level+1, key) {
		return nil, whole
	}
	for items := v.Children(); items.Next(); {
		switch item := items.Node(); item.Kind {
		case unstable.InlineTable:
			outer := t.list
			t.list = 0
			t.inline(item, name, level+1)
			t.list = outer
		case unstable.Array:
			inner, span := t.array(item, name, key, level+1)
			values, whole = append(values, inner...), whole.Join(span)
		case unstable.Comment:
		default:
			values, whole = append(values, fields.Values(t.scalar(item))...), whole.Join(t.span(item))
		}
	}
	return values, whole
}

// scalar returns the text of a scalar without quotation marks.
func (t *tomlReader) scalar(n *unstable.Node) lint.Text {
	span, value := t.span(n), string(n.Data)
	raw := t.src[span.Start:span.End]
	if n.Kind != unstable.String {
		return lint.Verbatim(string(raw), span.Start)
	}
	if value == "" {
		return lint.Text{}
	}
	for _, mark := range [...]string{`"""`, `'''`, `"`, `'`} {
		if !strings.HasPrefix(string(raw), mark) || len(raw) < 2*len(mark) {
			continue
		}
		inner := raw[len(mark) : len(raw)-len(mark)]
		if len(mark) == 3 {
			inner = bytes.TrimPrefix(bytes.TrimPrefix(inner, []byte("\r")), []byte("\n"))
		}
		if string(inner) == value {
			return lint.Verbatim(value, span.End-len(mark)-len(inner))
		}
		break
	}
	if s := (&scalarReader{src: t.src, i: span.Start, to: span.End}); raw[0] == '"' {
		if s.quoted('"'); string(s.buf) == value {
			return lint.NewText(value, s.runs)
		}
	}
	return lint.NewText(value, []lint.Run{{Source: span, Whole: true}})
}

// lineOf returns the offset of the line at which the library could not read on.
func (t *tomlReader) lineOf(err error, data []byte) int {
	at := t.from
	if p := (*unstable.ParserError)(nil); errors.As(err, &p) {
		if offset := cap(data) - cap(p.Highlight); offset > 0 && offset <= len(data) {
			at += offset
		}
	}
	for at > t.from && t.src[at-1] != '\n' {
		at--
	}
	return at
}
