package html

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/splice"
	"github.com/copychief/copychief/lint/parse/template"
)

type valueOptions struct {
	fold  bool // white space becomes single spaces, trimmed at both ends
	rules EntityRules
}

// readValue returns the text of an attribute's value, or of an element that can only
// contain text.
func readValue(b *build.Builder, span lint.Span, o valueOptions) lint.Text {
	src, inside := b.Src, template.Overlapping(b.Tags, span)
	if len(inside) == 0 && plainValue(src[span.Start:span.End], o.fold) {
		return b.Slice(span.Start, span.End)
	}
	w := splice.New(src, span.Start)
	for i := span.Start; i < span.End; {
		stop := span.End
		if len(inside) > 0 {
			stop = min(stop, inside[0].Span.Start)
		}
		if i < stop {
			i = foldNext(&w, src, i, stop, o)
			continue
		}
		end := min(inside[0].Span.End, span.End)
		w.Replace(string(lint.Object), i, end)
		i, inside = end, inside[1:]
	}
	w.Flush(span.End)
	if o.fold {
		w.Trim() // folding leaves at most one space
	}
	if w.Empty() {
		return b.Slice(span.Start, span.Start)
	}
	return w.Text()
}

// plainValue reports whether a value needs no decoding.
func plainValue(s []byte, fold bool) bool {
	if !fold {
		return bytes.IndexByte(s, '&') < 0 && bytes.IndexByte(s, '\r') < 0
	}
	space := true
	for _, c := range s {
		if c == '&' || scan.IsHTMLSpace(c) && (space || c != ' ') {
			return false
		}
		space = c == ' '
	}
	return !space || len(s) == 0
}

// foldNext processes the source at offset i and returns the offset to continue at.
func foldNext(w *splice.Writer, src []byte, i, end int, o valueOptions) int {
	switch c := src[i]; {
	case c == '&':
		if text, n := Entity(src[i:end], o.rules); n > 0 {
			w.Replace(text, i, i+n)
			return i + n
		}
	case o.fold && scan.IsHTMLSpace(c):
		j := i + 1
		for j < end && scan.IsHTMLSpace(src[j]) {
			j++
		}
		if j > i+1 || c != ' ' {
			w.Replace(" ", i, j)
		}
		return j
	case c == '\r':
		if i+1 < end && src[i+1] == '\n' {
			w.Replace("\n", i, i+2)
			return i + 2
		}
		w.Replace("\n", i, i+1)
	}
	return i + 1
}
