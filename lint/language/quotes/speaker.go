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

func (p *paragraph) by(who phrase, verb int, firm bool) attribution {
	if who.kind == noPhrase {
		return attribution{}
	}
	a := attribution{who: p.refine(who), found: true, firm: firm}
	if verb >= 0 {
		a.cue = phrase{verb, verb + 1, nominalPhrase}
		if p.has(verb, cue.GoOn) {
			a.cue.to++
		}
	}
	return a
}

// refine adjusts a nominal phrase to the words that name the speaker best: the name in "one
// official, Ann Lee, said", all of "people familiar with the plan".
func (p *paragraph) refine(who phrase) phrase {
	if who.kind != nominalPhrase {
		return who
	}
	if p.kind(who.to) == commaPiece && p.namelike(who.to+1) {
		if name := p.nameAt(who.to+1, len(p.pieces)); name.kind == namePhrase && p.kind(name.to) == commaPiece {
			if first := p.phraseBefore(who.from-2, 0); p.small(who.from-1, p.words.and) && first.kind == namePhrase {
				name.from = first.from // Ann Lee and her husband, Bob, said
			}
			return name
		}
	}
	if k := who.from - 1; p.small(k, p.words.and) { // Ann Lee, a well-known baker and painter said
		if first := p.phraseBefore(k-1, 0); first.kind == nominalPhrase && p.has(first.from, cue.Determiner) && p.kind(first.from-1) == commaPiece {
			if name := p.phraseBefore(first.from-2, 0); name.kind == namePhrase && !p.governed(name) {
				return name
			}
		}
	}
	if k := who.from - 1; k > 0 && p.kind(k) == commaPiece && p.namelike(k-1) && !p.verb(who.to, cue.Verb) { // As Ann Lee, a baker, said
		if name := p.phraseBefore(k-1, 0); name.kind == namePhrase && !p.governed(name) {
			return name
		}
	}
	if p.small(who.to, p.words.inTheKnow) && p.has(who.to+1, cue.Preposition) {
		end := who.to + 2
		for end < min(len(p.pieces), who.to+9) && p.kind(end) == wordPiece && !p.verb(end, cue.Verb) && !p.has(end, cue.Relative|cue.Conjunction|cue.Pronoun) {
			end++
		}
		who.to = end
	}
	return who
}

// attribute looks for the speaker of the quotation in piece q.
func (p *paragraph) attribute(q int) attribution {
	lo, hi := p.sentence(q)
	if q == lo {
		if a := p.after(q+1, p.until(q+1, hi)); a.found {
			return a
		}
		if a := p.pastWords(q, hi); a.found {
			return a
		}
		if hi == q+1 {
			if a := p.saidBehind(hi); a.found {
				return a
			}
		}
		return p.dashed(q + 1)
	}
	last := lastSign(p.text[p.pieces[q].start:p.pieces[q].end])
	if last == ',' || p.kind(q+1) == commaPiece {
		if a := p.tight(q+1, p.until(q+1, hi)); a.found && !p.elsewhere(lo, q, a) {
			return a
		}
	}
	if a := p.before(lo, q); a.found {
		if a.cue.kind != noPhrase && p.has(a.cue.from, cue.MuteVerb) && !p.has(a.cue.from, cue.SayVerb) {
			if b := p.tail(q, hi); b.found {
				return b
			}
		}
		return a
	}
	if a := p.after(q+1, p.until(q+1, hi)); a.found {
		return a
	}
	if a := p.behindNext(q, hi); a.found {
		return a
	}
	return p.tail(q, hi)
}

// pastWords reads an attribution whose subject has a description that contains quotation marks:
// “We won,” Ann Lee, in a “bakers first” cap, said.
func (p *paragraph) pastWords(q, hi int) attribution {
	if !strings.ContainsRune(",?!", lastSign(p.text[p.pieces[q].start:p.pieces[q].end])) || p.until(q+1, hi) == hi {
		return attribution{}
	}
	who := p.phraseAt(q+1, hi)
	if who.kind == noPhrase || who.kind == pronounPhrase || p.kind(who.to) != commaPiece {
		return attribution{}
	}
	for v := who.to; v < min(hi, who.to+reach/4); v++ {
		if p.verb(v, cue.SayVerb) {
			return p.by(who, v, true)
		}
	}
	return attribution{}
}

