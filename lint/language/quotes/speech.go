package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
)

// The most words of a name or title behind a word such as "film", with and without a comma between
// them.
const shortTitle, longTitle = 8, 20

// isSpeech distinguishes a quotation from a title, a nickname, a term and a scare quote.
func isSpeech(f *reader, p *paragraph, k int, c *candidate, pair *pairing.Pair) bool {
	if c.words == 0 || !strings.ContainsFunc(c.text, unicode.IsLetter) {
		return false
	}
	if c.words == 1 && strings.ContainsAny(c.text, "/\\_=<>{}()") {
		return false // an address, a file, code
	}
	if isNamedBeside(p, k) && (c.words <= shortTitle || c.words <= longTitle && p.has(k-1, cue.Naming)) {
		return false
	}
	if isThought(p, k, c) || f.mused >= 0 && k-f.mused <= 7 && p.kind(k-1) == commaPiece {
		f.mused = k
		return false
	}
	if c.words < 5 && isNegated(p, k) {
		return false
	}
	single := pair.Style == pairing.SingleCurly || pair.Style == pairing.SingleStraight
	double := f.singles || !single
	if double && len(p.pieces) == 1 && strings.ContainsRune(".?!—-", lastSign(c.text)) {
		return true // “Yes?”
	}
	beside := isBeside(p, k, c)
	if titled(c.text) {
		said := p.kind(k-1) == colonPiece && c.who.firm && strings.ContainsRune("?!", lastSign(c.text))
		return said || beside && !isBroadcast(p, k) || isStyled(p, k, c.who) || speechGoesOn(p, f, k, c)
	}
	if !double {
		return beside || c.words >= 5 && c.full && strings.ContainsRune(".,?!—-", lastSign(c.text))
	}
	if c.words >= 5 || beside {
		return true
	}
	stop := strings.ContainsRune(",.?!—-", lastSign(c.text))
	if stop && c.full && (c.words >= 2 || c.who.found) {
		return true
	}
	return c.who.firm && areOthers(p, c.who.who) && !single && !isFar(p, k, c.who.cue) && !isUnspoken(p, c.who)
}

// speechGoesOn reports whether a quotation is a sentence of its own behind another quotation of the
// paragraph: “Who wants more?” Lee asked. “Neither do I.”
func speechGoesOn(p *paragraph, f *reader, k int, c *candidate) bool {
	lo, hi := p.sentence(k)
	if len(f.who) == 0 {
		return false
	}
	last := f.who[len(f.who)-1]
	said := last.firm && last.cue.kind != noPhrase && p.has(last.cue.from, cue.SayVerb)
	return said && lo == k && hi == k+1 && c.words > 1 && strings.ContainsRune(".?!", lastSign(c.text))
}

// isStyled reports whether somebody gives a person or thing a title or a name: refers to him as “…”,
// called Lee “…”.
func isStyled(p *paragraph, k int, a attribution) bool {
	if !a.firm || a.cue.kind == noPhrase || a.cue.from >= k || !canSpeak(p, a.who) {
		return false
	}
	v := a.cue.from
	if object := p.phraseAt(v+1, k); !p.is(k-1, p.words.as) && (object.kind != namePhrase || object.to != k) {
		return false
	}
	for b := v - 1; b >= a.who.to; b-- {
		if !p.has(b, cue.Auxiliary) && !isAdverb(p, b) {
			return false
		}
	}
	return p.has(v, cue.CallVerb) && !isMute(p, v) && !p.has(v-1, cue.Modal)
}

// isFar reports whether a verb that takes quoted words is too far before piece k for a short
// quotation to belong to it.
func isFar(p *paragraph, k int, verb phrase) bool {
	const most = 8 // pieces
	return verb.kind != noPhrase && p.has(verb.from, cue.MuteVerb) && !p.has(verb.from, cue.SayVerb) && verb.from < k-most
}

// isUnspoken reports whether a verb that means nothing is said has a subject that cannot speak: "the
// tool uses “witness” files".
func isUnspoken(p *paragraph, a attribution) bool {
	return a.cue.kind != noPhrase && isMute(p, a.cue.from) && !p.has(a.cue.from, cue.SayVerb) && !canSpeak(p, a.who)
}

