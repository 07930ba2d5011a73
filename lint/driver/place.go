package driver

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// shownLines is how many source lines a finding keeps.
const shownLines = 3

// mostRelated is how many related places a finding keeps; the others are counted.
// One finding may be about every link of a draft, and a draft may be all links.
const mostRelated = 100

// locateAll gives findings in one source their positions, lines and fingerprints;
// meta is where its metadata stand.
func locateAll(findings []Finding, src *lint.Source, meta lint.Span) {
	if len(findings) == 0 {
		return
	}
	lines := excerpts{src: src, meta: meta, text: map[int]string{}}
	for i := range findings {
		lines.locate(&findings[i])
	}
}

// locate does it for one finding.
func locate(f *Finding, src *lint.Source, meta lint.Span) {
	lines := excerpts{src: src, meta: meta}
	lines.locate(f)
}

// excerpts hands out the lines of a source. Findings on one line share its text:
// there may be thousands of them, and the line as long as the draft.
type excerpts struct {
	src  *lint.Source
	meta lint.Span
	text map[int]string // by number; nil where nothing is shared
}

func (e *excerpts) line(number int) Line {
	span := e.src.Line(number)
	text, ok := e.text[number]
	if !ok {
		text = e.src.Slice(span)
		if e.text != nil {
			e.text[number] = text
		}
	}
	return Line{Number: number, Text: text, Span: span}
}

func (e *excerpts) locate(f *Finding) {
	src := e.src
	f.Span = src.Clip(f.Span)
	f.From, f.To = src.Range(f.Span)
	f.Words = wordsAt(src.Bytes, e.meta, f.Span)
	f.Fingerprint = fingerprint(f)
	last := f.To.Line
	if last > f.From.Line && f.To.Column == 1 {
		last-- // the span ends with a line, it does not touch the next
	}
	last = min(last, f.From.Line+shownLines-1)
	f.Lines = make([]Line, 0, last-f.From.Line+1)
	for n := f.From.Line; n <= last; n++ {
		f.Lines = append(f.Lines, e.line(n))
	}
	for _, r := range listed(f.Finding.Related, &f.Unlisted) {
		if r.Path != "" && r.Path != f.Path {
			continue // a rule that sees one document knows no other
		}
		span := src.Clip(r.Span)
		f.Related = append(f.Related, Related{
			Path: f.Path, Span: span, Message: oneLine(r.Message),
			From: src.Position(span.Start), To: src.Position(span.End),
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

// inOrder sorts findings by path, offset and rule, and what is still equal by end
// and message, so that the order depends on nothing but the input. Findings are
// large; what is sorted is where they stand.
func inOrder(findings []Finding) {
	order := make([]*Finding, len(findings))
	for i := range findings {
		order[i] = &findings[i]
	}
	if slices.IsSortedFunc(order, compare) {
		return
	}
	slices.SortStableFunc(order, compare)
	sorted := make([]Finding, len(findings))
	for i, f := range order {
		sorted[i] = *f
	}
	copy(findings, sorted)
}

func compare(a, b *Finding) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Span.Start, b.Span.Start); c != 0 {
		return c
	}
	return cmp.Or(
		strings.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Span.End, b.Span.End),
		strings.Compare(a.Message, b.Message),
	)
}

func sortMissed(missed []NotChecked) []NotChecked {
	slices.SortFunc(missed, func(a, b NotChecked) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	return slices.Compact(missed)
}
