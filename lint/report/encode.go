package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// Version is the version of the JSON format. Members may be added in version 1, but not
// renamed, removed or given another meaning.
const Version = 1

// SpanJSON is a span with its lines and columns.
type SpanJSON struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`

	place string // a readable place in formats without lines; findings have it beside the span
}

// At returns the place as reports for people show it: line and column, or the readable place.
func (s *SpanJSON) At() string {
	if s.place != "" {
		return s.place
	}
	return fmt.Sprintf("%d:%d", s.Line, s.Column)
}

// InWords returns the place as part of a sentence.
func (s *SpanJSON) InWords() string {
	if s.place != "" {
		return s.place
	}
	return fmt.Sprintf("line %d", s.Line)
}

// BasisJSON is the basis of a rule.
type BasisJSON struct {
	Kind   string `json:"kind"`
	Source string `json:"source"`
	URL    string `json:"url"`
}

// BasisOf returns a basis as JSON.
func BasisOf(b lint.Basis) BasisJSON { return BasisJSON{string(b.Kind), b.Source, b.URL} }

// SpanOf returns a span between two positions.
func SpanOf(s lint.Span, from, to lint.Position) SpanJSON {
	return SpanJSON{Start: s.Start, End: s.End, Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column}
}

// List returns a slice that is not nil, so that it is encoded as [].
func List[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// Encode writes a value as indented JSON. Control characters are written as JSON escapes, so
// that it is safe to show a report in a terminal. The error is from w.
func Encode(w io.Writer, value interface{}) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(Visible(b.Bytes()))
	return err
}

// EncodeList writes a value, whose last member must be an empty list, as [Encode] does, with the
// items in that list. They are written one by one, so that a report with a hundred thousand of them
// takes no more memory than one.
func EncodeList[T any](w io.Writer, value interface{}, items iter.Seq[T]) error {
	var frame bytes.Buffer
	if err := Encode(&frame, value); err != nil {
		return err
	}
	list := bytes.LastIndex(frame.Bytes(), []byte("[]"))
	before, after := frame.Bytes()[:list+1], frame.Bytes()[list+1:]
	indent := strings.Repeat("  ", bytes.Count(after, []byte("\n"))) // one line for each thing that ends
	if _, err := w.Write(before); err != nil {
		return err
	}
	var item bytes.Buffer
	e := json.NewEncoder(&item)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	some := false
	for value := range items {
		if some {
			item.WriteByte(',')
		}
		some = true
		item.WriteString("\n" + indent)
		if err := e.Encode(value); err != nil {
			return err
		}
		if _, err := w.Write(Visible(bytes.TrimSuffix(item.Bytes(), []byte("\n")))); err != nil {
			return err
		}
		item.Reset()
	}
	if some {
		after = append([]byte("\n"+indent[2:]), after...)
	}
	_, err := w.Write(after)
	return err
}

// Visible escapes control characters that encoding/json does not escape. They only occur in
// strings.
func Visible(raw []byte) []byte {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if Acts(r) && r != '\n' {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, raw[i:i+size]...)
		}
		i += size
	}
	return out
}

// Place returns a span with its place in a document.
func Place(d *lint.Document, s lint.Span) SpanJSON {
	out := SpanOf(s, d.Source.Position(s.Start), d.Source.Position(s.End))
	out.place = d.Source.Place(s.Start)
	return out
}
