package parse

import (
	"bytes"
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

type valueOptions struct {
	fold  bool // white space becomes single spaces, none at either end
	rules entityRules
}

// readValue returns the text of an attribute's value, or of an element that can
// hold nothing but text.
func (b *builder) readValue(span lint.Span, o valueOptions) lint.Text {
	src, inside := b.src, overlapping(b.tags, span)
	if len(inside) == 0 && plainValue(src[span.Start:span.End], o.fold) {
		return b.slice(span.Start, span.End)
	}
	w := valueWriter{src: src, from: span.Start}
	for i := span.Start; i < span.End; {
		stop := span.End
		if len(inside) > 0 {
			stop = min(stop, inside[0].span.Start)
		}
		if i < stop {
			i = w.next(i, stop, o)
			continue
		}
		end := min(inside[0].span.End, span.End)
		w.replace(string(lint.Object), i, end)
		i, inside = end, inside[1:]
	}
	w.flush(span.End)
	if o.fold {
		w.trim()
	}
	if len(w.buf) == 0 {
		return b.slice(span.Start, span.Start)
	}
	return lint.NewText(string(w.buf), w.runs)
}

// plainValue reports whether a value is read as it stands.
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

// next reads on from offset i and returns where to go on.
func (w *valueWriter) next(i, end int, o valueOptions) int {
	switch c := w.src[i]; {
	case c == '&':
		if text, n := entity(w.src[i:end], o.rules); n > 0 {
			w.replace(text, i, i+n)
			return i + n
		}
	case o.fold && scan.IsHTMLSpace(c):
		j := i + 1
		for j < end && scan.IsHTMLSpace(w.src[j]) {
			j++
		}
		if j > i+1 || c != ' ' {
			w.replace(" ", i, j)
		}
		return j
	case c == '\r':
		if i+1 < end && w.src[i+1] == '\n' {
			w.replace("\n", i, i+2)
			return i + 2
		}
		w.replace("\n", i, i+1)
	}
	return i + 1
}

// overlapping returns the template tags that share a byte with span. Tags are in
// order and do not overlap one another.
func overlapping(tags []tag, span lint.Span) []tag {
	if len(tags) == 0 {
		return nil
	}
	from := sort.Search(len(tags), func(i int) bool { return tags[i].span.End > span.Start })
	to := from
	for to < len(tags) && tags[to].span.Start < span.End {
		to++
	}
	return tags[from:to]
}
