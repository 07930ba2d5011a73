package drafting

import "github.com/copychief/copychief/lint"

// parallel reports whether two passages with the same text are parallel parts of a draft,
// such as the same step of two procedures, rather than copies: code is next to one of them,
// or they have the same place in two sections. A sentence may be at the same place by
// chance, so it must be counted from the beginning as well as from the end. If the sections
// have the same heading, the whole section was pasted twice.
func parallel(d *lint.Document, first, again passage) bool {
	a, b := first.block, again.block
	if besideCode(d, a) || besideCode(d, b) {
		return true
	}
	x, y := sectionOf(d, a), sectionOf(d, b)
	if x.From == y.From || x.Heading == lint.None || y.Heading == lint.None {
		return false
	}
	if d.Blocks[x.Heading].Text.String() == d.Blocks[y.Heading].Text.String() {
		return false
	}
	start, end := a-x.From == b-y.From, x.To-a == y.To-b
	if !again.paragraph {
		return start && end
	}
	return start || end
}

// besideCode reports whether the block before or after block i is code.
func besideCode(d *lint.Document, i int) bool {
	return i > 0 && d.Blocks[i-1].Kind == lint.Code || i+1 < len(d.Blocks) && d.Blocks[i+1].Kind == lint.Code
}

// sectionOf returns the section that block i is in.
func sectionOf(d *lint.Document, i int) lint.Section {
	for s := range d.Sections() {
		if i < s.To {
			return s
		}
	}
	return lint.Section{Heading: lint.None}
}
