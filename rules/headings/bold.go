package headings

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// fewestBold is how many bold paragraphs divide a text visually: the questions of an
// interview, or lines that emphasis-as-heading reports.
const fewestBold = 3

// boldDivides reports whether entirely bold paragraphs divide the blocks [from, to). It is
// called for long texts only.
func boldDivides(d *lint.Document, from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if bold(&d.Blocks[i]) {
			n++
		}
	}
	return n >= fewestBold
}

func bold(b *lint.Block) bool {
	if b.Kind != lint.Paragraph || !b.Prose() || len(b.Marks) == 0 {
		return false
	}
	s := b.Text.String()
	text := strings.TrimSpace(s)
	from := strings.Index(s, text)
	for _, m := range b.Marks {
		if m.Kind == lint.MarkStrong && m.Start <= from && m.End >= from+len(text) {
			return text != ""
		}
	}
	return false
}
