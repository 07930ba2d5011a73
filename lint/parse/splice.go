package parse

import "github.com/copychief/copychief/lint"

// valueWriter builds a text: stretches to the letter, and things replaced.
type valueWriter struct {
	src  []byte
	buf  []byte
	runs []lint.Run
	from int // beginning of the stretch that is not written yet
}

func (w *valueWriter) replace(text string, start, end int) {
	w.flush(start)
	w.runs = append(w.runs, lint.Run{At: len(w.buf), Source: lint.Span{Start: start, End: end}, Whole: true})
	w.buf = append(w.buf, text...)
	w.from = end
}

func (w *valueWriter) flush(end int) {
	if w.from < end {
		w.runs = append(w.runs, lint.Run{At: len(w.buf), Source: lint.Span{Start: w.from, End: end}})
		w.buf = append(w.buf, w.src[w.from:end]...)
	}
	w.from = end
}

// trim cuts one space off either end: there are no more after folding.
func (w *valueWriter) trim() {
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
