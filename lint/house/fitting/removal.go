package fitting

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
)

// Removal returns the fix that takes a phrase out with the space before it. A phrase that
// begins a sentence stays, since the next word would need a capital, and so does one without which
// the words around it do not fit together.
func Removal(d *lint.Document, p *passage.Passage, s Spot, lang string, safe bool) []lint.Fix {
	if s.Start == 0 || s.Text[s.Start-1] != ' ' || Initial(s.Found()) || s.IsJoined() {
		return nil
	}
	before, after := s.Text[:s.Start-1], s.Text[s.End:]
	if before == "" || after != "" && !strings.HasPrefix(after, " ") && strings.ContainsAny(before[len(before)-1:], ",;:–—") {
		return nil
	}
	if next := s.WordAfter(); next != "" {
		closed := Spot{s.Text[:s.Start-1] + after, s.Start, s.Start + len(next), s.At}
		if text, _ := Fit(d, p, closed, next, lang); text == "" {
			return nil
		}
	}
	span := p.Text.Span(s.Start-1, s.End)
	if span.Len() != s.End-s.Start+1 {
		return nil
	}
	return []lint.Fix{lint.Replace("Delete “"+s.Found()+"”", safe, span, "")}
}
