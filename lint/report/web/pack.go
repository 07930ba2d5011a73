package web

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"html/template"
	"sync"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// Packer makes sheets small enough for a page on many drafts: it draws them as the page would, and
// compresses that. Packers may be used by several goroutines at once.
type Packer struct {
	page    *template.Template
	writers sync.Pool // of *flate.Writer, each of which takes more memory than most drafts
}

// NewPacker returns a packer. The error is for a template of the page that is not valid.
func NewPacker() (*Packer, error) {
	t, err := templates()
	return &Packer{page: t}, err
}

// Pack returns a sheet that has only what the page needs beside Packed. shown are the active findings
// of the draft, in order, and number is its place among the drafts that have some, from 1, as on
// the page, so that the marks in the text lead to them; drafts without findings have no marks. The
// error is for a template that cannot draw the sheet.
func (p *Packer) Pack(s *report.Sheet, number int, shown []*engine.Finding) (report.Sheet, error) {
	ids := make(map[*engine.Finding]string, len(shown))
	for i, f := range shown {
		ids[f] = findingID(idOf(number), i)
	}
	var drawn bytes.Buffer
	if err := p.page.ExecuteTemplate(&drawn, "looks", lookOf(s, shown, ids)); err != nil {
		return report.Sheet{}, err
	}
	packed, err := p.compress(drawn.Bytes())
	return report.Sheet{Path: s.Path, Words: s.Words, Unit: s.Unit, Minutes: s.Minutes, Packed: packed}, err
}

// compress returns a text as a raw deflate stream.
func (p *Packer) compress(text []byte) ([]byte, error) {
	var out bytes.Buffer
	w, ok := p.writers.Get().(*flate.Writer)
	if !ok {
		made, err := flate.NewWriter(&out, flate.DefaultCompression)
		if err != nil {
			return nil, err
		}
		w = made
	}
	defer p.writers.Put(w)
	w.Reset(&out)
	_, err := w.Write(text)
	err = errors.Join(err, w.Close())
	return bytes.Clone(out.Bytes()), err // a copy, which has no room to grow
}

// unpackable returns what a packer packed as text for the page, whose script unpacks it.
func unpackable(packed []byte) template.HTML {
	return template.HTML(base64.StdEncoding.EncodeToString(packed)) //nolint:gosec // base64 has no characters that HTML interprets
}
