package headings

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// isList reports whether nearly all words of the blocks [from, to) are in items of lists: agendas,
// minutes, inventories. Readers find an item by its mark.
func isList(d *lint.Document, from, to int) bool {
	const share = 80 // in a hundred
	prose, items := language.ProseOf(d), 0
	for i := from; i < to; i++ {
		if d.Blocks[i].Kind == lint.Item {
			items += prose.Count(i, i+1)
		}
	}
	return 100*items >= share*prose.Count(from, to)
}

// recurs reports whether a heading belongs to a scheme that a draft repeats: the agenda of each
// meeting, the result of each team. A subheading in one of them would break it.
func recurs(d *lint.Document, heading int) bool {
	const fewest = 3
	if heading == lint.None {
		return false
	}
	text, n := strings.TrimSpace(d.Blocks[heading].Text.Plain()), 0
	for _, h := range d.Headings() {
		if h.Level == d.Blocks[heading].Level && strings.EqualFold(strings.TrimSpace(h.Text.Plain()), text) {
			n++
		}
	}
	return n >= fewest
}
