package quotes

import "github.com/copychief/copychief/lint/language/cue"

// attributeAs gives a quotation the attribution of another.
func (q *Quote) attributeAs(o *Quote) {
	q.Speaker, q.Cue = o.Speaker, o.Cue
	q.Anonymous, q.Described, q.Explained, q.Spoken = o.Anonymous, o.Described, o.Explained, o.Spoken
}

// isSpoken reports whether an attribution says that somebody spoke: it has a verb of saying in the
// past or in the third person, or "according to", with a subject that can speak. What somebody may
// say, shall say or is told to say has not been said; an instruction ("ask “…”") has no subject.
func isSpoken(p *paragraph, a attribution) bool {
	if !a.found || a.cue.kind == noPhrase || !canSpeak(p, a.who) {
		return false
	}
	v := a.cue.from
	if p.is(v, p.words.according) || p.is(v, p.words.per) || p.is(v, p.words.in) || p.has(v, cue.GoOn) {
		return true
	}
	if !p.has(v, cue.SayVerb) || p.has(v-1, cue.Modal) && p.has(v-1, cue.Auxiliary) {
		return false
	}
	for k := v - 1; k >= 0 && p.has(k, cue.Auxiliary); k-- {
		if p.small(k, p.words.passiveBe) {
			return false // sources are not shown
		}
	}
	return p.has(v, cue.PastForm) || !p.has(v, cue.BaseForm|cue.IngForm) && isSomebody(p, a.who)
}

// isSomebody reports whether a noun phrase is a person rather than a thing or an organisation. In
// the present tense, things can also "say" something: a signal, a metric, an error.
func isSomebody(p *paragraph, ph phrase) bool {
	switch ph.kind {
	case namePhrase:
		return ph.to > ph.from+1
	case nominalPhrase:
		return p.has(headOf(p, ph).to-1, cue.Person|cue.Nameless)
	case pronounPhrase:
		return true
	case noPhrase:
	}
	return false
}

// canSpeak reports whether a noun phrase can speak: a name, a person, an organisation, or a pronoun
// for one of them.
func canSpeak(p *paragraph, ph phrase) bool {
	switch ph.kind {
	case pronounPhrase:
		return p.is(ph.from, p.words.third) && !p.is(ph.from, p.words.it) || p.has(ph.from, cue.Relative)
	case namePhrase:
		return true
	case nominalPhrase:
		head := headOf(p, ph).to - 1
		return p.has(head, cue.Head) && !isCutOff(p, ph)
	case noPhrase:
	}
	return false
}

// isCutOff reports whether a noun phrase continues with a noun that is on no list: Google's
// official, in "Google's official guide says".
func isCutOff(p *paragraph, ph phrase) bool {
	k := ph.to
	return p.kind(k) == wordPiece && p.pieces[k].class == 0 && !p.pieces[k].cap && !isAdverb(p, k) && !isPastLike(p, k)
}
