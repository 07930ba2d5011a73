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

// isScheme reports whether the heading of a section belongs to a scheme that a draft repeats, such as the
// laps of each team, and pictures divide the section: a subheading in one of them would break it.
func isScheme(d *lint.Document, s lint.Section) bool {
	const fewest = 3
	if s.Heading == lint.None || s.From >= s.To {
		return false
	}
	pictures := 0
	for i := range d.Images {
		if blockAt(d, &d.Images[i], s.From, s.To) != lint.None {
			pictures++
		}
	}
	if pictures < fewestPictures {
		return false
	}
	text, n := strings.TrimSpace(d.Blocks[s.Heading].Text.Plain()), 0
	for _, h := range d.Headings() {
		if h.Level == d.Blocks[s.Heading].Level && strings.EqualFold(strings.TrimSpace(h.Text.Plain()), text) {
			n++
		}
	}
	return n >= fewest
}
