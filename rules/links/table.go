package links

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// underHead reports whether the head of a link's column in a table explains its text: it is the
// same word, as above a column “Link” whose cells have nothing else and whose rows name what is
// linked; or it says that the column has bad examples, in a text about the texts of links. A
// request, “Learn more”, is not a name.
func underHead(d *lint.Document, l *lint.Link, text string) bool {
	if l.Block == lint.None || d.Blocks[l.Block].Kind != lint.Cell || d.Blocks[l.Block].Row == 0 {
		return false
	}
	head := strings.ToLower(headOf(d, l.Block))
	if head == "" {
		return false
	}
	if slices.ContainsFunc(wordpack.Of(d.Language).Lines("bad-example-heads"), func(s string) bool { return strings.Contains(head, s) }) {
		return true
	}
	whole := strings.TrimSpace(d.Blocks[l.Block].Text.Plain()) == strings.TrimSpace(l.Text.Plain())
	return whole && !strings.Contains(text, " ") && strings.HasPrefix(head, strings.ToLower(text)) && isNamedInRow(d, l.Block)
}

// headOf returns the text of the first cell of the column of block i, a cell of a table.
func headOf(d *lint.Document, i int) string {
	row := rowStart(d, i)
	first := row
	for first > 0 && d.Blocks[first-1].Kind == lint.Cell && d.Blocks[first].Row > 0 {
		first = rowStart(d, first-1)
	}
	head := first + i - row
	if d.Blocks[first].Row > 0 || head >= row || d.Blocks[head].Row > 0 {
		return ""
	}
	return strings.TrimSpace(d.Blocks[head].Text.Plain())
}

// rowStart returns the first cell of the row of block i.
func rowStart(d *lint.Document, i int) int {
	for i > 0 && d.Blocks[i-1].Kind == lint.Cell && d.Blocks[i-1].Row == d.Blocks[i].Row {
		i--
	}
	return i
}

// isNamedInRow reports whether another cell of the row of block i has words.
func isNamedInRow(d *lint.Document, i int) bool {
	for k := rowStart(d, i); k < len(d.Blocks) && d.Blocks[k].Kind == lint.Cell && d.Blocks[k].Row == d.Blocks[i].Row; k++ {
		if k != i && strings.ContainsFunc(d.Blocks[k].Text.String(), unicode.IsLetter) {
			return true
		}
	}
	return false
}
