package quotes

import (
	"github.com/copychief/copychief/lint/language/cue"
)

// after looks for an attribution in [i, hi), which follows a quotation.
func (p *paragraph) after(i, hi int) attribution {
	if a := p.tight(i, hi); a.found {
		return a
	}
	for k := i; k < hi; k++ {
		if a := p.according(k, hi); a.found {
			return a
		}
		if p.verb(k, cue.SayVerb) {
			if a := p.inverted(k, hi); a.found {
				return a
			}
			if a := p.by(p.subjectOf(i, k), k, true); a.found {
				if a.who.kind == pronounPhrase && p.impersonal(a.who.to) {
					continue
				}
				return a
			}
			if a := p.by(p.phraseAt(p.skipAdverbs(k+1, hi), hi), k, true); a.found && a.who.kind != pronounPhrase {
				return a
			}
		}
	}
	return attribution{}
}

// inverted reads a subject that follows its verb at the end of a clause: Lee in “It is late” for
// the school, said Lee, who teaches there.
func (p *paragraph) inverted(v, hi int) attribution {
	if p.kind(v-1) != commaPiece {
		return attribution{}
	}
	who := p.phraseAt(v+1, hi)
	if who.kind != namePhrase {
		return attribution{}
	}
	if end := p.kind(who.to); end == commaPiece || end == stopPiece || end == openPiece || end == otherPiece || p.has(who.to, cue.Day|cue.Preposition) {
		return p.by(who, v, true)
	}
	return attribution{}
}

// before looks for the nearest verb or phrase in [lo, q) that introduces the quotation at q.
func (p *paragraph) before(lo, q int) attribution {
	var far attribution
	tries := 0
	for v := q - 1; v >= lo && tries < attempts; v-- {
		if a := p.according(v, q); a.found {
			return a
		}
		if p.kind(v) == colonPiece && v == q-1 {
			if a := p.colon(lo, v); a.found {
				return a
			}
		}
		if p.has(v, cue.Verb) {
			tries++
		}
		if p.verb(v, cue.Verb) {
			if p.passive(v) || p.idle(lo, v) {
				continue
			}
			a := p.by(p.subjectOf(lo, v), v, true)
			if a.found && (p.has(v, cue.SayVerb) || q-v <= 4) {
				return p.outer(lo, a)
			}
			if !far.found {
				far = a
			}
		}
		if p.has(v, cue.IngForm) && p.has(v, cue.Verb) && v > lo {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
		}
	}
	return p.outer(lo, far)
}

// outer goes from a pronoun in reported speech to its speaker: Lee in "Lee said she rejects “…”"
// and in "Lee denounced what he called “…”".
func (p *paragraph) outer(lo int, a attribution) attribution {
	if !a.found {
		return a
	}
	if a.who.kind != pronounPhrase {
		return p.reported(lo, a)
	}
	if !p.is(a.who.from, p.words.third) {
		return a
	}
	v := a.who.from - 1
	if p.is(v, p.words.what) {
		if who := p.subject(lo, v); who.kind == namePhrase || who.kind == nominalPhrase && p.has(who.to-1, cue.Head) {
			a.who = who
		}
		return a
	}
	if p.is(v, p.words.that) {
		v--
	}
	if v <= lo || !p.verb(v, cue.SayVerb) {
		return p.reported(lo, a)
	}
	if o := p.by(p.subjectOf(lo, v), v, true); o.found {
		return o
	}
	return a
}

// reported goes from the subject of a clause of reported speech to its speaker: Lee in "Lee said
// that the rule makes it “…”", since a rule cannot speak.
func (p *paragraph) reported(lo int, a attribution) attribution {
	if a.cue.kind == noPhrase || p.has(a.cue.from, cue.SayVerb) || !p.mute(a.cue.from) {
		return a
	}
	for v, tries := a.who.from, 0; v > lo && tries < attempts; v-- {
		if !p.has(v, cue.SayVerb) {
			continue
		}
		tries++
		if p.verb(v, cue.SayVerb) {
			if o := p.by(p.subjectOf(lo, v), v, true); o.found && o.who.to <= v {
				return o
			}
		}
	}
	return a
}

// mute reports whether a verb can take quoted words without meaning that anything is said:
// "makes", "sees", "finds".
func (p *paragraph) mute(v int) bool {
	return p.has(v, cue.MuteVerb)
}

// idle reports whether verb v has no particular speaker: "it is easy to say".
func (p *paragraph) idle(lo, v int) bool {
	if !p.is(v-1, p.words.to) {
		return false
	}
	who := p.subjectOf(lo, v)
	return who.kind == pronounPhrase && p.impersonal(who.to)
}

// passive reports whether verb v is in the passive: "is called", "was described".
func (p *paragraph) passive(v int) bool {
	if !p.has(v, cue.PastForm) || !p.has(v, cue.CallVerb) {
		return false
	}
	for k := v - 1; k >= 0 && k >= v-3 && p.has(k, cue.Auxiliary); k-- {
		if p.small(k, p.words.passiveBe) {
			return true
		}
	}
	return false
}

// colon reads "Ann Lee: “…”" and "Lee on the merger: “…”".
func (p *paragraph) colon(lo, c int) attribution {
	for v := c - 1; v >= lo; v-- {
		if a := p.according(v, c); a.found {
			return a
		}
		if p.verb(v, cue.Verb) && !p.passive(v) || v == c-1 && p.has(v, cue.Verb) && p.has(v, cue.IngForm) {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
			return p.by(p.phraseAt(v+1, c), v, true) // Continued Lee:
		}
	}
	if ph := p.phraseBefore(c-1, lo); ph.kind == namePhrase && (ph.from == lo || p.kind(ph.from-1) != wordPiece) {
		return p.by(ph, c, true)
	}
	ph := p.subject(lo, c)
	if ph.kind == namePhrase && ph.to+2 >= c && ph.to < c && p.pieces[ph.to].class == 0 && !p.capital(ph.to) {
		return attribution{} // Meta description:
	}
	return p.by(ph, c, true)
}
