package quotes

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/cue"
)

// isVerb reports whether piece i is a finite verb of one of the classes, rather
// than a noun that looks like one.
func isVerb(p *paragraph, i int, c cue.Class) bool {
	if !p.has(i, c) {
		return false
	}
	if p.is(i, p.words.thanks) && p.is(i+1, p.words.to) {
		return false
	}
	w := &p.pieces[i]
	if w.class&cue.GoOn != 0 && !p.is(i+1, p.words.on) {
		return false
	}
	if w.class&cue.IngForm != 0 || w.cap && i > 0 && !p.pieces[i-1].ends {
		return false
	}
	if isOwned(p, i) || p.is(i, p.words.starting) && !closesClause(p, i+1) {
		return false
	}
	if w.class&cue.BaseForm != 0 && w.class&cue.PastForm == 0 {
		return p.has(i-1, cue.Modal) || isPlural(p, skipAside(p, i))
	}
	if w.class&cue.PastForm == 0 && p.has(i-1, cue.Determiner|cue.Preposition) {
		return false // "the claims", "of calls"
	}
	if w.class&cue.PluralToo != 0 && p.has(i-1, cue.Verb) && (!p.has(i-1, cue.Head|cue.Noun) || p.has(i-2, cue.Modal)) {
		return false // to answer questions
	}
	return w.class&cue.PluralToo == 0 || !isModified(p, i) || !pluralsAt(p, i)
}

// closesClause reports whether a clause ends before piece i, so that the verb before it has no object: “So,”
// she starts.
func closesClause(p *paragraph, i int) bool {
	return p.kind(i) != wordPiece || p.has(i, cue.Filler) || isAdverb(p, i)
}

// isOwned reports whether a possessive name or noun precedes piece i, which is then not a verb:
// "Lee's proposed law", "the mayor's claim".
func isOwned(p *paragraph, i int) bool {
	return p.kind(i-1) == wordPiece && p.pieces[i-1].class&cue.Closed == 0 && p.possessive(i-1)
}

// skipAside returns the piece before piece i, skipping a word between commas: "The two lawmakers,
// however, argue".
func skipAside(p *paragraph, i int) int {
	if p.kind(i-1) == commaPiece && p.has(i-2, cue.Filler|cue.Auxiliary) && p.kind(i-3) == commaPiece {
		return i - 4
	}
	return i - 1
}

// isModified reports whether an unknown word precedes piece i, which may be an adjective ("sharp
// voices") or a subject ("the band voices").
func isModified(p *paragraph, i int) bool {
	return p.kind(i-1) == wordPiece && p.pieces[i-1].class == 0 && !p.pieces[i-1].cap
}

// isPlural reports whether piece i looks like a plural noun: only then is a base form after it a
// verb.
func isPlural(p *paragraph, i int) bool {
	if p.kind(i) != wordPiece {
		return false
	}
	w := p.word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] < utf8.RuneSelf && w[len(w)-2] != '\'' && p.pieces[i].class&cue.Closed == 0
}
