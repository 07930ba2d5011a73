package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// outerAttribution goes from the subject of reported speech to its speaker: Lee in "Lee said that she
// rejects “…”", in "Lee said the rule makes it “…”" and in "Lee denounced what he called “…”".
func outerAttribution(p *paragraph, lo int, a attribution) attribution {
	switch {
	case !a.found || a.cue.kind == noPhrase:
		return a
	case a.who.kind != pronounPhrase:
		if p.has(a.cue.from, cue.SayVerb) || !isMute(p, a.cue.from) && !isThing(p, a.who) {
			return a
		}
	case !p.is(a.who.from, p.words.third) || p.pieces[a.who.from].cap:
		return a
	case p.is(a.who.from-1, p.words.what):
		if who := subjectIn(p, lo, a.who.from-1); who.kind == namePhrase || who.kind == nominalPhrase && p.has(who.to-1, cue.Head) {
			a.who = who
		}
		return a
	}
	for v, tries := a.who.from-1, 0; v > lo && tries < attempts && p.kind(v) != stopPiece; v-- {
		if !isReporting(p, v) {
			continue
		}
		tries++
		if a.who.kind == pronounPhrase && !embedsClause(p, v, a.who.from) {
			continue
		}
		if o := attributionTo(p, reporterOf(p, lo, v), v, true); o.found && o.who.to <= v && holdsSpeech(p, o.who) {
			return o
		}
	}
	return a
}

// isThing reports whether a noun phrase is nothing that speaks.
func isThing(p *paragraph, ph phrase) bool {
	return ph.kind == nominalPhrase && !p.has(headOf(p, ph).to-1, cue.Head)
}

// holdsSpeech reports whether a noun phrase can hold an opinion: not a thing, and not "it".
func holdsSpeech(p *paragraph, ph phrase) bool {
	return !isThing(p, ph) && (ph.kind != pronounPhrase || !p.is(ph.from, p.words.vague) && !p.is(ph.from, p.words.that))
}

// isReporting reports whether word v introduces what somebody says or thinks: "said", "adding", "worried
// that", "the claim that".
func isReporting(p *paragraph, v int) bool {
	if isVerb(p, v, cue.SayVerb) || p.has(v, cue.SayVerb) && p.has(v, cue.IngForm) {
		return true
	}
	return opensThat(p, v+1) && (isVerb(p, v, cue.CallVerb) || isPastLike(p, v) || p.is(v, p.words.claims))
}

// opensThat reports whether piece i is "that".
func opensThat(p *paragraph, i int) bool {
	return p.has(i, cue.Conjunction) && p.is(i, p.words.that)
}

// embedsClause reports whether the clause at piece i is what word v reports, rather than another clause
// behind it: "Lee said no, but she calls it “…”".
func embedsClause(p *paragraph, v, i int) bool {
	if p.kind(i-2) == commaPiece && p.is(i-1, p.words.adding) {
		return false
	}
	b := i - 1
	for b > v && p.has(b, cue.Conjunction) && !p.is(b, p.words.that) {
		b--
	}
	return p.kind(b) != commaPiece || opensThat(p, v+1) || p.kind(v+1) == commaPiece
}

// reporterOf returns whoever says what word v reports.
func reporterOf(p *paragraph, lo, v int) phrase {
	if !p.is(v, p.words.claims) || isVerb(p, v, cue.Verb) {
		return subjectOf(p, lo, v)
	}
	for k := v - 1; k >= lo && k >= v-5 && p.kind(k) == wordPiece; k-- {
		switch {
		case p.possessive(k):
			return phraseBefore(p, k, lo)
		case p.is(k, p.words.theirs):
			return phrase{k, k + 1, pronounPhrase}
		case p.has(k, cue.Verb) || isPastLike(p, k):
			return subjectOf(p, lo, k)
		}
	}
	return phrase{}
}

