package quotes

import "github.com/copychief/copychief/lint/language/cue"

// attributeDialogue finds the speaker named within a paragraph of dialogue that a dash opens: —No,
// said Ann, not now.
func attributeDialogue(f *reader, q *Quote) {
	line := cut(q.Block, f.doc.Blocks[q.Block].Text.String(), nil, nil)
	for i := range line.pieces {
		switch line.kind(i) {
		case commaPiece, stopPiece, dashPiece:
		default:
			continue
		}
		if !isVerb(&line, i+1, cue.SayVerb) {
			continue
		}
		if who := line.phraseAt(i+2, len(line.pieces)); who.kind != noPhrase {
			f.attribute(q, &line, attributionTo(&line, who, i+1, true))
			return
		}
	}
}
