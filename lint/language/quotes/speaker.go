package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// attribution is the speaker of a quotation and the words that name the speaker.
type attribution struct {
	who   phrase
	cue   phrase // kind is noPhrase if the attribution follows from the position alone
	found bool
	firm  bool // based on a verb or phrase next to the quotation, not on position alone
}

func attributionTo(p *paragraph, who phrase, verb int, firm bool) attribution {
	if who.kind == noPhrase {
		return attribution{}
	}
	a := attribution{who: refineName(p, who), found: true, firm: firm}
	if verb >= 0 {
		a.cue = phrase{verb, verb + 1, nominalPhrase}
		if p.has(verb, cue.GoOn) {
			a.cue.to++
		}
	}
	return a
}

// refineName adjusts a nominal phrase to the words that name the speaker best: the name in "one
// official, Ann Lee, said", all of "people familiar with the plan".
func refineName(p *paragraph, who phrase) phrase {
	if who.kind != nominalPhrase {
		return who
	}
	if p.kind(who.to) == commaPiece && p.namelike(who.to+1) {
		if name := p.nameAt(who.to+1, len(p.pieces)); name.kind == namePhrase && p.kind(name.to) == commaPiece {
			if first := phraseBefore(p, who.from-2, 0); p.small(who.from-1, p.words.and) && first.kind == namePhrase {
				name.from = first.from // Ann Lee and her husband, Bob, said
			}
			return name
		}
	}
	if k := who.from - 1; p.small(k, p.words.and) { // Ann Lee, a well-known baker and painter said
		if first := phraseBefore(p, k-1, 0); first.kind == nominalPhrase && p.has(first.from, cue.Determiner) && p.kind(first.from-1) == commaPiece {
			if name := phraseBefore(p, first.from-2, 0); name.kind == namePhrase && !isGoverned(p, name) {
				return name
			}
		}
	}
	if k := who.from - 1; k > 0 && p.kind(k) == commaPiece && p.namelike(k-1) && !isVerb(p, who.to, cue.Verb) { // As Ann Lee, a baker, said
		if name := phraseBefore(p, k-1, 0); name.kind == namePhrase && !isGoverned(p, name) {
			return name
		}
	}
	if p.small(who.to, p.words.inTheKnow) && p.has(who.to+1, cue.Preposition) {
		end := who.to + 2
		for end < min(len(p.pieces), who.to+9) && p.kind(end) == wordPiece && !isVerb(p, end, cue.Verb) && !p.has(end, cue.Relative|cue.Conjunction|cue.Pronoun) {
			end++
		}
		who.to = end
	}
	return who
}

// attributionOf looks for the speaker of the quotation in piece q.
func attributionOf(p *paragraph, q int) attribution {
	lo, hi := p.sentence(q)
	if q == lo {
		if a := attributionAfter(p, q+1, clauseUntil(p, q+1, hi)); a.found {
			return a
		}
		if a := attributionPastWords(p, q, hi); a.found {
			return a
		}
		if hi == q+1 {
			if a := attributionSaidBehind(p, hi); a.found {
				return a
			}
		}
		return attributionAfterDash(p, q+1)
	}
	last := lastSign(p.text[p.pieces[q].start:p.pieces[q].end])
	if last == ',' || p.kind(q+1) == commaPiece {
		if a := attributionTight(p, q+1, clauseUntil(p, q+1, hi)); a.found && !isElsewhere(p, lo, q, a) {
			return a
		}
	}
	if a := attributionBefore(p, lo, q); a.found {
		if a.cue.kind != noPhrase && p.has(a.cue.from, cue.MuteVerb) && !p.has(a.cue.from, cue.SayVerb) {
			if b := attributionInTail(p, q, hi); b.found {
				return b
			}
		}
		return a
	}
	if a := attributionAfter(p, q+1, clauseUntil(p, q+1, hi)); a.found {
		return a
	}
	if a := attributionBehindNext(p, q, hi); a.found {
		return a
	}
	return attributionInTail(p, q, hi)
}

// attributionPastWords reads an attribution whose subject has a description that contains quotation marks:
// “We won,” Ann Lee, in a “bakers first” cap, said.
func attributionPastWords(p *paragraph, q, hi int) attribution {
	if !strings.ContainsRune(",?!", lastSign(p.text[p.pieces[q].start:p.pieces[q].end])) || clauseUntil(p, q+1, hi) == hi {
		return attribution{}
	}
	who := p.phraseAt(q+1, hi)
	if who.kind == noPhrase || who.kind == pronounPhrase || p.kind(who.to) != commaPiece {
		return attribution{}
	}
	for v := who.to; v < min(hi, who.to+reach/4); v++ {
		if isVerb(p, v, cue.SayVerb) {
			return attributionTo(p, who, v, true)
		}
	}
	return attribution{}
}

// attributionInTail reads an attribution of the whole sentence at its end: the council in "It wants the mill to
// be “clean” by May, the council says."
func attributionInTail(p *paragraph, q, hi int) attribution {
	v := hi - 1
	for v > q && p.kind(v) == stopPiece {
		v--
	}
	if v <= q || !isVerb(p, v, cue.SayVerb) {
		return attribution{}
	}
	who := phraseBefore(p, v-1, q+1)
	if who.kind == noPhrase || who.from-1 <= q || p.kind(who.from-1) != commaPiece {
		return attribution{}
	}
	return attributionTo(p, who, v, true)
}

// attributionAfterDash reads a name after a dash at the end of the paragraph: “…” — Ann Lee, nurse.
func attributionAfterDash(p *paragraph, i int) attribution {
	const longest = 14 // pieces of a name with its description
	if p.kind(i) != dashPiece || len(p.pieces)-i > longest {
		return attribution{}
	}
	for p.kind(i) == dashPiece {
		i++
	}
	if !p.namelike(i) {
		return attribution{}
	}
	return attributionTo(p, p.nameAt(i, len(p.pieces)), -1, true)
}

// attributionBehindNext looks after the other quotations of the sentence: The town is “out of money” and “out
// of time,” Lee said.
func attributionBehindNext(p *paragraph, q, hi int) attribution {
	k := clauseUntil(p, q+1, hi)
	for tries := 0; k < hi && tries < attempts; tries++ {
		if strings.ContainsRune(",?!", lastSign(p.text[p.pieces[k].start:p.pieces[k].end])) || p.kind(k+1) == commaPiece {
			if a := attributionTight(p, k+1, clauseUntil(p, k+1, hi)); a.found {
				return a
			}
		}
		k = clauseUntil(p, k+1, hi)
	}
	return attribution{}
}

// clauseUntil returns the first quotation in [i, hi), or hi; the nickname in Ann “Red” Lee does not
// count.
func clauseUntil(p *paragraph, i, hi int) int {
	for k := i; k < hi; k++ {
		if p.kind(k) == quotedPiece && !p.nickname(k) {
			return k
		}
	}
	return hi
}

// skipMarks returns the first piece at or after i that is a word.
func skipMarks(p *paragraph, i, hi int) int {
	for i < hi && (p.kind(i) == commaPiece || p.kind(i) == dashPiece || p.kind(i) == otherPiece) {
		i++
	}
	return i
}

// attributionTight reads an attribution that begins right after a quotation: "said Ann Lee", "she said", "Ann
// Lee, a nurse, said".
func attributionTight(p *paragraph, i, hi int) attribution {
	i = skipMarks(p, i, hi)
	for i < hi && (p.has(i, cue.Auxiliary) || isAdverb(p, i)) {
		i++
	}
	if isVerb(p, i, cue.Verb) {
		who := phraseBehind(p, skipAdverbs(p, i+1, hi), hi)
		return attributionTo(p, who, i, true)
	}
	if a := attributionAccording(p, i, hi); a.found {
		return a
	}
	if a := attributionUnlisted(p, i, hi); a.found {
		return a
	}
	ph := p.phraseAt(i, hi)
	if ph.kind == noPhrase || ph.kind == pronounPhrase && isImpersonal(p, ph.to) || isCharge(p, ph) {
		return attribution{}
	}
	for k := ph.to; k < min(hi, ph.to+reach/2); k++ {
		if isVerb(p, k, cue.SayVerb) || k <= ph.to+2 && isVerb(p, k, cue.Verb) {
			if a := attributionInverted(p, k, hi); a.found && p.is(i, p.words.that) {
				return a
			}
			if k-ph.to <= 4 || ph.kind == pronounPhrase {
				return attributionTo(p, ph, k, true)
			}
			return attributionTo(p, subjectOf(p, i, k), k, true)
		}
	}
	return attribution{}
}

// isCharge reports whether a noun phrase sums up the quotation before it: "a charge Lee denied".
func isCharge(p *paragraph, ph phrase) bool {
	return ph.kind == nominalPhrase && p.is(ph.from, p.words.indefinite) && p.is(ph.from+1, p.words.claims)
}

// isImpersonal reports whether the words from piece i on, after "it", make it impersonal: "it must
// be added", "it is said".
func isImpersonal(p *paragraph, i int) bool {
	if !p.is(i-1, p.words.it) {
		return false
	}
	for p.has(i, cue.Auxiliary) {
		if p.small(i, p.words.impersonalBe) {
			return true
		}
		i++
	}
	return false
}

func isAdverb(p *paragraph, i int) bool {
	if p.kind(i) != wordPiece || p.pieces[i].cap || p.pieces[i].class != 0 {
		return false
	}
	w := p.word(i)
	return len(w) > 3 && endsIn(w, p.words.adverbEndings)
}

func skipAdverbs(p *paragraph, i, hi int) int {
	for i < hi && (isAdverb(p, i) || p.has(i, cue.Auxiliary)) {
		i++
	}
	return i
}

// attributionSaidBehind reads a sentence from piece i on that only attributes the quotation before it: “It
// rains.” Ann Lee said.
func attributionSaidBehind(p *paragraph, i int) attribution {
	if i >= len(p.pieces) || p.kind(i) != wordPiece {
		return attribution{}
	}
	who := p.phraseAt(i, len(p.pieces))
	if who.kind == noPhrase || who.from != i || !isVerb(p, who.to, cue.SayVerb) || who.to+1 < len(p.pieces) && p.kind(who.to+1) != stopPiece {
		return attribution{}
	}
	return attributionTo(p, who, who.to, true)
}
