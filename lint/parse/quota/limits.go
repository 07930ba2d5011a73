// Package quota limits how much of a draft is read, and reports what was not read.
//
// Parsers are linear in their input or stop at a limit. The trade-off: a limit never
// fails the run. The rest is skipped or read as plain text, and the document gets a
// [lint.Problem] that counts as unchecked, so that the run does not appear clean.
package quota

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// Limits protect a run against hostile or broken input. What exceeds a limit is not
// checked, and the document reports it.
type Limits struct {
	File        int // bytes of a draft; default 2 MiB
	FrontMatter int // bytes; default 512 KiB
	Keys        int // front matter keys; default 1,000
	Nesting     int // nested block quotations, lists, elements; default 100
	Parts       int // lines, tags and marks of the body; default 200,000
	TableCells  int // cells that a table adds for missing ones; default 200,000
}

// OrDefault replaces limits that are not set by their defaults.
func (l Limits) OrDefault() Limits {
	for _, limit := range []struct {
		value *int
		usual int
	}{
		{&l.File, 2 << 20}, {&l.FrontMatter, 512 << 10}, {&l.Keys, 1000}, {&l.Nesting, 100}, {&l.Parts, 200_000}, {&l.TableCells, 200_000},
	} {
		if *limit.value <= 0 {
			*limit.value = limit.usual
		}
	}
	return l
}

// Unchecked adds a problem at an offset: the construct that begins there, or the whole
// draft, was not checked.
func Unchecked(doc *lint.Document, at int, message string) {
	doc.Problems = append(doc.Problems, lint.Problem{Span: lint.Span{Start: at, End: at}, Message: message, Unchecked: true})
}

// OneLine shortens a message of a library to one line of reasonable length.
func OneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "") + "…"
	}
	return s
}

// packing is how much smaller a text may be than the archive it is in, with its images.
const packing = 16

// Bytes returns the limit for a file of a format, given the limit for the bytes of a text.
func Bytes(limit int, format lint.Format) int {
	if format.Can(lint.Packed) {
		return limit * packing
	}
	return limit
}
