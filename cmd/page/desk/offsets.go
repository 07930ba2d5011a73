package desk

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// place is a range of a text in the units of a browser: code units of UTF-16.
type place struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// units converts offsets in bytes to offsets in UTF-16. Converting is fast for offsets that
// do not go back far.
type units struct {
	text     string
	at, unit int // a place in both units
}

func newUnits(text []byte) *units { return &units{text: string(text)} }

// of converts one offset. One that is outside the text is moved into it, and one inside a
// character to its beginning.
func (u *units) of(offset int) int {
	offset = min(max(offset, 0), len(u.text))
	if offset < u.at {
		u.at, u.unit = 0, 0
	}
	for u.at < offset {
		if u.text[u.at] < utf8.RuneSelf {
			u.at++
			u.unit++
			continue
		}
		r, size := utf8.DecodeRuneInString(u.text[u.at:])
		if u.at+size > offset {
			break
		}
		u.at += size
		u.unit++
		if r > 0xffff {
			u.unit++ // a pair of surrogates
		}
	}
	return u.unit
}

func (u *units) span(s lint.Span) place {
	start := u.of(s.Start)
	return place{start, max(u.of(s.End), start)}
}

// edit replaces a range of the text in the editor.
type edit struct {
	place
	New string `json:"new"`
}

// between returns the edit that turns one text into another: everything between what both
// have at the beginning and at the end.
func between(before, after string) edit {
	start := 0
	for start < min(len(before), len(after)) && before[start] == after[start] {
		start++
	}
	for start > 0 && !boundary(before, start) {
		start--
	}
	end := 0
	for end < min(len(before), len(after))-start && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	for end > 0 && !boundary(before, len(before)-end) {
		end--
	}
	u := newUnits([]byte(before))
	return edit{u.span(lint.Span{Start: start, End: len(before) - end}), after[start : len(after)-end]}
}

// boundary reports whether a character begins at an offset.
func boundary(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }
