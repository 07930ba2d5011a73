package quotes

import (
	"github.com/copychief/copychief/lint/language/cue"
)

// attributionAfter looks for an attribution in [i, hi), which follows a quotation.
func attributionAfter(p *paragraph, i, hi int) attribution {
	if a := attributionTight(p, i, hi); a.found {
		return a
	}
	for k := i; k < hi; k++ {
		if a := attributionAccording(p, k, hi); a.found {
			return a
		}
		if isVerb(p, k, cue.SayVerb) && !p.small(k-1, p.words.to) {
			if a := attributionInverted(p, k, hi); a.found {
				return a
			}
			if a := attributionTo(p, subjectOf(p, i, k), k, true); a.found {
				if a.who.kind == pronounPhrase && isImpersonal(p, a.who.to) {
					continue
				}
				return a
			}
			if a := attributionTo(p, phraseBehind(p, skipAdverbs(p, k+1, hi), hi), k, true); a.found && p.kind(k-1) != openPiece && a.who.kind != pronounPhrase {
				return a
			}
		}
	}
	return attribution{}
}

// attributionInverted reads a subject that follows its verb at the end of a clause: Lee in “It is late” for
// the school, said Lee, who teaches there.
func attributionInverted(p *paragraph, v, hi int) attribution {
	if p.kind(v-1) != commaPiece {
		return attribution{}
	}
	who := phraseBehind(p, v+1, hi)
	if who.kind != namePhrase {
		return attribution{}
	}
	if end := p.kind(who.to); end == commaPiece || end == stopPiece || end == openPiece || end == otherPiece || p.has(who.to, cue.Day|cue.Preposition) {
		return attributionTo(p, who, v, true)
	}
	return attribution{}
}

// attributionBefore looks for the nearest verb or phrase in [lo, q) that introduces the quotation at q.
func attributionBefore(p *paragraph, lo, q int) attribution {
	const near = 10 // pieces between a verb and what it takes in quotation marks
	var far attribution
	tries := 0
	for v := q - 1; v >= lo && tries < attempts; v-- {
		if a := attributionAccording(p, v, q); a.found {
			return a
		}
		if p.kind(v) == colonPiece && v == q-1 {
			if a := attributionAtColon(p, lo, v); a.found {
				return a
			}
		}
		if p.has(v, cue.Verb) {
			tries++
		}
		if isVerb(p, v, cue.Verb) {
			if a := agentOf(p, v, q); a.found {
				return a
			}
			if isPassive(p, v) || isIdle(p, lo, v) {
				continue
			}
			if far.found && q-far.cue.from < near && !isMute(p, far.cue.from) && !p.has(far.cue.from-1, cue.Relative) && p.kind(v+1) != commaPiece {
				break // a verb of saying farther off belongs to another clause
			}
			if p.has(v, cue.SayVerb) {
				if a := attributionInverted(p, v, q); a.found && p.kind(a.who.to) == commaPiece {
					return a // The bar, says Lee, is “late”
				}
			}
			a := attributionTo(p, subjectOf(p, lo, v), v, true)
			if a.found && (p.has(v, cue.SayVerb) || q-v <= 4) {
				return outerAttribution(p, lo, a)
			}
			if !far.found {
				far = a
			}
		}
		if p.has(v, cue.IngForm) && p.has(v, cue.Verb) && v > lo && !far.found && !isGerund(p, v) {
			if a := attributionTo(p, subjectOf(p, lo, v), v, true); a.found {
				return outerAttribution(p, lo, a)
			}
		}
	}
	if !far.found {
		if far = attributionTakenAs(p, lo, q); !far.found {
			far = attributionClaimed(p, lo, q)
		}
	}
	return outerAttribution(p, lo, far)
}

// isMute reports whether a verb can take quoted words without meaning that anything is said:
// "makes", "sees", "finds".
func isMute(p *paragraph, v int) bool {
	return p.has(v, cue.MuteVerb)
}

