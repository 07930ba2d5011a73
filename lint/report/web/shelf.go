package web

import "github.com/copychief/copychief/lint/report"

// Room is how many bytes a page has for packed sheets, in base64. With as many, it opens within
// two seconds.
const Room = 32 << 20

// Shelf holds the packed sheets of a page, as many as there is room for. Those of drafts with
// findings have precedence.
type Shelf struct {
	room        int // bytes that are left
	found, bare []report.Sheet
	short       bool // a sheet found no room
}

// NewShelf returns an empty shelf with room for that many bytes; see [Room].
func NewShelf(room int) *Shelf { return &Shelf{room: room} }

// Add adds a packed sheet of a draft that has findings or not, in place of those without if there
// is no other room.
func (k *Shelf) Add(s report.Sheet, hasFindings bool) {
	size := sizeOf(s)
	for hasFindings && size > k.room && len(k.bare) > 0 {
		last := len(k.bare) - 1
		k.room += sizeOf(k.bare[last])
		k.bare, k.short = k.bare[:last], true
	}
	switch {
	case size > k.room:
		k.short = true
		return
	case hasFindings:
		k.found = append(k.found, s)
	default:
		k.bare = append(k.bare, s)
	}
	k.room -= size
}

// Takes reports whether another sheet of a draft that has findings or not may find room. After a
// sheet that found none, there is none for drafts without findings.
func (k *Shelf) Takes(hasFindings bool) bool {
	return !k.short || hasFindings && len(k.bare) > 0
}

// Sheets returns the sheets, those of drafts with findings first, and whether there was no room
// for others.
func (k *Shelf) Sheets() (all []report.Sheet, short bool) { return append(k.found, k.bare...), k.short }

// sizeOf returns how many bytes of the page a packed sheet takes.
func sizeOf(s report.Sheet) int { return (len(s.Packed) + 2) / 3 * 4 }
