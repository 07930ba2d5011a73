package engine

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/form"
	"github.com/copychief/copychief/lint/engine/words"
)

// Finding is a finding with everything that reports show, since the document is gone by
// the time a report is written.
type Finding struct {
	lint.Finding
	From, To lint.Position // of Span
	Place    string        // a readable place, such as "paragraph 12", for formats without lines; otherwise ""
	Lines    []Line        // the first source lines of the span, at most three
	Basis    lint.Basis
	Related  []Related // replaces lint.Finding.Related: with positions, at most 200
	Unlisted int       // number of further related places
	Status   Status
	Reason   string      // of the suppression
	Linter   string      // the other linter whose comment or configuration suppresses the finding
	Listed   bool        // its fixes are only listed, because the draft cannot be written
	Words    string      // a digest of the words at the span, without rule and path
	Same     string      // what drafts with the same finding share; "" if nothing, see [Result.Gather]
	Parts    []form.Part // of a translatable text that the finding is about, see [lint.Rule.Structure]; none in metadata
	Asked    bool        // the configuration or --only names the rule, so that the finding is never held back
}

// Line is one source line, without its line ending, for display.
type Line struct {
	Number int
	Text   string
	Span   lint.Span // of the line in the source
}

// Related is another place that explains a finding.
type Related struct {
	Path     string
	Span     lint.Span
	From, To lint.Position
	Place    string // as of a Finding
	Message  string
}

// Status says whether a finding counts. Findings that do not count stay in the result,
// with their status.
type Status uint8

// The statuses. If several apply to a finding, it has the first that was set.
const (
	Active     Status = iota // it counts
	Suppressed               // the draft suppresses it; Finding.Reason says why
	Known                    // it is in the baseline
	Unchanged                // it does not concern changed lines
	Practice                 // many drafts of the place have the same form; see [PracticeNote]
	Mirrored                 // the draft is a translation, and its source has the same finding
	Generated                // a program writes this part of the draft
	Unlisted                 // it is about search results, and the page is in none
	Archived                 // it is not worth the time on an old article, or on a page without a date
	Switched                 // the site switches off the same rule of another linter; see [SwitchedNote]
)

var statusNames = [...]string{"", "suppressed", "known", "unchanged", "practice", "translation", "generated", "unlisted", "archived", "switched-off"}

// Held reports whether a finding does not count because of what the draft is, what other
// drafts do, or what the site asks of another linter.
func (s Status) Held() bool { return s >= Practice }

// String returns the lower-case name of the status, "" for Active.
func (s Status) String() string { return statusNames[s] }

// detach copies the strings of a finding, which may be substrings of the draft, since the
// memory of the document will be reused.
func detach(f *lint.Finding) {
	f.Message, f.Shared, f.Unfixed = strings.Clone(f.Message), strings.Clone(f.Shared), strings.Clone(f.Unfixed)
	for i := range f.Fixes {
		x := &f.Fixes[i]
		x.Title, x.Doubt = strings.Clone(x.Title), strings.Clone(x.Doubt)
		for k := range x.Edits {
			x.Edits[k].New = strings.Clone(x.Edits[k].New)
		}
	}
	for i := range f.Related {
		f.Related[i].Message = strings.Clone(f.Related[i].Message)
	}
}

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

// sortFindings sorts findings by path, offset, rule, end and message, so that the order
// depends only on the input. Findings are large, so their indexes are sorted, and then
// each finding is moved once.
func sortFindings(findings []Finding) {
	if isSorted(findings) {
		return
	}
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(&findings[a], &findings[b]) })
	for i := range order {
		out, to := findings[i], i // findings[i] comes last in its cycle
		for order[to] != i {
			from := order[to]
			findings[to], order[to] = findings[from], to
			to = from
		}
		findings[to], order[to] = out, to
	}
}

func isSorted(findings []Finding) bool {
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
