package quotes

import "github.com/copychief/copychief/lint/language/cue"

// attributionAccording reads "according to", "per" and "in the words of" at piece i. "Per" must be followed
// by a name: "per day" is not an attribution.
func attributionAccording(p *paragraph, i, hi int) attribution {
	to := i + 2
	if !p.has(i, cue.Preposition) { // cheaper than looking each word up
		if !p.is(i, p.words.according) || !p.is(i+1, p.words.to) {
			return attribution{}
		}
		return attributionQuoting(p, i, to, hi)
	}
	switch {
	case p.is(i, p.words.per) && p.namelike(i+1):
		to = i + 1
	case p.is(i, p.words.in) && p.is(i+1, p.words.articles) && p.is(i+2, p.words.wording) && p.is(i+3, p.words.of):
		to = i + 4
	case p.is(i, p.words.in) && p.is(i+1, p.words.theirs) && p.is(i+2, p.words.wording):
		a := attributionTo(p, phrase{i + 1, i + 2, pronounPhrase}, i, true) // in her words
		a.cue.to = i + 3
		return a
	case p.is(i, p.words.in) || p.is(i, p.words.as):
		return attributionInView(p, i, hi)
	default:
		return attribution{}
	}
	return attributionQuoting(p, i, to, hi)
}

// attributionQuoting attributes a quotation to the noun phrase behind the pieces [i, to).
func attributionQuoting(p *paragraph, i, to, hi int) attribution {
	a := attributionTo(p, phraseBehind(p, to, hi), i, true)
	a.cue.to = to
	return a
}

// attributionInView reads "in Lee's view" and "as Lee put it" at piece i.
func attributionInView(p *paragraph, i, hi int) attribution {
	who := p.phraseAt(i+1, hi)
	if who.kind == noPhrase {
		return attribution{}
	}
	to := who.to
	if p.is(i, p.words.in) {
		if !p.is(to-1, p.words.views) || !p.possessive(to-2) {
			return attribution{}
		}
		who.to, who.kind = to-1, phraseBefore(p, to-2, i+1).kind
	} else {
		v := to
		for p.has(v, cue.Auxiliary) {
			v++
		}
		if isVerb(p, v, cue.SayVerb) && v < hi && p.kind(v+1) != wordPiece {
			return attributionTo(p, who, v, true) // as critics have said
		}
		if !p.is(to, p.words.put) || !p.is(to+1, p.words.it) {
			return attribution{}
		}
		to += 2
	}
	a := attributionTo(p, who, i, true)
	a.cue.to = to
	return a
}
