package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// outer goes from the subject of reported speech to its speaker: Lee in "Lee said that she
// rejects “…”", in "Lee said the rule makes it “…”" and in "Lee denounced what he called “…”".
func (p *paragraph) outer(lo int, a attribution) attribution {
	switch {
	case !a.found || a.cue.kind == noPhrase:
		return a
	case a.who.kind != pronounPhrase:
		if p.has(a.cue.from, cue.SayVerb) || !p.mute(a.cue.from) && !p.thing(a.who) {
			return a
		}
	case !p.is(a.who.from, p.words.third) || p.pieces[a.who.from].cap:
		return a
	case p.is(a.who.from-1, p.words.what):
		if who := p.subject(lo, a.who.from-1); who.kind == namePhrase || who.kind == nominalPhrase && p.has(who.to-1, cue.Head) {
			a.who = who
		}
		return a
	}
	for v, tries := a.who.from-1, 0; v > lo && tries < attempts && p.kind(v) != stopPiece; v-- {
		if !p.reports(v) {
			continue
		}
		tries++
		if a.who.kind == pronounPhrase && !p.embeds(v, a.who.from) {
			continue
		}
		if o := p.by(p.reporter(lo, v), v, true); o.found && o.who.to <= v && p.holds(o.who) {
			return o
		}
	}
	return a
}

// thing reports whether a noun phrase is nothing that speaks.
func (p *paragraph) thing(ph phrase) bool {
	return ph.kind == nominalPhrase && !p.has(p.headed(ph).to-1, cue.Head)
}

// holds reports whether a noun phrase can hold an opinion: not a thing, and not "it".
func (p *paragraph) holds(ph phrase) bool {
	return !p.thing(ph) && (ph.kind != pronounPhrase || !p.is(ph.from, p.words.vague) && !p.is(ph.from, p.words.that))
}

// reports reports whether word v introduces what somebody says or thinks: "said", "adding", "worried
// that", "the claim that".
func (p *paragraph) reports(v int) bool {
	if p.verb(v, cue.SayVerb) || p.has(v, cue.SayVerb) && p.has(v, cue.IngForm) {
		return true
	}
	return p.opensThat(v+1) && (p.verb(v, cue.CallVerb) || p.pastLike(v) || p.is(v, p.words.claims))
}

// opensThat reports whether piece i is "that".
func (p *paragraph) opensThat(i int) bool {
	return p.has(i, cue.Conjunction) && p.is(i, p.words.that)
}

// embeds reports whether the clause at piece i is what word v reports, rather than another clause
// behind it: "Lee said no, but she calls it “…”".
func (p *paragraph) embeds(v, i int) bool {
	if p.kind(i-2) == commaPiece && p.is(i-1, p.words.adding) {
		return false
	}
	b := i - 1
	for b > v && p.has(b, cue.Conjunction) && !p.is(b, p.words.that) {
		b--
	}
	return p.kind(b) != commaPiece || p.opensThat(v+1) || p.kind(v+1) == commaPiece
}

// reporter returns whoever says what word v reports.
func (p *paragraph) reporter(lo, v int) phrase {
	if !p.is(v, p.words.claims) || p.verb(v, cue.Verb) {
		return p.subjectOf(lo, v)
	}
	for k := v - 1; k >= lo && k >= v-5 && p.kind(k) == wordPiece; k-- {
		switch {
		case p.possessive(k):
			return p.phraseBefore(k, lo)
		case p.is(k, p.words.theirs):
			return phrase{k, k + 1, pronounPhrase}
		case p.has(k, cue.Verb) || p.pastLike(k):
			return p.subjectOf(lo, k)
		}
	}
	return phrase{}
}

// claimed looks in [lo, q) for a word behind which a clause with "that" reports what somebody says
// or thinks: "worried that", "the claim that".
func (p *paragraph) claimed(lo, q int) attribution {
	const aside = 8 // pieces between a claim and its clause
	if p.kind(q) != quotedPiece {
		return attribution{}
	}
	for v := q - 2; v > lo; v-- {
		switch {
		case !p.opensThat(v + 1):
		case p.reports(v):
			return p.held(lo, v)
		default: // Lee's suggestion at the debate that
			for k := v - 1; k > max(lo, v-aside) && p.kind(k) == wordPiece && !p.has(k, cue.Verb); k-- {
				if p.is(k, p.words.claims) && p.has(k+1, cue.Preposition) {
					return p.held(lo, k)
				}
			}
		}
	}
	return attribution{}
}

