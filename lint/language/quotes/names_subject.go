package quotes

import (
	"github.com/copychief/copychief/lint/language/cue"
)

// phraseBefore reads the noun phrase that ends with piece i, down to lo.
func phraseBefore(p *paragraph, i, lo int) phrase {
	if i < lo || p.kind(i) != wordPiece {
		return phrase{}
	}
	c := p.pieces[i].class
	if c&cue.Pronoun != 0 {
		return phrase{i, i + 1, pronounPhrase}
	}
	if c&cue.BaseForm != 0 && p.has(i-1, cue.Modal) && p.has(i-1, cue.Auxiliary) {
		return phrase{} // will answer
	}
	if p.namelike(i) {
		k := i
		for k > lo && (p.namelike(k-1) || p.small(k-1, p.words.particles) && k-1 > lo && p.namelike(k-2) && !p.possessive(k-2)) && p.kind(k-1) == wordPiece {
			k--
		}
		return phrase{k, i + 1, namePhrase}
	}
	if c&(cue.Closed|cue.Day|cue.Filler) != 0 {
		return phrase{}
	}
	k := i
	for k > lo && i-k < 7 && p.kind(k-1) == wordPiece {
		b := p.pieces[k-1].class
		if b&cue.Determiner != 0 {
			k--
			break
		}
		if b&cue.Closed != 0 || b&cue.Verb != 0 && b&(cue.Head|cue.Noun) == 0 && (b&cue.BaseForm == 0 || !p.has(k-2, cue.Determiner)) {
			break // "a state official" continues
		}
		if b == 0 && p.has(k-2, cue.Relative) {
			break // an unlisted verb: "a clause that requires staffers"
		}
		k--
	}
	return phrase{k, i + 1, nominalPhrase}
}

// subjectIn returns the first noun phrase of [lo, hi) that no preposition governs.
func subjectIn(p *paragraph, lo, hi int) phrase {
	governed := false
	place := -1 // after the object of a preposition: "in Salem", before ", Ohio,"
	for i := lo; i < hi; i++ {
		if p.kind(i) != wordPiece {
			governed = false
			continue
		}
		if p.has(i, cue.Preposition) {
			if p.is(i, p.words.joining) {
				if ph := p.phraseAt(i+1, hi); ph.kind != noPhrase && ph.to < hi && isPredicated(p, ph.to) {
					for i = ph.to; i < hi && p.kind(i) != commaPiece; i++ { // as Lee left the bar, Day said
					}
					continue
				}
			}
			governed = true
			continue
		}
		ph := p.phraseAt(i, hi)
		if ph.kind == noPhrase {
			switch c := p.pieces[i].class; {
			case c&cue.Verb != 0 && (p.is(i-1, p.words.to) || c&cue.IngForm != 0):
				governed = true // to thank the town, citing the town: an object
			case c&(cue.Conjunction|cue.Verb) != 0:
				governed = false
			}
			continue
		}
		region := place == i-1 && p.kind(i-1) == commaPiece && ph.kind == namePhrase && p.kind(ph.to) == commaPiece
		if !governed && !region && !isTime(p, ph) {
			return ph
		}
		place = ph.to
		if governed && p.is(ph.to, p.words.and) {
			if other := p.phraseAt(ph.to+1, hi); other.kind != noPhrase && p.kind(other.to) == commaPiece {
				i = ph.to // after talks with Day and Moss, Lee said
				continue
			}
		}
		governed = false
		i = ph.to - 1
	}
	return phrase{}
}

// isTime reports whether a noun phrase expresses a time: "this week", "two years". What
// belongs to somebody is a thing: "the council's minutes".
func isTime(p *paragraph, ph phrase) bool {
	return ph.kind == nominalPhrase && p.has(ph.to-1, cue.Day) && (ph.to-2 <= ph.from || !p.possessive(ph.to-2))
}

// apposedIn returns the first noun phrase of [lo, hi) that is followed by a comma or a bracket: the
// subject of "Ann Lee, who runs the place, said".
func apposedIn(p *paragraph, lo, hi int) phrase {
	for lo < hi {
		ph := subjectIn(p, lo, hi)
		if ph.kind == noPhrase {
			return ph
		}
		if k := p.kind(ph.to); ph.to < hi && (k == commaPiece || k == openPiece || k == dashPiece) {
			return ph
		}
		lo = ph.to
	}
	return phrase{}
}

// isGoverned reports whether a preposition precedes a noun phrase, with or without an article
// between them.
func isGoverned(p *paragraph, ph phrase) bool {
	k := ph.from - 1
	if p.has(k, cue.Determiner) {
		k--
	}
	if p.is(k, p.words.joining) {
		return false // before a subject these words join clauses
	}
	return p.has(k, cue.Preposition)
}

// coordinatedWith widens a name to both names of "Lee and Day".
func coordinatedWith(p *paragraph, ph phrase, lo int) phrase {
	and := ph.from - 1
	if p.has(and, cue.Determiner) {
		and--
	}
	if ph.kind != namePhrase || and <= lo || !p.is(and, p.words.and) {
		return ph
	}
	if first := phraseBefore(p, and-1, lo); first.kind == namePhrase && (!isGoverned(p, first) || p.is(first.from-1, p.words.origin) && p.kind(ph.to) == colonPiece) {
		return phrase{first.from, ph.to, namePhrase}
	}
	return ph
}
