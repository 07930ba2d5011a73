package fix

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// choose returns the proposals that can be applied together, in order. Of two that touch
// each other, it chooses the first. Those with invalid edits are returned as bad.
func choose(text []byte, all []Proposal) (chosen, bad []Proposal) {
	var taken []lint.Edit // sorted, not overlapping
	for _, p := range all {
		if !fits(text, p.Fix.Edits) {
			bad = append(bad, p)
			continue
		}
		if slices.ContainsFunc(p.Fix.Edits, func(e lint.Edit) bool { return meets(taken, e.Span) }) {
			continue
		}
		for _, e := range p.Fix.Edits {
			i := place(taken, e.Span.Start)
			taken = slices.Insert(taken, i, e)
		}
		chosen = append(chosen, p)
	}
	return chosen, bad
}

// fits reports whether edits are in order, inside the text, and do not split characters.
func fits(text []byte, edits []lint.Edit) bool {
	last := 0
	for _, e := range edits {
		s := e.Span
		if s.Start < last || s.End < s.Start || s.End > len(text) || s.Start < markLength(text) {
			return false
		}
		if !boundary(text, s.Start) || !boundary(text, s.End) || !utf8.ValidString(e.New) || strings.ContainsRune(e.New, 0) {
			return false
		}
		last = s.End
	}
	return len(edits) > 0
}

// markLength returns the length of the byte order mark, which no edit may touch.
func markLength(text []byte) int {
	if bytes.HasPrefix(text, []byte("\ufeff")) {
		return len("\ufeff")
	}
	return 0
}

func boundary(text []byte, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at])
}

func place(taken []lint.Edit, start int) int {
	i, _ := slices.BinarySearchFunc(taken, start, func(e lint.Edit, at int) int { return cmp.Compare(e.Span.Start, at) })
	return i
}

// meets reports whether a span overlaps or adjoins one of the edits. Adjoining edits wait
// for the next round, because they may depend on the text that is being replaced.
func meets(taken []lint.Edit, s lint.Span) bool {
	i := place(taken, s.Start)
	return i < len(taken) && taken[i].Span.Start <= s.End || i > 0 && taken[i-1].Span.End >= s.Start
}

// editsOf returns the edits of proposals in the order of the text, with its line endings.
func editsOf(text []byte, all []Proposal) []lint.Edit {
	crlf := false
	if i := bytes.IndexByte(text, '\n'); i > 0 {
		crlf = text[i-1] == '\r'
	}
	var edits []lint.Edit
	for _, p := range all {
		for _, e := range p.Fix.Edits {
			if crlf && strings.Contains(e.New, "\n") {
				e.New = strings.ReplaceAll(strings.ReplaceAll(e.New, "\r\n", "\n"), "\n", "\r\n")
			}
			edits = append(edits, e)
		}
	}
	slices.SortStableFunc(edits, func(a, b lint.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return edits
}

// breaksOf returns the edits that are meant to split a paragraph: those of unsafe fixes
// that insert an empty line.
func breaksOf(all []Proposal) (breaks []lint.Edit) {
	for _, p := range all {
		for _, e := range p.Fix.Edits {
			if !p.Fix.Safe && strings.Contains(strings.ReplaceAll(e.New, "\r", ""), "\n\n") {
				breaks = append(breaks, e)
			}
		}
	}
	return breaks
}

// apply returns the text with the edits applied. They must be sorted and not overlap.
func apply(text []byte, edits []lint.Edit) []byte {
	out := make([]byte, 0, len(text)+64)
	at := 0
	for _, e := range edits {
		out = append(append(out, text[at:e.Span.Start]...), e.New...)
		at = e.Span.End
	}
	return append(out, text[at:]...)
}
