package packing

import (
	"bytes"
	"compress/flate"
	"io"
	"slices"
	"strings"
)

// leastProse is the minimum size in bytes of a text that is compressed.
const leastProse = 128

// Prose writes a text of some length, compressed if that makes it shorter. Its size
// comes first; it is negative if the text is compressed.
func (w *Writer) Prose(s string) {
	if len(s) >= leastProse {
		if short := w.Table.compressed(s); len(short) < len(s) {
			w.Number(-len(s))
			w.Number(len(short))
			w.out = append(w.out, short...)
			return
		}
	}
	w.Text(s)
}

// Prose reads a text that may be compressed.
func (r *Reader) Prose() string {
	n := r.Number()
	if n >= 0 {
		return r.take(n)
	}
	return r.Table.text(r.take(r.Number()), -n)
}

// compressor compresses one text after another.
type compressor struct {
	out bytes.Buffer
	*flate.Writer
}

// compressed returns a text compressed, in memory that is its own.
func (t *Table) compressed(s string) []byte {
	c, pooled := t.compressors.Get().(*compressor)
	if !pooled {
		c = &compressor{}
		c.Writer, _ = flate.NewWriter(nil, flate.BestSpeed) // fails for other levels
	}
	defer t.compressors.Put(c)
	c.out.Reset()
	c.Reset(&c.out)
	if _, err := io.WriteString(c, s); err != nil || c.Close() != nil {
		return []byte(s) // a buffer accepts everything
	}
	return bytes.Clone(c.out.Bytes())
}

// decompressor reads one compressed text after another.
type decompressor struct {
	in   strings.Reader
	text []byte
	io.Reader
}

// text returns the text of a size that was compressed. Nothing but the program can have damaged it.
func (t *Table) text(compressed string, size int) string {
	d, pooled := t.decompressors.Get().(*decompressor)
	if !pooled {
		d = &decompressor{}
		d.Reader = flate.NewReader(&d.in)
	}
	defer t.decompressors.Put(d)
	d.in.Reset(compressed)
	err := d.Reader.(flate.Resetter).Reset(&d.in, nil) //nolint:forcetypeassert // as flate documents
	d.text = slices.Grow(d.text[:0], size)[:size]
	if _, failed := io.ReadFull(d.Reader, d.text); err != nil || failed != nil {
		panic("packed text is damaged")
	}
	return string(d.text)
}
