package engine

import (
	"slices"

	"github.com/copychief/copychief/lint"
)

// shownLines is how many source lines a finding keeps.
const shownLines = 3

// mostRelated is how many related places a finding keeps; the others are counted.
// One finding may be about every link of a draft, and a draft may be all links.
const mostRelated = 100

// locateAll gives the findings on a document their positions, lines and words.
func locateAll(findings []Finding, doc *lint.Document) {
	lines := newExcerpts(doc)
	lines.slab = make([]Line, 0, len(findings))
	for i := range findings {
		lines.locate(&findings[i])
	}
}

// locate does it for one finding; meta is where the metadata of the draft stand.
func locate(f *Finding, src *lint.Source, meta lint.Span) {
	lines := excerpts{src: src, meta: meta}
	lines.locate(f)
}

// excerpts hands out the lines of a source. Findings on one line share its text: there
// may be thousands of them, and the line may be as long as the draft.
type excerpts struct {
	src  *lint.Source
	meta lint.Span
	read map[int]Line // by number
	slab []Line       // that findings have theirs in
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
	f.Words = wordsAt(src.Bytes, e.meta, f.Span)
	last := f.To.Line
	if last > f.From.Line && f.To.Column == 1 {
		last-- // the span ends with a line, it does not touch the next
	}
	last = min(last, f.From.Line+shownLines-1)
	first := len(e.slab)
	for n := f.From.Line; n <= last; n++ {
		e.slab = append(e.slab, e.line(n))
	}
	f.Lines = slices.Clip(e.slab[first:])
	for _, r := range listed(f.Finding.Related, &f.Unlisted) {
		if r.Path != "" && r.Path != f.Path {
			continue // a rule that sees one document knows no other
		}
		span := src.Clip(r.Span)
		f.Related = append(f.Related, Related{
			Path: f.Path, Span: span, Message: fold(r.Message),
			From: src.Position(span.Start), To: src.Position(span.End), Place: src.Place(span.Start),
		})
	}
	f.Finding.Related = nil
}

// listed cuts related places to those that a finding keeps and counts the others.
func listed(places []lint.Related, left *int) []lint.Related {
	n := min(len(places), mostRelated)
	*left = len(places) - n
	return places[:n]
}
