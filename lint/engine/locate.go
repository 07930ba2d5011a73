package engine

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/words"
)

// shownLines is the number of source lines that a finding has at most.
const shownLines = 3

// mostRelated is the number of related places that a finding has at most; any others are
// only counted. A finding may be about every link of a draft that is all links.
const mostRelated = 200

// locateAll sets the positions, lines and words of the findings on a document.
func locateAll(findings []Finding, doc *lint.Document) {
	lines := newExcerpts(doc)
	lines.arena = make([]Line, 0, len(findings))
	for i := range findings {
		lines.locate(&findings[i])
	}
}

// locate sets the positions, lines and words of a finding; meta is the span of the metadata.
func locate(f *Finding, src *lint.Source, meta lint.Span) {
	lines := excerpts{src: src, meta: meta}
	lines.locate(f)
}

// excerpts provides the lines of a source. Findings on one line share its text, since
// there may be thousands and the line may be as long as the draft.
type excerpts struct {
	src   *lint.Source
	meta  lint.Span
	read  map[int]Line // by number
	arena []Line       // backs Finding.Lines of all findings
}

func newExcerpts(doc *lint.Document) *excerpts {
	return &excerpts{src: doc.Source, meta: doc.Meta.Span}
}

func (e *excerpts) line(number int) Line {
	l, ok := e.read[number]
	if !ok {
		span := e.src.Line(number)
		l = Line{Number: number, Text: e.src.Slice(span), Span: span}
		if e.read == nil {
			e.read = map[int]Line{}
		}
		e.read[number] = l
	}
	return l
}

func (e *excerpts) locate(f *Finding) {
	src := e.src
	f.Span = src.Clip(f.Span)
	f.From, f.To = src.Range(f.Span)
	f.Place = src.Place(f.Span.Start)
	f.Words = words.At(src.Bytes, e.meta, f.Span)
	last := f.To.Line
	if last > f.From.Line && f.To.Column == 1 {
		last-- // the span ends with a line break, so it does not include the next line
	}
	last = min(last, f.From.Line+shownLines-1)
	first := len(e.arena)
	for n := f.From.Line; n <= last; n++ {
		e.arena = append(e.arena, e.line(n))
	}
	f.Lines = slices.Clip(e.arena[first:])
	related := limitRelated(f.Finding.Related, &f.Unlisted)
	if len(related) > 0 {
		f.Related = make([]Related, 0, len(related))
	}
	for _, r := range related {
		if r.Path != "" && r.Path != f.Path {
			continue // a rule about one document cannot refer to another
		}
		span := src.Clip(r.Span)
		f.Related = append(f.Related, Related{
			Path: f.Path, Span: span, Message: fold(r.Message),
			From: src.Position(span.Start), To: src.Position(span.End), Place: src.Place(span.Start),
		})
	}
	f.Finding.Related = nil
}

// limitRelated truncates a list of related places and counts those dropped.
func limitRelated(places []lint.Related, dropped *int) []lint.Related {
	n := min(len(places), mostRelated)
	*dropped = len(places) - n
	return places[:n]
}
