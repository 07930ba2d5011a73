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
		if p.verb(k, cue.SayVerb) && !p.small(k-1, p.words.to) {
			if a := p.inverted(k, hi); a.found {
				return a
			}
			if a := p.by(p.subjectOf(i, k), k, true); a.found {
				if a.who.kind == pronounPhrase && p.impersonal(a.who.to) {
					continue
				}
				return a
			}
			if a := p.by(p.behind(p.skipAdverbs(k+1, hi), hi), k, true); a.found && p.kind(k-1) != openPiece && a.who.kind != pronounPhrase {
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
	who := p.behind(v+1, hi)
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
	const near = 10 // pieces between a verb and what it takes in quotation marks
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
			if a := p.agent(v, q); a.found {
				return a
			}
			if p.passive(v) || p.idle(lo, v) {
				continue
			}
			if far.found && q-far.cue.from < near && !p.mute(far.cue.from) && !p.has(far.cue.from-1, cue.Relative) && p.kind(v+1) != commaPiece {
				break // a verb of saying farther off belongs to another clause
			}
			a := p.by(p.subjectOf(lo, v), v, true)
			if a.found && (p.has(v, cue.SayVerb) || q-v <= 4) {
				return p.outer(lo, a)
			}
			if !far.found {
				far = a
			}
		}
		if p.has(v, cue.IngForm) && p.has(v, cue.Verb) && v > lo && !far.found && !p.gerund(v) {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return p.outer(lo, a)
			}
		}
	}
	if !far.found {
		if far = p.takenAs(lo, q); !far.found {
			far = p.claimed(lo, q)
		}
	}
	return p.outer(lo, far)
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
	for k := v - 1; k >= 0 && k >= v-3 && (p.has(k, cue.Auxiliary) || p.adverb(k)); k-- {
		if p.small(k, p.words.passiveBe) {
			return true
		}
	}
	return false
}

// original reports whether piece i before "from" or "by" is a word for a text, or nothing, rather than
// a name or a participle: "a post by Lee:", "From Lee:", but not "with Lee from Salem:".
func (p *paragraph) original(i int) bool {
	return p.kind(i) != wordPiece || !p.pastLike(i) && !p.has(i, cue.PastForm) && (!p.pieces[i].cap || p.has(i, cue.Determiner))
}

// gerund reports whether word v, which looks like a participle, is a noun: "the failed shooting as".
func (p *paragraph) gerund(v int) bool {
	return p.has(v, cue.SayVerb) && p.has(v+1, cue.Preposition|cue.Auxiliary) && p.modified(v)
}

// agent reads the agent of a verb in the passive: Lee in "it was described by Lee as “…”", "Day was
// asked by Lee whether".
func (p *paragraph) agent(v, q int) attribution {
	const most = 3 // pieces between the verb and its agent
	if !p.has(v, cue.PastForm) || p.is(v, p.words.inscription) {
		return attribution{}
	}
	b := v - 1
	for b >= 0 && (p.has(b, cue.Auxiliary) && !p.small(b, p.words.passiveBe) || p.adverb(b)) {
		b--
	}
	if !p.small(b, p.words.passiveBe) {
		return attribution{}
	}
	for k := v + 1; k < min(q, v+1+most) && p.kind(k) == wordPiece; k++ {
		if p.is(k, p.words.agentBy) {
			return p.by(p.behind(k+1, q), v, true)
		}
	}
	return attribution{}
}

// colon reads "Ann Lee: “…”" and "Lee on the merger: “…”".
func (p *paragraph) colon(lo, c int) attribution {
	if ph := p.coordinated(p.phraseBefore(c-1, lo), lo); ph.kind == namePhrase && p.kind(ph.from-1) == dashPiece {
		return p.by(ph, c, true) // Bakers agree - Ann Lee:
	}
	for v := c - 1; v >= lo; v-- {
		if a := p.according(v, c); a.found {
			return a
		}
		if p.verb(v, cue.Verb) && !p.passive(v) || v == c-1 && p.has(v, cue.Verb) && p.has(v, cue.IngForm) {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
			return p.by(p.behind(v+1, c), v, true) // Continued Lee:
		}
	}
	if ph := p.coordinated(p.phraseBefore(c-1, lo), lo); ph.kind == namePhrase && (ph.from == lo || p.kind(ph.from-1) != wordPiece || p.is(ph.from-1, p.words.origin) && p.original(ph.from-2)) {
		return p.by(ph, c, true)
	}
	for k := c - 1; k > lo; k-- {
		if p.kind(k) == colonPiece {
			lo = k + 1 // behind a label
			break
		}
	}
	ph := p.subject(lo, c)
	if ph.kind == namePhrase && ph.to+2 >= c && ph.to < c && p.pieces[ph.to].class == 0 && !p.capital(ph.to) {
		return attribution{} // Meta description:
	}
	return p.by(ph, c, true)
}
