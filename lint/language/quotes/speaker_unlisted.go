package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// attributionUnlisted reads an attribution at piece i, right after a quotation, whose verb is not on the
// lists: “Never,” harrumphed Lee. “Never,” she harrumphed. A past form between the quotation, the
// subject and the end of the clause is a verb of saying, whatever it means; a verb with an object
// ("Lee waved his hand") is not. The language model was tried for this step: of 20 unknown words
// in that position, in 268 news articles and 21 novels, it calls eight verbs, of which three are
// verbs of saying; the rule by position finds one, and none wrongly.
func attributionUnlisted(p *paragraph, i, hi int) attribution {
	if i == 0 || i >= hi || !strings.ContainsRune(",?!—–-", signBefore(p, i)) {
		return attribution{}
	}
	if isPastLike(p, i) {
		if who := phraseBehind(p, i+1, hi); who.kind == namePhrase && endsClause(p, who.to) {
			return attributionTo(p, who, i, true)
		}
		return attribution{}
	}
	who := p.phraseAt(i, hi)
	if who.kind == noPhrase || who.to >= hi || !isPastLike(p, who.to) || !endsClause(p, who.to+1) {
		return attribution{}
	}
	if who.kind == pronounPhrase && p.is(who.from, p.words.it) || who.kind == nominalPhrase && !p.has(who.to-1, cue.Head) {
		return attribution{}
	}
	return attributionTo(p, who, who.to, true)
}

// signBefore returns the last character of the quotation before piece i, or the comma after it.
func signBefore(p *paragraph, i int) rune {
	for i--; i >= 0 && p.kind(i) != quotedPiece; i-- {
		if p.kind(i) == commaPiece {
			return ','
		}
	}
	if i < 0 {
		return 0
	}
	return lastSign(p.text[p.pieces[i].start:p.pieces[i].end])
}

// isPastLike reports whether piece i is an unlisted word that looks like a past form.
func isPastLike(p *paragraph, i int) bool {
	if p.kind(i) != wordPiece || p.pieces[i].cap || p.pieces[i].class != 0 {
		return false
	}
	w := p.word(i)
	return len(w) > 4 && endsIn(w, p.words.pastEndings)
}

// endsClause reports whether no object begins at piece i: there is punctuation, the end of the
// text, or a phrase of time or place.
func endsClause(p *paragraph, i int) bool {
	switch p.kind(i) {
	case commaPiece, stopPiece, otherPiece, dashPiece, quotedPiece:
		return true
	case wordPiece:
		return p.has(i, cue.Day|cue.Filler|cue.Conjunction) || isAdverb(p, i)
	case colonPiece, openPiece, closePiece:
	}
	return false
}
