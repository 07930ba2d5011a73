package drafting

import (
	"bytes"
	_ "embed"
	"fmt"
	"sort"

	"github.com/copychief/copychief/lint"
)

//go:embed merge_marker.txtar
var mergeMarkerDocs string

// MergeMarker flags the conflict markers that version control writes into a file.
var MergeMarker = &lint.Rule{
	Name:     "merge-marker",
	Family:   lint.DraftingFamily,
	Summary:  "a merge conflict is left in the text",
	Severity: lint.Error,
	Markup:   true,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "git-merge, How conflicts are presented",
		URL:    "https://git-scm.com/docs/git-merge#_how_conflicts_are_presented",
	},
	Docs: mergeMarkerDocs,
	New:  func() lint.Checker { return &mergeMarker{} },
}

type mergeMarker struct{}

// Check reads the source rather than the document, because Markdown parses conflict
// markers as an underlined heading and nested quotations. Each kind of marker takes one
// pass.
func (mergeMarker) Check(p *lint.Pass) {
	src := p.Doc.Source.Bytes
	middle, end := lint.None, lint.None
	for at := nextMark(src, 0, '<'); at >= 0; {
		if middle < at {
			middle = nextMark(src, at, '=')
		}
		if end < at {
			end = nextMark(src, at, '>')
		}
		if middle < 0 || end < 0 {
			return
		}
		if middle > end || shownAsCode(p.Doc, at) {
			at = nextMark(src, at+markLength, '<')
			continue
		}
		place := func(i int) lint.Span { return lint.Span{Start: i, End: i + markLength} }
		p.Report(lint.Finding{
			Span:    place(at),
			Message: fmt.Sprintf("Merge conflict up to line %d; keep one version and delete the markers", p.Doc.Source.Position(end).Line),
			Related: []lint.Related{
				{Span: place(middle), Message: "the other version begins"},
				{Span: place(end), Message: "the conflict ends"},
			},
		})
		at = nextMark(src, end, '<')
	}
}

// markLength is how many times a marker repeats its character.
const markLength = 7

// nextMark returns the offset of the first line at or after from that is a marker: seven
// times sign, then a space or the end of the line; -1 if there is none.
func nextMark(src []byte, from int, sign byte) int {
	mark := [markLength]byte{sign, sign, sign, sign, sign, sign, sign}
	for from < len(src) {
		i := bytes.Index(src[from:], mark[:])
		if i < 0 {
			return -1
		}
		i += from
		end := i + markLength
		if (i == 0 || src[i-1] == '\n' || src[i-1] == '\r') && (end == len(src) || src[end] == ' ' || src[end] == '\n' || src[end] == '\r') {
			return i
		}
		for from = end; from < len(src) && src[from] == sign; from++ { // a longer rule
		}
	}
	return -1
}

// shownAsCode reports whether an offset is in a code block, where an article shows what a
// conflict looks like.
func shownAsCode(d *lint.Document, offset int) bool {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.Start > offset }) - 1
	return i >= 0 && d.Blocks[i].Kind == lint.Code && d.Blocks[i].Span.Contains(offset)
}