// tail reads an attribution of the whole sentence at its end: the council in "It wants the mill to
// be “clean” by May, the council says."
func (p *paragraph) tail(q, hi int) attribution {
	v := hi - 1
	for v > q && p.kind(v) == stopPiece {
		v--
	}
	if v <= q || !p.verb(v, cue.SayVerb) {
		return attribution{}
	}
	who := p.phraseBefore(v-1, q+1)
	if who.kind == noPhrase || who.from-1 <= q || p.kind(who.from-1) != commaPiece {
		return attribution{}
	}
	return p.by(who, v, true)
}

// dashed reads a name after a dash at the end of the paragraph: “…” — Ann Lee, nurse.
func (p *paragraph) dashed(i int) attribution {
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
	return p.by(p.nameAt(i, len(p.pieces)), -1, true)
}

// behindNext looks after the other quotations of the sentence: The town is “out of money” and “out
// of time,” Lee said.
func (p *paragraph) behindNext(q, hi int) attribution {
	k := p.until(q+1, hi)
	for tries := 0; k < hi && tries < attempts; tries++ {
		if strings.ContainsRune(",?!", lastSign(p.text[p.pieces[k].start:p.pieces[k].end])) || p.kind(k+1) == commaPiece {
			if a := p.tight(k+1, p.until(k+1, hi)); a.found {
				return a
			}
		}
		k = p.until(k+1, hi)
	}
	return attribution{}
}

// until returns the first quotation in [i, hi), or hi; the nickname in Ann “Red” Lee does not
// count.
func (p *paragraph) until(i, hi int) int {
	for k := i; k < hi; k++ {
		if p.kind(k) == quotedPiece && !p.nickname(k) {
			return k
		}
	}
	return hi
}

// skipMarks returns the first piece at or after i that is a word.
func (p *paragraph) skipMarks(i, hi int) int {
	for i < hi && (p.kind(i) == commaPiece || p.kind(i) == dashPiece || p.kind(i) == otherPiece) {
		i++
	}
	return i
}

// tight reads an attribution that begins right after a quotation: "said Ann Lee", "she said", "Ann
// Lee, a nurse, said".
func (p *paragraph) tight(i, hi int) attribution {
	i = p.skipMarks(i, hi)
	for i < hi && (p.has(i, cue.Auxiliary) || p.adverb(i)) {
		i++
	}
	if p.verb(i, cue.Verb) {
		who := p.behind(p.skipAdverbs(i+1, hi), hi)
		return p.by(who, i, true)
	}
	if a := p.according(i, hi); a.found {
		return a
	}
	if a := p.unlisted(i, hi); a.found {
		return a
	}
	ph := p.phraseAt(i, hi)
	if ph.kind == noPhrase || ph.kind == pronounPhrase && p.impersonal(ph.to) {
		return attribution{}
	}
	for k := ph.to; k < min(hi, ph.to+reach/2); k++ {
		if p.verb(k, cue.SayVerb) || k <= ph.to+2 && p.verb(k, cue.Verb) {
			if a := p.inverted(k, hi); a.found && p.is(i, p.words.that) {
				return a
			}
			if k-ph.to <= 4 || ph.kind == pronounPhrase {
				return p.by(ph, k, true)
			}
			return p.by(p.subjectOf(i, k), k, true)
		}
	}
	return attribution{}
}

// impersonal reports whether the words from piece i on, after "it", make it impersonal: "it must
// be added", "it is said".
func (p *paragraph) impersonal(i int) bool {
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

func (p *paragraph) adverb(i int) bool {
	if p.kind(i) != wordPiece || p.pieces[i].cap || p.pieces[i].class != 0 {
		return false
	}
	w := p.word(i)
	return len(w) > 3 && endsIn(w, p.words.adverbEndings)
}

func (p *paragraph) skipAdverbs(i, hi int) int {
	for i < hi && (p.adverb(i) || p.has(i, cue.Auxiliary)) {
		i++
	}
	return i
}

// saidBehind reads a sentence from piece i on that only attributes the quotation before it: “It
// rains.” Ann Lee said.
func (p *paragraph) saidBehind(i int) attribution {
	if i >= len(p.pieces) || p.kind(i) != wordPiece {
		return attribution{}
	}
	who := p.phraseAt(i, len(p.pieces))
	if who.kind == noPhrase || who.from != i || !p.verb(who.to, cue.SayVerb) || who.to+1 < len(p.pieces) && p.kind(who.to+1) != stopPiece {
		return attribution{}
	}
	return p.by(who, who.to, true)
}
