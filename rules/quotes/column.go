package quotes

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
)

// mostRows is how many rows of a table a wrapped quotation runs over.
const mostRows = 4

// acrossRows returns the unpaired marks without those that are pairs down a column of a table: where
// the text of a cell is wrapped by hand, it goes on in the row below.
func acrossRows(d *lint.Document, stray []pairing.Stray) []pairing.Stray {
	inCell := func(s pairing.Stray) bool { return d.Blocks[s.Block].Kind == lint.Cell }
	if !slices.ContainsFunc(stray, inCell) {
		return stray
	}
	paired := make([]bool, len(stray))
	for i, a := range stray {
		if paired[i] || !a.Opening || !inCell(a) {
			continue
		}
		for k := i + 1; k < len(stray); k++ {
			b := stray[k]
			if !inCell(b) || d.Blocks[b.Block].Row > d.Blocks[a.Block].Row+mostRows {
				break
			}
			if paired[k] || b.Opening || d.Blocks[b.Block].Row <= d.Blocks[a.Block].Row || column(d, a.Block) != column(d, b.Block) {
				continue
			}
			if partners(d.Blocks[a.Block].Text.Slice(a.Start, a.End), d.Blocks[b.Block].Text.Slice(b.Start, b.End)) {
				paired[i], paired[k] = true, true
				break
			}
		}
	}
	var left []pairing.Stray
	for i := range stray {
		if !paired[i] {
			left = append(left, stray[i])
		}
	}
	return left
}

// column returns how many cells of its row are before a cell.
func column(d *lint.Document, cell int) int {
	n := 0
	for i := cell - 1; i >= 0 && d.Blocks[i].Kind == lint.Cell && d.Blocks[i].Row == d.Blocks[cell].Row; i-- {
		n++
	}
	return n
}

// isCut reports whether a mark opens a quotation in a text that ends in an ellipsis: the teaser of an
// article, in which the quotation goes on.
func isCut(text string, s pairing.Stray) bool {
	text = strings.TrimRight(text[s.End:], " \n")
	return s.Opening && (strings.HasSuffix(text, "…") && strings.Count(text, "…") == 1 || strings.HasSuffix(text, "[...]"))
}
