package phrase

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
)

// fixesOf returns the fixes of a hit, the best first. There is none where the form of the
// replacement is not known, where the words are part of a compound, where markup is inside them,
// where a metadata value might need quotation marks, where the replacement does not fit the words
// around it (see [fitting.Fit]), or where the rule would flag it again.
func fixesOf(w *Words, d *lint.Document, p *passage.Passage, t *Term, s fitting.Spot, replacements []replacement) (all []lint.Fix) {
	span := p.Text.Span(s.Start, s.End)
	if w.Fix == FixNone || span.Empty() || d.Source.Slice(span) != s.Found() {
		return nil
	}
	if t.Remove {
		return fitting.Removal(d, p, s, w.Lang, w.Fix == FixSafe)
	}
	joined := s.IsJoined()
	if joined && (!w.Names || !sameName(t, s)) || fitting.Upper(s.Text) && fitting.Upper(s.Found()) && t.Acronym {
		return nil
	}
	for i, r := range replacements {
		if r.text == "" || p.Block == lint.None && !fitting.Harmless(r.text) {
			continue
		}
		text, fits := fitting.Fit(d, p, s, r.text, w.Lang)
		if text == "" || w.again(t, s, text) {
			continue
		}
		certain := fits && !isInName(w, t, s) && !joined && !t.Guess && len(replacements) == 1 && !w.ordinary(t, s.Found()) && (w.Names || isSamePart(w, t, s, t.Instead[i], r.text))
		safe := i == 0 && r.sure && w.Fix != FixUnsafe && (certain || w.Fix == FixSafe)
		all = append(all, lint.Replace("Replace with “"+text+"”", safe, span, text))
	}
	return all
}

// sameName reports whether what was found is a spelling of a name rather than other words for it.
func sameName(t *Term, s fitting.Spot) bool { return fitting.SameLetters(s.Found(), t.Phrase) }