// held attributes a quotation to whoever says what word v reports, unless that is the author.
func (p *paragraph) held(lo, v int) attribution {
	who := p.reporter(lo, v)
	if !p.holds(who) || who.kind == pronounPhrase && !p.is(who.from, p.words.third) && !p.is(who.from, p.words.theirs) && !p.has(who.from, cue.Relative) {
		return attribution{}
	}
	return p.by(who, v, who.kind != nominalPhrase)
}

// takenAs looks for an unlisted verb whose object is taken for what is quoted at piece q: "Lee
// heralded the deal as a “…”".
func (p *paragraph) takenAs(lo, q int) attribution {
	const most = 10 // pieces of the object
	as := q - 1
	if p.is(as, p.words.articles) || p.is(as, p.words.indefinite) {
		as--
	}
	if !p.is(as, p.words.as) {
		return attribution{}
	}
	if as == q-1 && p.kind(q) == quotedPiece && !strings.Contains(p.text[p.pieces[q].start:p.pieces[q].end], " ") {
		return attribution{} // marks it as “done”
	}
	for v := as - 2; v > lo && v > as-most; v-- {
		if p.has(v, cue.Auxiliary|cue.Verb) {
			break
		}
		if !p.takes(lo, v) {
			continue
		}
		who := p.subjectOf(lo, v)
		if who.to > v || !p.holds(who) || who.kind == nominalPhrase && !p.has(who.from, cue.Determiner) && !p.plural(who.to-1) {
			break
		}
		return p.by(who, v, true)
	}
	return attribution{}
}

// commented reads a possessive before the quotation at piece q and a noun of speech behind it:
// Lee’s “closed for good” comment.
func (p *paragraph) commented(q int) attribution {
	if p.kind(q-1) != wordPiece || !p.possessive(q-1) || !p.is(q+1, p.words.claims) && !p.has(q+1, cue.Noun) {
		return attribution{}
	}
	if who := p.phraseBefore(q-1, 0); who.kind == namePhrase {
		return p.by(who, q+1, true)
	}
	return attribution{}
}

// takes reports whether word v looks like an unlisted verb in the active: "heralded", "has been
// heralding", "Lee openly heralds".
func (p *paragraph) takes(lo, v int) bool {
	if p.pastLike(v) {
		return !p.small(v-1, p.words.passiveBe)
	}
	if p.kind(v) != wordPiece || p.pieces[v].cap || p.pieces[v].class != 0 {
		return false
	}
	w, b := p.word(v), v-1
	for b > 0 && p.adverb(b) {
		b--
	}
	if len(w) > 4 && endsIn(w, p.words.participleEndings) {
		return p.small(b, p.words.passiveBe)
	}
	if len(w) <= 4 || !endsIn(w, p.words.thirdEndings) || p.phraseAt(v+1, len(p.pieces)).kind == noPhrase {
		return false
	}
	ph := p.phraseBefore(b, lo)
	opens := ph.from == lo || p.kind(ph.from-1) != wordPiece || p.has(ph.from-1, cue.Conjunction)
	return opens && (ph.kind == namePhrase && !p.possessive(b) || ph.kind == pronounPhrase && p.is(b, p.words.third) && !p.is(b, p.words.it))
}

// elsewhere reports whether the verb behind the quotation at piece q has a clause of its own to
// report, or its subject before the quotation: "Though Lee said he was “late,” she claims they
// waited"; "Lee, citing “the rules,” said the bar is closed".
func (p *paragraph) elsewhere(lo, q int, a attribution) bool {
	if a.cue.kind == noPhrase || a.cue.from < q || !p.has(a.cue.from, cue.SayVerb) {
		return false
	}
	if a.who.from > a.cue.from {
		return p.has(q-1, cue.IngForm) && p.has(q-1, cue.Verb) && p.kind(q-2) == commaPiece && p.predicated(a.who.to)
	}
	own := p.phraseAt(a.cue.to, len(p.pieces))
	return own.kind == pronounPhrase && p.predicated(own.to) && p.is(lo, p.words.clauseBegins) && p.before(lo, q).found
}
