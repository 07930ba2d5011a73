package phrase

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/inflect"
)

// fixesOf returns the fixes of a hit, the best first. There is none where the form of the
// replacement is not known, where the words are part of a compound, where markup is inside them,
// where a metadata value might need quotation marks, where the replacement does not fit the words
// around it (see [fitting.Fit]), or where the rule would flag it again; why then says so.
func fixesOf(w *Words, d *lint.Document, p *passage.Passage, t *Term, e *entry, s fitting.Spot, replacements []replacement) (all []lint.Fix, why string) {
	span := p.Text.Span(s.Start, s.End)
	joined := s.IsJoined()
	switch {
	case w.Fix == FixNone || span.Empty() || len(replacements) == 0 && !t.Remove:
		return nil, ""
	case d.Source.Slice(span) != s.Found():
		return nil, fitting.Markup
	case s.At&passage.Addresses != 0 || w.scope.Addressed(d, p, s.Start, s.End):
		return nil, fitting.Addressed
	case t.Remove:
		return fitting.Removal(d, p, s, w.Lang, w.Fix == FixSafe)
	case joined && (!w.Names || !sameName(t, s)):
		return nil, "the words are part of a longer one"
	case fitting.Upper(s.Text) && fitting.Upper(s.Found()) && t.Acronym:
		return nil, "all of the text is in capitals"
	}
	for i, r := range replacements {
		text, doubt := "", ""
		switch {
		case r.text == "":
			doubt = "the form of “" + t.Instead[i] + "” is not known"
		case p.Block == lint.None && !fitting.Harmless(r.text):
			doubt = fitting.Quoting
		default:
			if text, doubt = fitting.Fit(d, p, s, r.text, w.Lang); text != "" && w.again(t, s, text) {
				text, doubt = "", fitting.Again
			}
		}
		if text == "" {
			why = doubt
			continue
		}
		if doubt == "" {
			doubt = doubtOf(w, t, e, s, replacements, i, joined)
		}
		safe := i == 0 && r.sure && w.Fix != FixUnsafe && (doubt == "" || w.Fix == FixSafe)
		if doubt == "" && !r.sure {
			doubt = "the form is a guess from the sentence"
		}
		all = append(all, fitting.Doubtful(lint.Replace("Replace with “"+text+"”", safe, span, text), doubt))
	}
	if len(all) > 0 {
		why = ""
	}
	return all, why
}

// doubtOf says why a replacement that fits the words around it may still be wrong, or "".
func doubtOf(w *Words, t *Term, e *entry, s fitting.Spot, replacements []replacement, i int, joined bool) string {
	switch {
	case isInName(w, t, s):
		return "the words may be part of a name"
	case joined:
		return "the words are part of a longer one"
	case t.Guess:
		return "the misspelling is a guess"
	case len(replacements) > 1:
		return "there are several replacements"
	case w.ordinary(t, s.Found()):
		return "it is also a word of its own"
	case !w.Names && (!isSamePart(w, t, s, t.Instead[i], replacements[i].text) || isAdjective(w, t, s) || !isVerbPhrase(w, t, s)),
		isVerbForm(e) && t.isClosedUp() && t.beginsWithNoun():
		return "it may be another part of speech here"
	case needsPlural(w, s, replacements[i].text):
		return "the noun after it may be in the singular"
	case w.mayNeedOf(replacements[i].text, s):
		return "it may need “of” before a name"
	case !w.Names && hasParticle(w, t, s):
		return "the word after it may belong to it"
	case !w.Names && w.english() && fitting.Dangles(s, replacements[i].text):
		return "no word follows that it can go with"
	}
	return ""
}

// sameName reports whether what was found is a spelling of a name rather than other words for it.
func sameName(t *Term, s fitting.Spot) bool { return fitting.SameLetters(s.Found(), t.Phrase) }

// isVerbForm reports whether an entry is a form that only verbs have.
func isVerbForm(e *entry) bool {
	return e.last && (e.form == inflect.Past || e.form == inflect.Participle || e.form == inflect.Continuous)
}
