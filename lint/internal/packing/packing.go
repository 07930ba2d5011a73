// Package packing writes values one after another into as few bytes as is simple: numbers take as
// many bytes as they need, and texts that many values have are numbers in a [Table]. A [Reader] reads
// them in the order in which a [Writer] wrote them.
//
// The trade-off: nothing in the bytes says what they are, so both must agree, and a table must live
// as long as what was written with it. Packed values are only for the memory of one run.
package packing

import (
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Writer writes values. Its table must be set.
type Writer struct {
	Table *Table
	out   []byte
}

// String returns what was written.
func (w *Writer) String() string { return string(w.out) }

// Number writes a number.
func (w *Writer) Number(n int) { w.out = binary.AppendVarint(w.out, int64(n)) }

// Flags writes up to 64 flags.
func (w *Writer) Flags(all ...bool) {
	n := uint64(0)
	for i, set := range all {
		if set {
			n |= 1 << i
		}
	}
	w.out = binary.AppendUvarint(w.out, n)
}

// Span writes a span.
func (w *Writer) Span(s lint.Span) {
	w.Number(s.Start)
	w.Number(s.End - s.Start)
}

// Position writes a position.
func (w *Writer) Position(p lint.Position) {
	w.Number(p.Line)
	w.Number(p.Column)
}

// Text writes a text that few values have.
func (w *Writer) Text(s string) {
	w.Number(len(s))
	w.out = append(w.out, s...)
}

// Recurring writes a text that other values are likely to have: its number in the table or, if it
// has none, -1 and the text.
func (w *Writer) Recurring(s string) {
	n := w.Table.number(s)
	if w.Number(n); n < 0 {
		w.Text(s)
	}
}

// digestSize is the size of a digest in bytes; as text, it has twice as many.
const digestSize = 8

// Digest writes a text that may end with a digest in lower-case hexadecimal digits, which takes
// half of the bytes.
func (w *Writer) Digest(s string) {
	if at := len(s) - 2*digestSize; at >= 0 {
		sum, err := hex.DecodeString(s[at:])
		if err == nil && hex.EncodeToString(sum) == s[at:] {
			w.Flags(true)
			w.Recurring(s[:at])
			w.out = append(w.out, sum...)
			return
		}
	}
	w.Flags(false)
	w.Text(s)
}

// Reader reads what a [Writer] wrote, with its table. The texts are parts of what it reads.
type Reader struct {
	Table *Table
	In    string
}

// Number reads a number.
func (r *Reader) Number() int {
	n := r.bits()
	return int(n>>1) ^ -int(n&1) //nolint:gosec // an int was written
}

// bits reads an unsigned number.
func (r *Reader) bits() (n uint64) {
	for i := 0; ; i++ {
		b := r.In[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.In = r.In[i+1:]
			return n
		}
	}
}

// Flags reads flags.
func (r *Reader) Flags(all ...*bool) {
	n := r.bits()
	for i, flag := range all {
		*flag = n&(1<<i) != 0
	}
}

// Span reads a span.
func (r *Reader) Span() lint.Span {
	start := r.Number()
	return lint.Span{Start: start, End: start + r.Number()}
}

// Position reads a position.
func (r *Reader) Position() (p lint.Position) {
	p.Line = r.Number()
	p.Column = r.Number()
	return p
}

// Text reads a text.
func (r *Reader) Text() string { return r.take(r.Number()) }

func (r *Reader) take(n int) string {
	s := r.In[:n]
	r.In = r.In[n:]
	return s
}

// Recurring reads a text that may be in the table.
func (r *Reader) Recurring() string {
	if n := r.Number(); n >= 0 {
		return r.Table.at(n)
	}
	return r.Text()
}

// Digest reads a text that may end with a digest.
func (r *Reader) Digest() string {
	var ends bool
	if r.Flags(&ends); !ends {
		return r.Text()
	}
	begins := r.Recurring()
	var b strings.Builder
	b.Grow(len(begins) + 2*digestSize)
	b.WriteString(begins)
	for _, c := range []byte(r.take(digestSize)) {
		const digits = "0123456789abcdef"
		b.WriteByte(digits[c>>4])
		b.WriteByte(digits[c&15])
	}
	return b.String()
}
