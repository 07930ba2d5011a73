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

// locateAll puts findings in one source in order and gives them their positions, lines
// and words; meta is where its metadata stand.
func locateAll(findings []Finding, src *lint.Source, meta lint.Span) {
	for i := range findings {
		findings[i].Span = src.Clip(findings[i].Span)
	}
	inOrder(findings)
	lines := excerpts{src: src, meta: meta, room: make([]Line, 0, len(findings))}
	for i := range findings {
		lines.locate(&findings[i])
	}
}

// locate does it for one finding.
func locate(f *Finding, src *lint.Source, meta lint.Span) {
	f.Span = src.Clip(f.Span)
	lines := excerpts{src: src, meta: meta}
	lines.locate(f)
}

// excerpts hands out the lines of a source. Findings on one line share its text:
// there may be thousands of them, and the line as long as the draft. For that they
// are located in the order in which they begin.
type excerpts struct {
	src  *lint.Source
	meta lint.Span
	last [shownLines]Line // the text of those handed out last, by their numbers
	room []Line           // that findings have theirs in
}

func (e *excerpts) line(number int) Line {
	l := &e.last[number%shownLines]
	if l.Number != number {
		span := e.src.Line(number)
		*l = Line{Number: number, Text: e.src.Slice(span), Span: span}
	}
	return *l
}

func (e *excerpts) locate(f *Finding) {
	src := e.src
	f.From, f.To = src.Range(f.Span)
	f.Words = wordsAt(src.Bytes, e.meta, f.Span)
	last := f.To.Line
	if last > f.From.Line && f.To.Column == 1 {
		last-- // the span ends with a line, it does not touch the next
	}
	last = min(last, f.From.Line+shownLines-1)
	first := len(e.room)
	for n := f.From.Line; n <= last; n++ {
		e.room = append(e.room, e.line(n))
	}
	f.Lines = slices.Clip(e.room[first:])
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
// large: what is sorted is their numbers, and then each is moved once.
func inOrder(findings []Finding) {
	if areInOrder(findings) {
		return
	}
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(&findings[a], &findings[b]) })
	for i := range order {
		out, to := findings[i], i // what is taken out comes last in its ring
		for order[to] != i {
			from := order[to]
			findings[to], order[to] = findings[from], to
			to = from
		}
		findings[to], order[to] = out, to
	}
}

func areInOrder(findings []Finding) bool {
	for i := 1; i < len(findings); i++ {
		if compare(&findings[i-1], &findings[i]) > 0 {
			return false
		}
	}
	return true
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