// isThought reports whether a quotation is a thought rather than speech, according to the words
// right before or after it.
func isThought(p *paragraph, k int, c *candidate) bool {
	verb := c.who.cue
	if !c.who.firm || verb.kind == noPhrase || verb.to != verb.from+1 {
		return false
	}
	if p.small(verb.from, p.words.thinking) {
		first, last := min(verb.from, c.who.who.from), max(verb.from, c.who.who.to-1)
		return first > k && first <= k+2 || last < k && (k-last <= 2 || k-last <= 5 && p.kind(k-1) == commaPiece)
	}
	return false
}

// isNegated reports whether the words before piece k say that nobody said it.
func isNegated(p *paragraph, k int) bool {
	if !p.has(k-1, cue.SayVerb) {
		return p.is(k-1, p.words.contrast) && p.is(k-2, p.words.contrastAnd) // a loan and not “a gift”
	}
	if p.small(k-2, p.words.denying) {
		return true
	}
	if p.small(k-2, p.words.to) {
		if p.is(k-1, p.words.inscription) {
			return true // the line was changed to read “No dogs”
		}
		lo, _ := p.sentence(k - 1)
		return isIdle(p, lo, k-1)
	}
	return false
}

// areOthers reports whether a subject may be somebody other than the author and the reader: "we call
// it “the hub”" quotes nobody.
func areOthers(p *paragraph, ph phrase) bool {
	if ph.kind != pronounPhrase {
		return true
	}
	return !p.is(ph.from, p.words.authorAndReader)
}

// isBeside reports whether a verb of saying is right before or right after the quotation.
func isBeside(p *paragraph, k int, c *candidate) bool {
	b := k - 1
	for b >= 0 && (p.kind(b) == commaPiece || p.kind(b) == colonPiece) {
		b--
	}
	if b >= 0 && (isVerb(p, b, cue.SayVerb) || p.has(b, cue.SayVerb) && p.has(b, cue.IngForm)) {
		return true
	}
	return c.who.firm && c.who.cue.kind != noPhrase && c.who.cue.from > k && c.who.cue.from <= k+8 &&
		c.who.who.from <= k+3 && strings.ContainsRune(",?!", lastSign(c.text))
}

// isBroadcast reports whether a preposition or a possessive is right before piece k, which is
// capitalised like a title: on “Meet the Mayor”, CNN’s “State of the Valley”, told “Good Morning”.
func isBroadcast(p *paragraph, k int) bool {
	if p.has(k-1, cue.Preposition) && !p.has(k-1, cue.Conjunction) {
		return true
	}
	return p.kind(k-1) == wordPiece && p.possessive(k-1) || p.is(k-1, p.words.told)
}

// isNamedBeside reports whether the words before piece k announce a name, a title or a
// term: "the film", "known as", "is called".
func isNamedBeside(p *paragraph, k int) bool {
	b := k - 1
	if p.kind(b) == commaPiece {
		b--
	}
	if p.is(b, p.words.as) && p.has(b-1, cue.Naming) {
		return true
	}
	if p.is(b, p.words.articles) {
		return p.has(b-1, cue.Naming) && p.has(b-1, cue.PastForm)
	}
	if p.has(b, cue.Naming) && (!p.capital(b) || !p.capital(b-1)) {
		its := p.has(b-1, cue.Determiner)
		switch {
		case isVerb(p, b, cue.SayVerb):
			return false
		case p.is(b, p.words.wording) && p.is(b-1, p.words.theirs) && p.is(b-2, p.words.in):
			return false // in her words
		case its && isVerb(p, b-2, cue.CallVerb) && !isMute(p, b-2):
			return false // called the show “…”
		}
		return true
	}
	if p.is(b, p.words.naming) && (p.is(b-1, p.words.namers) && p.is(b-2, p.words.namersBefore) || p.is(b-1, p.words.people)) {
		return true // a dish which they call “…”
	}
	return p.is(b, p.words.namedPast) && (p.has(b-1, cue.Auxiliary) && isPassive(p, b) || p.kind(b-1) == wordPiece && p.pieces[b-1].class == 0 && !p.pieces[b-1].cap)
}

// titled reports whether a text is capitalised like the title of a work: every word of four
// letters or more begins with a capital.
func titled(s string) bool {
	words, long := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "‘'“\"([#@")
		r, n := utf8.DecodeRuneInString(w)
		words++
		if words == 1 && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsLower(r) && len(w)-n >= 4 {
			return false
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			long++
		}
	}
	return words > 0 && words <= 12 && (long*2 > words || long*2 == words && long > 1)
}
