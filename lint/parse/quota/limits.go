// Package quota says how much of a draft is read, and how a document says what was
// not.
//
// Parsers are linear in their input or capped by a limit. A limit that is hit never
// fails the run: the rest is left out or read as text, and the document gets a
// [lint.Problem] that counts as unchecked, so that the run does not look clean.
package quota

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Limits guard a run against hostile or broken input. What exceeds one is not
// checked, and the document says so.
type Limits struct {
	File        int // bytes of a draft; default 2 MiB
	FrontMatter int // bytes; default 64 KiB
	Keys        int // front matter keys; default 1,000
	Nesting     int // block quotations, lists, elements; default 100
	Parts       int // lines, tags and marks of the body; default 200,000
	TableCells  int // cells that a table makes of missing ones; default 200,000
}

// OrDefault fills in the defaults of limits that are not set.
func (l Limits) OrDefault() Limits {
	for _, limit := range []struct {
		value *int
		usual int
	}{
		{&l.File, 2 << 20}, {&l.FrontMatter, 64 << 10}, {&l.Keys, 1000}, {&l.Nesting, 100}, {&l.Parts, 200_000}, {&l.TableCells, 200_000},
	} {
		if *limit.value <= 0 {
			*limit.value = limit.usual
		}
	}
	return l
}

// Unchecked adds a problem at an offset: what begins there, or the whole draft, was
// not checked.
func Unchecked(doc *lint.Document, at int, message string) {
	doc.Problems = append(doc.Problems, lint.Problem{Span: lint.Span{Start: at, End: at}, Message: message, Unchecked: true})
}

// Thousands writes a number with commas: 1,234,567.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// OneLine shortens a message of a library to one line of bearable length.
func OneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "") + "…"
	}
	return s
}
