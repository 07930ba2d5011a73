// Package notebook turns a Jupyter notebook (.ipynb, nbformat 2 to 4) into Markdown that the
// parser of Markdown reads, so that rules need to know nothing about notebooks.
//
// The text of Markdown cells is copied; code and raw cells become blocks of code, except for a raw
// cell with front matter at the beginning, as in Quarto and nbdev. Outputs are skipped. Anything
// that a cell leaves open, such as a fence, is closed at its end, because Jupyter shows each cell
// by itself. A place is named after its cell ([Codec.Place]), because the lines of the file are
// those of its JSON.
//
// The trade-off: the file cannot be written back, so fixes are only listed. Lists and references
// of one cell may continue in the next, which Jupyter would not do.
package notebook

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Limits of a notebook.
const (
	mostCells = 10_000
	mostLines = 200_000 // of all cells
)

// Decode reads a notebook. It returns its text as Markdown and the codec of the source. The error
// tells the author why the file cannot be read.
func Decode(content []byte) (markdown []byte, codec lint.Codec, err error) {
	r := &reader{}
	if err := r.read(content); err != nil {
		return nil, nil, err
	}
	w := &writer{language: r.language}
	for i := range r.cells {
		w.cell(&r.cells[i], i)
	}
	return w.out, &Codec{w.places}, nil
}

// reader reads the cells of a notebook.
type reader struct {
	cells    []cell
	language string // of the code
	lines    int
	found    bool // a list of cells
}

// cell is a cell of a notebook.
type cell struct {
	Type   string   `json:"cell_type"`
	Level  int      `json:"level"` // of a heading cell, which nbformat 4 no longer has
	Source []string `json:"-"`
}

// kernel is what the metadata says about the language of the code.
type kernel struct {
	Info struct {
		Name string `json:"name"`
	} `json:"language_info"`
	Spec struct {
		Language string `json:"language"`
	} `json:"kernelspec"`
}

var errNone = errors.New("it is not a notebook: it has no cells")

func (r *reader) read(content []byte) error {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	if err := r.object(d, r.top); err != nil {
		return broken(err)
	}
	if !r.found {
		return errNone
	}
	return nil
}

// broken says that the file is damaged, unless the error says more.
func broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not a notebook, or a damaged one: its JSON is broken at byte %d", syntax.Offset)
	case errors.Is(err, errNone), errors.Is(err, errLimit):
		return err
	}
	return fmt.Errorf("it is not a notebook, or a damaged one: %w", err)
}

var errLimit = fmt.Errorf("it has more than %d cells or %d lines", mostCells, mostLines)

// top reads the value of a key of the notebook. Notebooks before nbformat 4 have their cells in
// worksheets.
func (r *reader) top(d *json.Decoder, key string) error {
	switch key {
	case "cells":
		return r.list(d)
	case "worksheets":
		return array(d, func() error {
			return r.object(d, func(d *json.Decoder, key string) error {
				if key == "cells" {
					return r.list(d)
				}
				return skip(d)
			})
		})
	case "metadata":
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		var k kernel
		if json.Unmarshal(raw, &k) == nil { // metadata of another shape says nothing about the code
			if r.language = k.Info.Name; r.language == "" {
				r.language = k.Spec.Language
			}
		}
		return nil
	}
	return skip(d)
}

// list reads a list of cells.
func (r *reader) list(d *json.Decoder) error {
	r.found = true
	return array(d, func() error {
		if len(r.cells) >= mostCells {
			return errLimit
		}
		var c cell
		err := r.object(d, func(d *json.Decoder, key string) error {
			switch key {
			case "cell_type":
				return d.Decode(&c.Type)
			case "level":
				return d.Decode(&c.Level)
			case "source", "input":
				return r.source(d, &c)
			}
			return skip(d)
		})
		r.cells = append(r.cells, c)
		return err
	})
}

// source reads the text of a cell: a string, or a list of strings to be concatenated.
func (r *reader) source(d *json.Decoder, c *cell) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch t := token.(type) {
	case nil:
		return nil
	case string:
		c.Source = append(c.Source, t)
		return nil
	case json.Delim:
		if t != '[' {
			break
		}
		for d.More() {
			if r.lines++; r.lines > mostLines {
				return errLimit
			}
			line, err := d.Token()
			if err != nil {
				return err
			}
			text, ok := line.(string)
			if !ok {
				return errors.New("the text of a cell is not a list of lines")
			}
			c.Source = append(c.Source, text)
		}
		_, err := d.Token()
		return err
	}
	return errors.New("the text of a cell is not text")
}

// object calls value for each key of the next value, which must be an object.
func (r *reader) object(d *json.Decoder, value func(d *json.Decoder, key string) error) error {
	if err := open(d, '{'); err != nil {
		return err
	}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string) // the decoder returns nothing else there
		if err := value(d, key); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// array calls element for each element of the next value, which must be an array.
func array(d *json.Decoder, element func() error) error {
	if err := open(d, '['); err != nil {
		return err
	}
	for d.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func open(d *json.Decoder, want json.Delim) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	if token != want {
		return fmt.Errorf("a %s is missing", want)
	}
	return nil
}

// skip reads the next value without keeping it.
func skip(d *json.Decoder) error { return d.Decode(&ignored{}) }

// ignored is a value that is not kept.
type ignored struct{}

// UnmarshalJSON does nothing.
func (*ignored) UnmarshalJSON([]byte) error { return nil }

// text returns the text of a cell.
func (c *cell) text() string {
	text := strings.Join(c.Source, "")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(text)
	return strings.TrimRight(text, "\n")
}

// place is where a cell begins in the Markdown.
type place struct{ start, cell int }

// Codec belongs to the source of one notebook.
type Codec struct{ places []place }

// Name returns "ipynb".
func (*Codec) Name() string { return "ipynb" }

// Encode returns an error: a notebook holds more than its text.
func (*Codec) Encode(_, _ []byte) ([]byte, error) {
	return nil, errors.New("a notebook is not rewritten; make the change in Jupyter")
}

// Place returns the cell that an offset is in, counted from 1, including cells with code.
func (c *Codec) Place(_ []byte, offset int) string {
	i := sort.Search(len(c.places), func(i int) bool { return c.places[i].start > offset }) - 1
	if i < 0 {
		return "cell 1"
	}
	return fmt.Sprintf("cell %d", c.places[i].cell)
}
