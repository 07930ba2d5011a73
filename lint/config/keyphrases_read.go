package config

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// mapReader reads a map of keyphrases and records every mistake with its position.
type mapReader struct {
	decoder
	out *keyphraseMap
}

// keyphraseEntry is an article in the YAML form.
type keyphraseEntry struct {
	Primary   text   `yaml:"primary"`
	Secondary []text `yaml:"secondary"`
}

// yaml reads a mapping from paths or slugs to a keyphrase, or to primary and
// secondary ones.
func (r *mapReader) yaml(content []byte) {
	n := r.Document(content)
	if n == nil {
		return
	}
	r.Pairs(n, "the map of keyphrases", func(key, value *yaml.Node) {
		var e keyphraseEntry
		if value.Kind == yaml.ScalarNode {
			r.Into(value, reflect.ValueOf(&e.Primary).Elem(), strict.Quoted(key.Value))
		} else {
			before := len(r.Problems)
			r.Structure(value, reflect.ValueOf(&e).Elem(), strict.Quoted(key.Value))
			if e.Primary.Node == nil && len(r.Problems) == before {
				r.Fail(key, "%s has no primary keyphrase", strict.Quoted(key.Value))
			}
		}
		if e.Primary.Node == nil {
			return
		}
		k := parse.Keyphrases{Primary: r.phrase(e.Primary)}
		for _, s := range e.Secondary {
			if p := r.phrase(s); p != "" {
				k.Secondary = append(k.Secondary, p)
			}
		}
		r.add(text{Value: key.Value, Node: key}, k)
	})
}

// The columns of the CSV form. An article has a path or a slug; secondary may be
// repeated.
var mapColumns = []string{"path", "slug", "primary", "secondary"}

// csv reads a table with a header. Several secondary keyphrases may be in one cell,
// separated by semicolons.
func (r *mapReader) csv(content []byte) {
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord, in.ReuseRecord = -1, true
	lines := bytes.Split(content, []byte("\n"))
	row := func() []text {
		record, err := in.Read()
		if err != nil {
			r.broken(err, lines)
			return nil
		}
		cells := make([]text, len(record))
		for i := range record {
			line, column := in.FieldPos(i)
			cells[i] = text{Value: strings.TrimSpace(record[i]), Node: &yaml.Node{Line: line, Column: codePoints(lines, line, column)}}
		}
		return cells
	}
	header := row()
	if header == nil || !r.header(header) {
		return
	}
	for cells := row(); cells != nil; cells = row() {
		r.row(header, cells)
		if len(r.out.of) >= mapRows {
			r.Fail(cells[0].Node, "a map of keyphrases can have at most %d rows", mapRows)
			return
		}
	}
}

// broken reports an error of the CSV reader, except for the end of the file.
func (r *mapReader) broken(err error, lines [][]byte) {
	var e *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
	case errors.As(err, &e):
		at := &yaml.Node{Line: e.Line, Column: codePoints(lines, e.Line, e.Column)}
		r.Fail(at, "not valid CSV: %s", strict.Printable(e.Err.Error()))
	default:
		r.Fail(&yaml.Node{}, "not valid CSV: %s", strict.Printable(err.Error()))
	}
}

// codePoints converts a column in bytes to one in code points. Both start at 1.
func codePoints(lines [][]byte, line, column int) int {
	if line < 1 || line > len(lines) {
		return column
	}
	s := lines[line-1]
	return utf8.RuneCount(s[:min(max(column-1, 0), len(s))]) + 1
}

// header checks the column names and reports whether rows can be read.
func (r *mapReader) header(header []text) bool {
	before := len(r.Problems)
	if len(header) == 1 && strings.ContainsAny(header[0].Value, ";\t") {
		r.Fail(header[0].Node, "columns must be separated by commas")
		return false
	}
	seen := map[string]bool{}
	for i := range header {
		h := &header[i]
		h.Value = strings.ToLower(h.Value)
		switch {
		case !slices.Contains(mapColumns, h.Value):
			r.Fail(h.Node, "%s", Unknown("column", h.Value, mapColumns))
		case seen[h.Value] && h.Value != "secondary":
			r.Fail(h.Node, "column %s is repeated", strict.Quoted(h.Value))
		}
		seen[h.Value] = true
	}
	if len(r.Problems) == before && (!seen["primary"] || !seen["path"] && !seen["slug"]) {
		r.Fail(header[0].Node, "the first line names the columns: path or slug, primary, and secondary where there are any")
	}
	return len(r.Problems) == before
}

// row reads one article. Columns at the end may be missing.
func (r *mapReader) row(header, cells []text) {
	if len(cells) > len(header) {
		r.Fail(cells[len(header)].Node, "this row has %d columns, the header %d; put text with commas between quotation marks", len(cells), len(header))
		return
	}
	var keys []text
	primary := text{Node: cells[0].Node}
	var k parse.Keyphrases
	for i, c := range cells {
		switch name := header[i].Value; {
		case c.Value == "":
		case name == "primary":
			primary = c
		case name == "secondary":
			for s := range strings.SplitSeq(c.Value, ";") {
				if p := r.phrase(text{Value: strings.TrimSpace(s), Node: c.Node}); p != "" {
					k.Secondary = append(k.Secondary, p)
				}
			}
		default:
			keys = append(keys, c)
		}
	}
	if len(keys) == 0 {
		r.Fail(cells[0].Node, "this row names no article, neither by path nor by slug")
		return
	}
	if primary.Value == "" {
		r.Fail(keys[0].Node, "%s has no primary keyphrase", strict.Quoted(keys[0].Value))
		return
	}
	k.Primary = r.phrase(primary)
	for _, key := range keys {
		r.add(key, k)
	}
}

// phrase checks a keyphrase and returns it on one line.
func (r *mapReader) phrase(t text) string {
	s := strings.Join(strings.Fields(t.Value), " ")
	switch {
	case len(s) > mapPhrase:
		r.Fail(t.Node, "%s is too long for a keyphrase; use at most %d bytes", strict.Quoted(s), mapPhrase)
		return ""
	case strict.Printable(s) != s:
		r.Fail(t.Node, "%s contains characters that cannot be printed", strict.Quoted(s))
		return ""
	}
	return s
}

// add adds an article. A duplicate is a problem.
func (r *mapReader) add(key text, k parse.Keyphrases) {
	name := mapKeyOf(key.Value)
	switch {
	case name == "" || len(name) > mapKey:
		r.Fail(key.Node, "%s is neither a path nor a slug", strict.Quoted(key.Value))
	case r.out.at[name] > 0:
		r.Fail(key.Node, "%s is already on line %d", strict.Quoted(key.Value), r.out.at[name])
	default:
		r.out.at[name] = key.Node.Line
		if k.Primary != "" {
			r.out.of[name] = k
		}
	}
}
