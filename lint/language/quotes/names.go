package quotes

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// phrase is a noun phrase that may name a speaker: pieces [from, to).
type phrase struct {
	from, to int
	kind     phraseKind
}

type phraseKind uint8

const (
	noPhrase phraseKind = iota
	pronounPhrase
	namePhrase
	nominalPhrase // "the spokesman", "officials"
)

func (p *paragraph) capital(i int) bool {
	return p.kind(i) == wordPiece && p.pieces[i].cap
}

// namelike reports whether piece i can be part of a name: a capitalised word that is not a
// function word, a weekday, or a verb of saying at the start of a sentence.
func (p *paragraph) namelike(i int) bool {
	if !p.capital(i) {
		return false
	}
	c := p.pieces[i].class
	if c&(cue.Closed&^cue.Determiner|cue.Day|cue.Filler) != 0 && !p.capital(i-1) {
		surname := p.capital(i+1) || p.small(i+1, p.words.particles) && !p.is(i+1, p.words.of)
		return surname && slices.Contains(p.words.givenNames, p.word(i))
	}
	if c&cue.Determiner != 0 {
		return false
	}
	first := i == 0 || p.pieces[i-1].ends || p.kind(i-1) == openPiece
	if w := p.word(i); first && endsIn(w, p.words.participleEndings) && !p.capital(i+1) && !p.has(i+1, cue.Verb|cue.Auxiliary) && p.kind(i+1) != commaPiece {
		return false // Facing pressure, Based on that
	}
	return !first || c&(cue.Verb|cue.Nameless) == 0 || p.capital(i+1) && c&cue.IngForm == 0 && c&cue.SayVerb == 0
}

func (p *paragraph) word(i int) string { return p.text[p.pieces[i].start:p.pieces[i].end] }

// phraseAt reads a noun phrase forward from piece i, up to hi.
func (p *paragraph) phraseAt(i, hi int) phrase {
	if i >= hi || p.kind(i) != wordPiece {
		return phrase{}
	}
	c := p.pieces[i].class
	switch {
	case p.namelike(i):
		if of := p.quantity(i, hi); of.kind != noPhrase {
			return of
		}
		return p.nameAt(i, hi)
	case c&cue.Pronoun != 0 && (c&cue.Determiner == 0 || p.kind(i+1) != wordPiece || p.has(i+1, cue.Closed|cue.Verb)):
		return phrase{i, i + 1, pronounPhrase}
	case c&cue.Determiner != 0 && i+1 < hi && p.namelike(i+1):
		return p.articled(i, hi)
	case c&cue.Determiner != 0:
		return p.nominalAt(i, hi)
	case c&(cue.Closed|cue.Day|cue.Filler) != 0:
		return phrase{}
	case c&cue.Verb != 0 && c&cue.Head == 0:
		return phrase{}
	case c&cue.Head != 0:
		if p.namelike(i+1) && i+1 < hi && c&cue.Person != 0 { // spokesman Josh Earnest
			return p.nameAt(i+1, hi)
		}
		to := i + 1
		for to < hi && p.has(to, cue.Head) && !p.has(to, cue.Verb) && !p.pieces[to].cap {
			to++ // court documents
		}
		return phrase{i, to, nominalPhrase}
	}
	return p.bareAt(i, hi)
}

// quantity reads a number of people at the beginning of a sentence: "Hundreds of protesters".
func (p *paragraph) quantity(i, hi int) phrase {
	if p.pieces[i].class != 0 || i+2 >= hi || !p.is(i+1, p.words.of) || p.capital(i+2) || !isPlural(p, i) {
		return phrase{}
	}
	if of := p.phraseAt(i+2, hi); of.kind == nominalPhrase {
		return phrase{i, of.to, nominalPhrase}
	}
	if isPlural(p, i+2) {
		return phrase{i, i + 3, nominalPhrase}
	}
	return phrase{}
}

// bareAt reads a plural without an article, or a name preceded by a description, that ends in a
// known noun: "senior administration officials", "former aide Ann Lee".
func (p *paragraph) bareAt(i, hi int) phrase {
	if p.pieces[i].class == 0 && (p.has(i-1, cue.Relative) || p.is(i-1, p.words.that)) {
		return phrase{} // an unlisted verb: "that requires staffers"
	}
	for k := i; k < min(hi, i+5) && p.kind(k) == wordPiece; k++ {
		c := p.pieces[k].class
		if c&cue.Head != 0 {
			if p.namelike(k + 1) {
				return p.nameAt(k+1, hi)
			}
			return phrase{i, k + 1, nominalPhrase}
		}
		if p.namelike(k) { // retired Lt. Gen. Ann Lee
			return p.nameAt(k, hi)
		}
		if c&(cue.Closed|cue.Verb) != 0 {
			break
		}
	}
	return phrase{}
}

