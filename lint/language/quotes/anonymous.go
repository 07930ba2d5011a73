package quotes

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// isAnonymous reports whether a speaker is unnamed, and whether the text describes the speaker or
// gives a reason for the anonymity. Only indefinite and plural persons count: "the spokesman"
// refers to somebody whom the article names elsewhere.
func isAnonymous(p *paragraph, ph phrase) (anonymous, described bool) {
	if ph.kind == pronounPhrase || ph.kind == namePhrase || ph.kind == noPhrase {
		return false, false
	}
	ph = headOf(p, ph)
	head := ph.to - 1
	if !p.has(head, cue.Nameless) || isDefinite(p, ph) {
		return false, false
	}
	if p.kind(ph.to) == commaPiece && p.namelike(ph.to+1) {
		return false, false // a diplomat, Ann Lee,
	}
	return true, describesPerson(p, ph)
}

// headOf reduces "people familiar with the plan" to its noun.
func headOf(p *paragraph, ph phrase) phrase {
	for k := ph.from; k < ph.to; k++ {
		if p.has(k, cue.Head) && p.has(k+2, cue.Preposition) && k+2 < ph.to {
			ph.to = k + 1
		}
	}
	return ph
}

// isDefinite reports whether a phrase refers to a known person: "the", "his", "whose" before it. "The
// sources" is an exception: it identifies nobody.
func isDefinite(p *paragraph, ph phrase) bool {
	return (p.is(ph.from, p.words.definite) || p.is(ph.from-1, p.words.definite)) && !p.is(ph.to-1, p.words.unknown)
}

// describesPerson reports whether the text says more about an anonymous speaker than what kind of person
// it is: an employer, a relative clause, a reason for the anonymity.
func describesPerson(p *paragraph, ph phrase) bool {
	modifiers := ph.to - ph.from - 1
	if p.has(ph.from, cue.Determiner) {
		modifiers--
	}
	head := strings.ToLower(p.word(ph.to - 1))
	if modifiers >= 2 || slices.ContainsFunc(p.words.spokespersons, func(s string) bool { return strings.HasPrefix(head, s) }) {
		return true
	}
	if p.has(ph.to, cue.Relative) || p.kind(ph.to) == commaPiece && p.has(ph.to+1, cue.Relative) {
		return true
	}
	if p.small(ph.to, p.words.belonging) {
		if p.namelike(ph.to+1) || p.has(ph.to+1, cue.Determiner) && (p.namelike(ph.to+2) || p.has(ph.to+2, cue.Body)) {
			return true
		}
	}
	return explainsName(p, ph)
}

// explainsName reports whether the sentence about an anonymous speaker gives a reason for the
// anonymity, or says that there is one.
func explainsName(p *paragraph, ph phrase) bool {
	lo, hi := p.sentence(ph.from)
	for i := lo; i < hi; i++ {
		if p.small(i, p.words.anonymity) {
			return true
		}
		if p.small(i, p.words.named) {
			return p.is(i-1, p.words.baseBe)
		}
	}
	return false
}
