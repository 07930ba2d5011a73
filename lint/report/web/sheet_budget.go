package web

import "github.com/copychief/copychief/lint/report"

// Room is how many bytes a page has for packed sheets, in base64. With as many, it opens within
// two seconds.
const Room = 32 << 20

// SheetBudget holds the packed sheets of a page, as many as there is room for. Those of drafts with
// findings have precedence.
type SheetBudget struct {
	room        int // bytes that are left
	found, bare []report.Sheet
	short       bool // a sheet found no room
}

// NewSheetBudget returns an empty budget with room for that many bytes; see [Room].
func NewSheetBudget(room int) *SheetBudget { return &SheetBudget{room: room} }

// Add adds a packed sheet of a draft that has findings or not, in place of those without if there
// is no other room.
func (b *SheetBudget) Add(s report.Sheet, hasFindings bool) {
	size := sizeOf(s)
	for hasFindings && size > b.room && len(b.bare) > 0 {
		last := len(b.bare) - 1
		b.room += sizeOf(b.bare[last])
		b.bare, b.short = b.bare[:last], true
	}
	switch {
	case size > b.room:
		b.short = true
		return
	case hasFindings:
		b.found = append(b.found, s)
	default:
		b.bare = append(b.bare, s)
	}
	b.room -= size
}

// Takes reports whether another sheet of a draft that has findings or not may find room. After a
// sheet that found none, there is none for drafts without findings.
func (b *SheetBudget) Takes(hasFindings bool) bool {
	return !b.short || hasFindings && len(b.bare) > 0
}

// Sheets returns the sheets, those of drafts with findings first, and whether there was no room
// for others.
func (b *SheetBudget) Sheets() (all []report.Sheet, short bool) {
	return append(b.found, b.bare...), b.short
}

// sizeOf returns how many bytes of the page a packed sheet takes.
func sizeOf(s report.Sheet) int { return (len(s.Packed) + 2) / 3 * 4 }