func (p *paragraph) nameAt(i, hi int) phrase {
	k := p.runEnd(i, hi)
	// A possessive name belongs to the noun after it: "Clinton's campaign".
	if p.possessive(k-1) && k < hi && p.kind(k) == wordPiece && p.pieces[k].class&cue.Closed == 0 {
		if n := p.nominalAt(i, hi); n.kind != noPhrase && n.to > k {
			return n
		}
	}
	// A name may precede a noun: "the Trump campaign", "Clinton aides".
	if k < hi && p.has(k, cue.Head) && !p.pieces[k].cap && p.pieces[k].class&cue.Verb == 0 {
		if p.namelike(k + 1) { // Trump spokeswoman Hope Hicks
			return p.nameAt(k+1, hi)
		}
		return phrase{i, k + 1, nominalPhrase}
	}
	return phrase{i, k, namePhrase}
}

// runEnd returns the end of the capitalised words from piece i on, with nicknames and particles
// between them: Ann “Red” Lee, Ann van der Lee, Ann al-Lee.
func (p *paragraph) runEnd(i, hi int) int {
	k := i + 1
	for k < hi && (p.kind(k) == wordPiece || p.nickname(k)) {
		if p.nickname(k) && k+1 < hi {
			k += 2
			continue
		}
		next := k
		for next < hi && p.small(next, p.words.particles) && !p.possessive(k-1) {
			next++
		}
		if next >= hi || !p.namelike(next) && !p.prefixed(next) || !p.spaced(k) {
			break
		}
		k = next + 1
	}
	return k
}

// spaced reports whether only a space is before piece k.
func (p *paragraph) spaced(k int) bool {
	between := p.text[p.pieces[k-1].end:p.pieces[k].start]
	return between == " " || between == "\u00a0"
}

// prefixed reports whether piece k is a surname that begins with a particle: al-Lee.
func (p *paragraph) prefixed(k int) bool {
	if p.kind(k) != wordPiece || p.pieces[k].cap || p.pieces[k].class != 0 {
		return false
	}
	particle, name, joined := strings.Cut(p.word(k), "-")
	if !joined || len(particle) > 3 || name == "" || !p.words.particles.HasWord(particle) {
		return false
	}
	return !p.lowerAt(int(p.pieces[k].start) + len(particle) + 1)
}

// nickname reports whether piece k is a nickname within a name: Ann “Red” Lee.
func (p *paragraph) nickname(k int) bool {
	return p.kind(k) == quotedPiece && p.capital(k-1) && p.capital(k+1) && p.pieces[k].end-p.pieces[k].start < 24
}

// articled reads a name with its article: "the Ministry of Works", "a Lee aide". The article is
// left out only before a proper name.
func (p *paragraph) articled(i, hi int) phrase {
	ph := p.nameAt(i+1, hi)
	if ph.kind == namePhrase && !p.is(i, p.words.indefinite) {
		return ph
	}
	return phrase{i, ph.to, nominalPhrase}
}

func (p *paragraph) possessive(i int) bool {
	w := p.word(i)
	return strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s")
}

// nominalAt reads "the" and the words after it up to their noun. Without part-of-speech tags, the
// noun is a known head noun, or the last word before a function word, a verb of saying or
// punctuation.
func (p *paragraph) nominalAt(i, hi int) phrase {
	k := i + 1
	for k < min(hi, i+8) && p.kind(k) == wordPiece {
		c := p.pieces[k].class
		if k > i+1 && p.small(k, p.words.inTheKnow) && p.has(k+1, cue.Preposition) {
			break
		}
		if k > i+2 && c&cue.Determiner != 0 && !p.possessive(k) && p.pieces[k-1].class&cue.Closed == 0 {
			k-- // the word before an object is a verb: the minutes record a remark
			break
		}
		if c&cue.Closed&^cue.Determiner != 0 || c&cue.Verb != 0 && c&(cue.Head|cue.Noun) == 0 && k > i+1 && c&cue.IngForm == 0 {
			break
		}
		if c&cue.Verb != 0 && c&cue.SayVerb != 0 && c&cue.Head == 0 && k > i+1 {
			break
		}
		k++
		if c&cue.Head != 0 && !p.has(k, cue.Head) && !p.possessive(k-1) {
			if p.namelike(k) && k < hi && c&cue.Person != 0 {
				return p.nameAt(k, hi)
			}
			break
		}
	}
	if k == i+1 && !p.alone(i) {
		return phrase{}
	}
	return phrase{i, k, nominalPhrase}
}

// alone reports whether piece i is a determiner that can stand alone as a noun.
func (p *paragraph) alone(i int) bool {
	return p.is(i, p.words.alone)
}
