// Package splice builds a [lint.Text] from a span of the source in which parts are
// replaced: escapes, character references, folded white space.
//
// Callers pass only the replacements to a [Writer], in order; it copies the source
// between them unchanged. The table of runs is built together with the words, so no
// later search is necessary. The trade-off: replacements cannot be added out of order.
package splice

import "github.com/copychief/copychief/lint"

// Writer builds a text from a span of a source: most of it is copied unchanged, and
// parts are replaced.
type Writer struct {
	src  []byte
	buf  []byte
	runs []lint.Run
	from int // offset of the first source byte that has not been written
}

// New returns a writer for the span of src that begins at offset from.
func New(src []byte, from int) Writer { return Writer{src: src, from: from} }

// Replace copies the source up to start and then writes text in place of the source
// from start to end.
func (w *Writer) Replace(text string, start, end int) {
	w.Flush(start)
	w.runs = append(w.runs, lint.Run{At: len(w.buf), Source: lint.Span{Start: start, End: end}, Whole: true})
	w.buf = append(w.buf, text...)
	w.from = end
}

// Insert copies the source up to start and then writes a text with positions of its own
// in place of the source from start to end.
func (w *Writer) Insert(text lint.Text, start, end int) {
	w.Flush(start)
	for r := range text.Runs() {
		r.At += len(w.buf)
		w.runs = append(w.runs, r)
	}
	w.buf = append(w.buf, text.String()...)
	w.from = end
}

// Flush copies the source up to end.
func (w *Writer) Flush(end int) {
	if w.from < end {
		w.runs = append(w.runs, lint.Run{At: len(w.buf), Source: lint.Span{Start: w.from, End: end}})
		w.buf = append(w.buf, w.src[w.from:end]...)
	}
	w.from = end
}

// Trim removes one space from either end.
func (w *Writer) Trim() {
	if n := len(w.buf); n > 0 && w.buf[n-1] == ' ' {
		w.buf = w.buf[:n-1]
		if k := len(w.runs) - 1; w.runs[k].At == n-1 {
			w.runs = w.runs[:k]
		} else {
			w.runs[k].Source.End--
		}
	}
	if len(w.buf) > 0 && w.buf[0] == ' ' {
		w.buf = w.buf[1:]
		if w.runs[0].Whole || len(w.runs) > 1 && w.runs[1].At == 1 {
			w.runs = w.runs[1:]
		} else {
			w.runs[0].Source.Start++
			w.runs[0].At++
		}
		for k := range w.runs {
			w.runs[k].At--
		}
	}
}

// Empty reports whether nothing has been written.
func (w *Writer) Empty() bool { return len(w.buf) == 0 }

// Text returns what has been written.
func (w *Writer) Text() lint.Text { return lint.NewText(string(w.buf), w.runs) }