// attributionClaimed looks in [lo, q) for a word behind which a clause with "that" reports what somebody says
// or thinks: "worried that", "the claim that".
func attributionClaimed(p *paragraph, lo, q int) attribution {
	const aside = 8 // pieces between a claim and its clause
	if p.kind(q) != quotedPiece {
		return attribution{}
	}
	for v := q - 2; v > lo; v-- {
		switch {
		case !opensThat(p, v+1):
		case isReporting(p, v):
			return attributionHeld(p, lo, v)
		default: // Lee's suggestion at the debate that
			for k := v - 1; k > max(lo, v-aside) && p.kind(k) == wordPiece && !p.has(k, cue.Verb); k-- {
				if p.is(k, p.words.claims) && p.has(k+1, cue.Preposition) {
					return attributionHeld(p, lo, k)
				}
			}
		}
	}
	return attribution{}
}

// attributionHeld attributes a quotation to whoever says what word v reports, unless that is the author.
func attributionHeld(p *paragraph, lo, v int) attribution {
	who := reporterOf(p, lo, v)
	if !holdsSpeech(p, who) || who.kind == pronounPhrase && !p.is(who.from, p.words.third) && !p.is(who.from, p.words.theirs) && !p.has(who.from, cue.Relative) {
		return attribution{}
	}
	return attributionTo(p, who, v, who.kind != nominalPhrase)
}

// attributionTakenAs looks for an unlisted verb whose object is taken for what is quoted at piece q: "Lee
// heralded the deal as a “…”".
func attributionTakenAs(p *paragraph, lo, q int) attribution {
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
		if !takesQuotation(p, lo, v) {
			continue
		}
		who := subjectOf(p, lo, v)
		if who.to > v || !holdsSpeech(p, who) || who.kind == nominalPhrase && !p.has(who.from, cue.Determiner) && !isPlural(p, who.to-1) {
			break
		}
		return attributionTo(p, who, v, true)
	}
	return attribution{}
}

// attributionCommented reads a possessive before the quotation at piece q and a noun of speech behind it:
// Lee’s “closed for good” comment.
func attributionCommented(p *paragraph, q int) attribution {
	if p.kind(q-1) != wordPiece || !p.possessive(q-1) || !p.is(q+1, p.words.claims) && !p.has(q+1, cue.Noun) {
		return attribution{}
	}
	if who := phraseBefore(p, q-1, 0); who.kind == namePhrase {
		return attributionTo(p, who, q+1, true)
	}
	return attribution{}
}

// takesQuotation reports whether word v looks like an unlisted verb in the active: "heralded", "has been
// heralding", "Lee openly heralds".
func takesQuotation(p *paragraph, lo, v int) bool {
	if isPastLike(p, v) {
		return !p.small(v-1, p.words.passiveBe)
	}
	if p.kind(v) != wordPiece || p.pieces[v].cap || p.pieces[v].class != 0 {
		return false
	}
	w, b := p.word(v), v-1
	for b > 0 && isAdverb(p, b) {
		b--
	}
	if len(w) > 4 && endsIn(w, p.words.participleEndings) {
		return p.small(b, p.words.passiveBe)
	}
	if len(w) <= 4 || !endsIn(w, p.words.thirdEndings) || p.phraseAt(v+1, len(p.pieces)).kind == noPhrase {
		return false
	}
	ph := phraseBefore(p, b, lo)
	opens := ph.from == lo || p.kind(ph.from-1) != wordPiece || p.has(ph.from-1, cue.Conjunction)
	return opens && (ph.kind == namePhrase && !p.possessive(b) || ph.kind == pronounPhrase && p.is(b, p.words.third) && !p.is(b, p.words.it))
}

// isElsewhere reports whether the verb behind the quotation at piece q has a clause of its own to
// report, or its subject before the quotation: "Though Lee said he was “late,” she claims they
// waited"; "Lee, citing “the rules,” said the bar is closed".
func isElsewhere(p *paragraph, lo, q int, a attribution) bool {
	if a.cue.kind == noPhrase || a.cue.from < q || !p.has(a.cue.from, cue.SayVerb) {
		return false
	}
	if a.who.from > a.cue.from {
		return p.has(q-1, cue.IngForm) && p.has(q-1, cue.Verb) && p.kind(q-2) == commaPiece && isPredicated(p, a.who.to)
	}
	own := p.phraseAt(a.cue.to, len(p.pieces))
	return own.kind == pronounPhrase && isPredicated(p, own.to) && p.is(lo, p.words.clauseBegins) && attributionBefore(p, lo, q).found
}
