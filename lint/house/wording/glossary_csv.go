package wording

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
)

// columns are those of a glossary in CSV.
func columns() []string { return []string{"right", "wrong", "note", "severity", "section"} }

// csv reads a table with a header. Cells are separated by commas, or by semicolons or tabs
// if the header is: programs that edit tables write what is usual in the country. Several
// wrong forms in a cell are separated by semicolons or bars.
func (g *glossary) csv(content []byte) {
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord, in.ReuseRecord = -1, true
	head, _, _ := bytes.Cut(content, []byte("\n"))
	for _, comma := range ";\t" {
		if !bytes.ContainsRune(head, ',') && bytes.ContainsRune(head, comma) {
			in.Comma = comma
		}
	}
	t := &table{glossary: g, in: in, lines: bytes.Split(content, []byte("\n"))}
	const forms = 3 // of a term, about
	g.words.Reserve(forms * len(t.lines))
	declaration.ReserveSayings(g.Compiler, forms*len(t.lines))
	g.right = make(map[string]int, len(t.lines))
	header := t.read()
	if header == nil || !t.header(header) {
		return
	}
	for cells := t.read(); cells != nil; cells = t.read() {
		t.row(cells)
	}
}

// table is a glossary in CSV.
type table struct {
	*glossary
	in      *csv.Reader
	lines   [][]byte
	columns []string
	cells   []strict.Text // of the row that was read last
	places  []yaml.Node   // of these cells
}

// read returns the cells of the next row, or nil at the end. They are valid until the next call.
func (t *table) read() []strict.Text {
	record, err := t.in.Read()
	if err != nil {
		t.broken(err)
		return nil
	}
	t.cells, t.places = slices.Grow(t.cells[:0], len(record)), slices.Grow(t.places[:0], len(record))
	for i, cell := range record {
		line, column := t.in.FieldPos(i)
		t.places = append(t.places, yaml.Node{Line: line, Column: t.codePoints(line, column)})
		t.cells = append(t.cells, strict.Text{Value: strings.TrimSpace(cell), Node: &t.places[i]})
	}
	return t.cells
}

// broken reports an error of the reader, except for the end of the file.
func (t *table) broken(err error) {
	var e *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
	case errors.As(err, &e):
		at := &yaml.Node{Line: e.Line, Column: t.codePoints(e.Line, e.Column)}
		if e.StartLine != e.Line { // not closed: the reader stops at the end of the file
			at.Line = e.StartLine
			at.Column = t.codePoints(e.StartLine, bytes.IndexByte(t.lines[e.StartLine-1], '"')+1)
		}
		t.Fail(at, "the quotation marks of this cell do not match; write \"\" for one inside a cell")
	default:
		t.Fail(&yaml.Node{}, "not valid CSV: %s", strict.Printable(err.Error()))
	}
}

// codePoints converts a column in bytes to one in code points. Both start at 1.
func (t *table) codePoints(line, column int) int {
	if line < 1 || line > len(t.lines) {
		return column
	}
	s := t.lines[line-1]
	return utf8.RuneCount(s[:min(max(column-1, 0), len(s))]) + 1
}

// header checks the names of the columns and reports whether rows can be read.
func (t *table) header(cells []strict.Text) bool {
	before := len(t.Problems)
	for _, cell := range cells {
		name := strings.ToLower(cell.Value)
		switch {
		case !slices.Contains(columns(), name):
			t.Fail(cell.Node, "%s", strict.Unknown("column", cell.Value, columns()))
		case slices.Contains(t.columns, name):
			t.Fail(cell.Node, "column %s is repeated", strict.Quoted(name))
		}
		t.columns = append(t.columns, name)
	}
	if len(t.Problems) == before && !slices.Contains(t.columns, "right") {
		t.Fail(cells[0].Node, "the first line names the columns, and “right” is missing. Allowed: %s", strings.Join(columns(), ", "))
	}
	return len(t.Problems) == before
}

// row reads one term. Columns at the end may be missing.
func (t *table) row(cells []strict.Text) {
	if len(cells) > len(t.columns) {
		t.Fail(cells[len(t.columns)].Node, "this row has %d cells, the first line %d; put text with commas between quotation marks", len(cells), len(t.columns))
		return
	}
	var r row
	for i, cell := range cells {
		switch t.columns[i] {
		case "right":
			if r.Right = cell; strings.ContainsAny(cell.Value, ";\t|") {
				t.Fail(cell.Node, "%s has a sign that separates cells or forms; separate the cells as in the first line", strict.Quoted(cell.Value))
			}
		case "note":
			r.Note = optional(cell)
		case "severity":
			r.Severity = cell
		case "section":
			r.Section = cell
		case "wrong":
			if strings.Contains(cell.Value, ",") && !strings.ContainsAny(cell.Value, ";|") {
				t.Fail(cell.Node, "several wrong forms are separated by semicolons or bars, not by commas, as in web site;web-site")
			}
			for _, wrong := range strings.FieldsFunc(cell.Value, func(r rune) bool { return r == ';' || r == '|' }) {
				if wrong = strings.TrimSpace(wrong); wrong != "" {
					r.Wrong = append(r.Wrong, strict.Text{Value: wrong, Node: cell.Node})
				}
			}
		}
	}
	if r.Right.Value == "" {
		t.Fail(cells[0].Node, "this row has no right form; fill it in, or delete the row")
		return
	}
	t.add(&r)
}

// optional returns a cell that counts as missing if it is empty.
func optional(cell strict.Text) strict.Text {
	if cell.Value == "" {
		return strict.Text{}
	}
	return cell
}
