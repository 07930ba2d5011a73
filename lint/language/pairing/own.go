package pairing

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// english reports whether all curly double marks of the author's are “…”.
func (p *Marks) english(d *lint.Document) bool {
	for left, right := range p.curly(d) {
		if left != "“" || right != "”" {
			return false
		}
	}
	return true
}

// curly yields the opening and closing sign of each pair of curly double marks in the
// author's prose.
func (p *Marks) curly(d *lint.Document) func(yield func(left, right string) bool) {
	return func(yield func(left, right string) bool) {
		for i := range p.Pairs {
			pair := &p.Pairs[i]
			if pair.Style != Curly || !pair.Closed || !d.Blocks[pair.Block].Prose() {
				continue
			}
			text := d.Blocks[pair.Block].Text.String()[pair.Start:]
			_, n := utf8.DecodeRuneInString(text)
			end := d.Blocks[pair.EndBlock].Text.String()[:pair.End]
			_, m := utf8.DecodeLastRuneInString(end)
			if right := end[len(end)-m:]; right != "\"" && !yield(text[:n], right) {
				return
			}
		}
	}
}

// ownMarks gives the straight double marks the curly ones that the draft has, if all of
// its pairs agree, and leaves the single ones to the writer but for apostrophes: which
// sign opens differs by language and by house.
func (p *Marks) ownMarks(d *lint.Document) {
	left, right := "", ""
	for l, r := range p.curly(d) {
		if left != "" && (l != left || r != right) {
			left, right = "", ""
			break
		}
		left, right = l, r
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		switch {
		case g.Other == "“":
			g.Other = left
		case g.Other == "”":
			g.Other = right
		case strings.HasPrefix(g.Other, "‘"):
			g.Other = ""
		}
	}
}
