package clause

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/cue"
)

// IsVerb reports whether piece i is a finite verb of one of the classes, rather
// than a noun that looks like one.
func IsVerb(p *Paragraph, i int, c cue.Class) bool {
	if !p.Has(i, c) {
		return false
	}
	if p.Is(i, p.Words.Thanks) && p.Is(i+1, p.Words.To) {
		return false
	}
	w := &p.Pieces[i]
	if w.Class&cue.GoOn != 0 && !p.Is(i+1, p.Words.On) {
		return false
	}
	if w.Class&cue.IngForm != 0 || w.Capital && i > 0 && !p.Pieces[i-1].Ends {
		return false
	}
	if isOwned(p, i) || p.Is(i, p.Words.Starting) && !closesClause(p, i+1) {
		return false
	}
	if w.Class&cue.BaseForm != 0 && w.Class&cue.PastForm == 0 {
		return p.Has(i-1, cue.Modal) || IsPlural(p, skipAside(p, i))
	}
	if w.Class&cue.PastForm == 0 && p.Has(i-1, cue.Determiner|cue.Preposition) {
		return false // "the claims", "of calls"
	}
	if w.Class&cue.PluralToo != 0 && p.Has(i-1, cue.Verb) && (!p.Has(i-1, cue.Head|cue.Noun) || p.Has(i-2, cue.Modal)) {
		return false // to answer questions
	}
	return w.Class&cue.PluralToo == 0 || !IsModified(p, i) || !pluralsAt(p, i)
}

// closesClause reports whether a clause ends before piece i, so that the verb before it has no object: “So,”
// she starts.
func closesClause(p *Paragraph, i int) bool {
	return p.Kind(i) != Word || p.Has(i, cue.Filler) || IsAdverb(p, i)
}

// isOwned reports whether a possessive name or noun precedes piece i, which is then not a verb:
// "Lee's proposed law", "the mayor's claim".
func isOwned(p *Paragraph, i int) bool {
	return p.Kind(i-1) == Word && p.Pieces[i-1].Class&cue.Closed == 0 && p.Possessive(i-1)
}

// skipAside returns the piece before piece i, skipping a word between commas: "The two lawmakers,
// however, argue".
func skipAside(p *Paragraph, i int) int {
	if p.Kind(i-1) == Comma && p.Has(i-2, cue.Filler|cue.Auxiliary) && p.Kind(i-3) == Comma {
		return i - 4
	}
	return i - 1
}

// IsModified reports whether an unknown word precedes piece i, which may be an adjective ("sharp
// voices") or a subject ("the band voices").
func IsModified(p *Paragraph, i int) bool {
	return p.Kind(i-1) == Word && p.Pieces[i-1].Class == 0 && !p.Pieces[i-1].Capital
}

// IsPlural reports whether piece i looks like a plural noun: only then is a base form after it a
// verb.
func IsPlural(p *Paragraph, i int) bool {
	if p.Kind(i) != Word {
		return false
	}
	w := p.Word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] < utf8.RuneSelf && w[len(w)-2] != '\'' && p.Pieces[i].Class&cue.Closed == 0
}
