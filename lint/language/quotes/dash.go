package quotes

import (
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// attributeDialogue finds the speaker named within a paragraph of dialogue that a dash opens: —No,
// said Ann, not now.
func attributeDialogue(f *reader, q *Quote) {
	line := clause.Cut(q.Block, f.doc.Blocks[q.Block].Text.String(), nil, nil)
	for i := range line.Pieces {
		switch line.Kind(i) {
		case clause.Comma, clause.Stop, clause.Dash:
		default:
			continue
		}
		if !clause.IsVerb(&line, i+1, cue.SayVerb) {
			continue
		}
		if who := line.PhraseAt(i+2, len(line.Pieces)); who.Kind != clause.None {
			f.attribute(q, &line, attribution.To(&line, who, i+1, true))
			return
		}
	}
}
