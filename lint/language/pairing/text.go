package pairing

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// Text returns the text between the marks of a pair of a document, on one line.
func (p *Pair) Text(d *lint.Document) string {
	style := [...]string{"\"", "“", "‘", "'", "«", "''", "", ""}
	if p.Style == Dash {
		text := d.Blocks[p.Block].Text.String()
		return strings.TrimSpace(text[opensDialogue(text):])
	}
	if p.Block == p.EndBlock {
		return strings.TrimSpace(unmarked(d.Blocks[p.Block].Text.Slice(p.Start, p.End), p.Closed && p.Style != Element))
	}
	var parts []string
	for i := p.Block; i <= p.EndBlock; i++ {
		t := d.Blocks[i].Text
		from, to := 0, t.Len()
		if i == p.Block {
			from = p.Start
		}
		if i == p.EndBlock {
			to = p.End
		}
		if i != p.Block && !strings.HasPrefix(t.String(), style[p.Style]) && !goesOn(d, i) {
			continue // a caption
		}
		parts = append(parts, strings.TrimSpace(unmarked(t.Slice(from, to), i == p.EndBlock && p.Closed)))
	}
	return strings.Join(parts, " ")
}

// unmarked removes the opening mark of a text and, if the pair is closed, the closing mark.
func unmarked(s string, closed bool) string {
	for _, m := range [...]string{"“", "\"", "''", "``", "«", "‘", "'", "„", "”", "»"} {
		if rest, ok := strings.CutPrefix(s, m); ok {
			s = rest
			break
		}
	}
	if !closed {
		return s
	}
	for _, m := range [...]string{"”", "\"", "''", "»", "’", "'", "“", "«"} {
		if rest, ok := strings.CutSuffix(s, m); ok {
			return rest
		}
	}
	return s
}

// Span returns the position of a pair in the source of a document, marks included.
func (p *Pair) Span(d *lint.Document) lint.Span {
	start := d.Blocks[p.Block].Text.Span(p.Start, p.Start+1)
	end := d.Blocks[p.EndBlock].Text.Span(max(p.End-1, 0), p.End)
	return start.Join(end)
}
