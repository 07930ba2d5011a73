package pairing

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// english reports whether all curly double marks in the author's text are “…”.
func (p *Marks) english(d *lint.Document) bool {
	for left, right := range p.curly(d) {
		if left != "“" || right != "”" {
			return false
		}
	}
	return true
}

// low reports whether a pair in the author's text opens with „ and closes with a curly mark, as in many
// languages.
func (p *Marks) low(d *lint.Document) bool {
	for left := range p.curly(d) {
		if left == "„" {
			return true
		}
	}
	return false
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

// ownMarks sets the replacements of straight marks to the draft's own marks. Double marks get the
// curly ones that the draft uses, if all of its pairs agree. Single marks, except apostrophes, are
// left to the writer: which sign opens depends on the language and on the house style.
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
