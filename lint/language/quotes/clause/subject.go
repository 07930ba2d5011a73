package clause

import (
	"github.com/copychief/copychief/lint/language/cue"
)

// PhraseBefore reads the noun phrase that ends with piece i, down to lo.
func PhraseBefore(p *Paragraph, i, lo int) Phrase {
	if i < lo || p.Kind(i) != Word {
		return Phrase{}
	}
	c := p.Pieces[i].Class
	if c&cue.Pronoun != 0 {
		return Phrase{i, i + 1, Pronoun}
	}
	if c&cue.BaseForm != 0 && p.Has(i-1, cue.Modal) && p.Has(i-1, cue.Auxiliary) {
		return Phrase{} // will answer
	}
	if p.Namelike(i) {
		k := i
		for k > lo && (p.Namelike(k-1) || p.Small(k-1, p.Words.Particles) && k-1 > lo && p.Namelike(k-2) && !p.Possessive(k-2)) && p.Kind(k-1) == Word {
			k--
		}
		return Phrase{k, i + 1, Name}
	}
	if c&(cue.Closed|cue.Day|cue.Filler) != 0 {
		return Phrase{}
	}
	k := i
	for k > lo && i-k < 7 && p.Kind(k-1) == Word {
		b := p.Pieces[k-1].Class
		if b&cue.Determiner != 0 {
			k--
			break
		}
		if b&cue.Closed != 0 || b&cue.Verb != 0 && b&(cue.Head|cue.Noun) == 0 && (b&cue.BaseForm == 0 || !p.Has(k-2, cue.Determiner)) {
			break // "a state official" continues
		}
		if b == 0 && p.Has(k-2, cue.Relative) {
			break // an unlisted verb: "a clause that requires staffers"
		}
		k--
	}
	return Phrase{k, i + 1, Nominal}
}

// SubjectIn returns the first noun phrase of [lo, hi) that no preposition governs.
func SubjectIn(p *Paragraph, lo, hi int) Phrase {
	governed := false
	place := -1 // after the object of a preposition: "in Salem", before ", Ohio,"
	for i := lo; i < hi; i++ {
		if p.Kind(i) != Word {
			governed = false
			continue
		}
		if p.Has(i, cue.Preposition) {
			if p.Is(i, p.Words.Joining) {
				if ph := p.PhraseAt(i+1, hi); ph.Kind != None && ph.To < hi && IsPredicated(p, ph.To) {
					for i = ph.To; i < hi && p.Kind(i) != Comma; i++ { // as Lee left the bar, Day said
					}
					continue
				}
			}
			governed = true
			continue
		}
		ph := p.PhraseAt(i, hi)
		if ph.Kind == None {
			switch c := p.Pieces[i].Class; {
			case c&cue.Verb != 0 && (p.Is(i-1, p.Words.To) || c&cue.IngForm != 0):
				governed = true // to thank the town, citing the town: an object
			case c&(cue.Conjunction|cue.Verb) != 0:
				governed = false
			}
			continue
		}
		region := place == i-1 && p.Kind(i-1) == Comma && ph.Kind == Name && p.Kind(ph.To) == Comma
		if !governed && !region && !isTime(p, ph) {
			return ph
		}
		place = ph.To
		if governed && p.Is(ph.To, p.Words.And) {
			if other := p.PhraseAt(ph.To+1, hi); other.Kind != None && p.Kind(other.To) == Comma {
				i = ph.To // after talks with Day and Moss, Lee said
				continue
			}
		}
		governed = false
		i = ph.To - 1
	}
	return Phrase{}
}

// isTime reports whether a noun phrase expresses a time: "this week", "two years". A phrase with
// a possessive does not: "the council's minutes".
func isTime(p *Paragraph, ph Phrase) bool {
	return ph.Kind == Nominal && p.Has(ph.To-1, cue.Day) && (ph.To-2 <= ph.From || !p.Possessive(ph.To-2))
}

// apposedIn returns the first noun phrase of [lo, hi) that is followed by a comma or a bracket: the
// subject of "Ann Lee, who runs the place, said".
func apposedIn(p *Paragraph, lo, hi int) Phrase {
	for lo < hi {
		ph := SubjectIn(p, lo, hi)
		if ph.Kind == None {
			return ph
		}
		if k := p.Kind(ph.To); ph.To < hi && (k == Comma || k == Opening || k == Dash) {
			return ph
		}
		lo = ph.To
	}
	return Phrase{}
}

// IsGoverned reports whether a preposition precedes a noun phrase, with or without an article
// between them.
func IsGoverned(p *Paragraph, ph Phrase) bool {
	k := ph.From - 1
	if p.Has(k, cue.Determiner) {
		k--
	}
	if p.Is(k, p.Words.Joining) {
		return false // before a subject these words join clauses
	}
	return p.Has(k, cue.Preposition)
}

// CoordinatedWith widens a name to both names of "Lee and Day".
func CoordinatedWith(p *Paragraph, ph Phrase, lo int) Phrase {
	and := ph.From - 1
	if p.Has(and, cue.Determiner) {
		and--
	}
	if ph.Kind != Name || and <= lo || !p.Is(and, p.Words.And) {
		return ph
	}
	if first := PhraseBefore(p, and-1, lo); first.Kind == Name && (!IsGoverned(p, first) || p.Is(first.From-1, p.Words.Origin) && p.Kind(ph.To) == Colon) {
		return Phrase{first.From, ph.To, Name}
	}
	return ph
}

// HeadOf reduces "people familiar with the plan" to its noun.
func HeadOf(p *Paragraph, ph Phrase) Phrase {
	for k := ph.From; k < ph.To; k++ {
		if p.Has(k, cue.Head) && p.Has(k+2, cue.Preposition) && k+2 < ph.To {
			ph.To = k + 1
		}
	}
	return ph
}