// isIdle reports whether verb v has no particular speaker: "it is easy to say".
func isIdle(p *paragraph, lo, v int) bool {
	if !p.is(v-1, p.words.to) {
		return false
	}
	who := subjectOf(p, lo, v)
	return who.kind == pronounPhrase && isImpersonal(p, who.to)
}

// isPassive reports whether verb v is in the passive: "is called", "was described".
func isPassive(p *paragraph, v int) bool {
	if !p.has(v, cue.PastForm) || !p.has(v, cue.CallVerb) {
		return false
	}
	for k := v - 1; k >= 0 && k >= v-3 && (p.has(k, cue.Auxiliary) || isAdverb(p, k)); k-- {
		if p.small(k, p.words.passiveBe) {
			return true
		}
	}
	return false
}

// isOriginal reports whether piece i before "from" or "by" is a word for a text, or nothing, rather than
// a name or a participle: "a post by Lee:", "From Lee:", but not "with Lee from Salem:".
func isOriginal(p *paragraph, i int) bool {
	return p.kind(i) != wordPiece || !isPastLike(p, i) && !p.has(i, cue.PastForm) && (!p.pieces[i].cap || p.has(i, cue.Determiner))
}

// isGerund reports whether word v, which looks like a participle, is a noun: "the failed shooting as".
func isGerund(p *paragraph, v int) bool {
	return p.has(v, cue.SayVerb) && p.has(v+1, cue.Preposition|cue.Auxiliary) && isModified(p, v)
}

// agentOf reads the agent of a verb in the passive: Lee in "it was described by Lee as “…”", "Day was
// asked by Lee whether".
func agentOf(p *paragraph, v, q int) attribution {
	const most = 3 // pieces between the verb and its agent
	if !p.has(v, cue.PastForm) || p.is(v, p.words.inscription) {
		return attribution{}
	}
	b := v - 1
	for b >= 0 && (p.has(b, cue.Auxiliary) && !p.small(b, p.words.passiveBe) || isAdverb(p, b)) {
		b--
	}
	if !p.small(b, p.words.passiveBe) {
		return attribution{}
	}
	for k := v + 1; k < min(q, v+1+most) && p.kind(k) == wordPiece; k++ {
		if p.is(k, p.words.agentBy) {
			return attributionTo(p, phraseBehind(p, k+1, q), v, true)
		}
	}
	return attribution{}
}

// attributionAtColon reads "Ann Lee: “…”" and "Lee on the merger: “…”".
func attributionAtColon(p *paragraph, lo, c int) attribution {
	if ph := coordinatedWith(p, phraseBefore(p, c-1, lo), lo); ph.kind == namePhrase && p.kind(ph.from-1) == dashPiece {
		return attributionTo(p, ph, c, true) // Bakers agree - Ann Lee:
	}
	for v := c - 1; v >= lo; v-- {
		if a := attributionAccording(p, v, c); a.found {
			return a
		}
		if isVerb(p, v, cue.Verb) && !isPassive(p, v) || v == c-1 && p.has(v, cue.Verb) && p.has(v, cue.IngForm) {
			if a := attributionTo(p, subjectOf(p, lo, v), v, true); a.found {
				return a
			}
			return attributionTo(p, phraseBehind(p, v+1, c), v, true) // Continued Lee:
		}
	}
	if ph := coordinatedWith(p, phraseBefore(p, c-1, lo), lo); ph.kind == namePhrase && (ph.from == lo || p.kind(ph.from-1) != wordPiece || p.is(ph.from-1, p.words.origin) && isOriginal(p, ph.from-2)) {
		return attributionTo(p, ph, c, true)
	}
	for k := c - 1; k > lo; k-- {
		if p.kind(k) == colonPiece {
			lo = k + 1 // behind a label
			break
		}
	}
	ph := subjectIn(p, lo, c)
	if ph.kind == namePhrase && ph.to+2 >= c && ph.to < c && p.pieces[ph.to].class == 0 && !p.capital(ph.to) {
		return attribution{} // Meta description:
	}
	return attributionTo(p, ph, c, true)
}
