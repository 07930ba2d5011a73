package clause

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// Phrase is a noun phrase that may name a speaker: pieces [from, to).
type Phrase struct {
	From, To int
	Kind     PhraseKind
}

// PhraseKind is the kind of a noun phrase.
type PhraseKind uint8

// The kinds of noun phrases.
const (
	None PhraseKind = iota
	Pronoun
	Name
	Nominal // "the spokesman", "officials"
)

// Capital reports whether piece i is a word with a capital.
func (p *Paragraph) Capital(i int) bool {
	return p.Kind(i) == Word && p.Pieces[i].Capital
}

// Namelike reports whether piece i can be part of a name: a capitalised word that is not a
// function word, a weekday, or a verb of saying at the start of a sentence.
func (p *Paragraph) Namelike(i int) bool {
	if !p.Capital(i) {
		return false
	}
	c := p.Pieces[i].Class
	if c&(cue.Closed&^cue.Determiner|cue.Day|cue.Filler) != 0 && !p.Capital(i-1) {
		surname := p.Capital(i+1) || p.Small(i+1, p.Words.Particles) && !p.Is(i+1, p.Words.Of)
		return surname && slices.Contains(p.Words.GivenNames, p.Word(i))
	}
	if c&cue.Determiner != 0 {
		return false
	}
	first := i == 0 || p.Pieces[i-1].Ends || p.Kind(i-1) == Opening
	if w := p.Word(i); first && EndsIn(w, p.Words.ParticipleEndings) && !p.Capital(i+1) && !p.Has(i+1, cue.Verb|cue.Auxiliary) && p.Kind(i+1) != Comma {
		return false // Facing pressure, Based on that
	}
	return !first || c&(cue.Verb|cue.Nameless) == 0 || p.Capital(i+1) && c&cue.IngForm == 0 && c&cue.SayVerb == 0
}

// Word returns the text of piece i.
func (p *Paragraph) Word(i int) string { return p.Text[p.Pieces[i].Start:p.Pieces[i].End] }

// PhraseAt reads a noun phrase forward from piece i, up to hi.
func (p *Paragraph) PhraseAt(i, hi int) Phrase {
	if i >= hi || p.Kind(i) != Word {
		return Phrase{}
	}
	c := p.Pieces[i].Class
	switch {
	case p.Namelike(i):
		if of := p.quantity(i, hi); of.Kind != None {
			return of
		}
		return p.NameAt(i, hi)
	case c&cue.Pronoun != 0 && (c&cue.Determiner == 0 || p.Kind(i+1) != Word || p.Has(i+1, cue.Closed|cue.Verb)):
		return Phrase{i, i + 1, Pronoun}
	case c&cue.Determiner != 0 && i+1 < hi && p.Namelike(i+1):
		return p.articled(i, hi)
	case c&cue.Determiner != 0:
		return p.nominalAt(i, hi)
	case c&(cue.Closed|cue.Day|cue.Filler) != 0:
		return Phrase{}
	case c&cue.Verb != 0 && c&cue.Head == 0:
		return Phrase{}
	case c&cue.Head != 0:
		if p.Namelike(i+1) && i+1 < hi && c&cue.Person != 0 { // spokesman Josh Earnest
			return p.NameAt(i+1, hi)
		}
		to := i + 1
		for to < hi && p.Has(to, cue.Head) && !p.Has(to, cue.Verb) && !p.Pieces[to].Capital {
			to++ // court documents
		}
		return Phrase{i, to, Nominal}
	}
	return p.bareAt(i, hi)
}

// quantity reads a number of people at the beginning of a sentence: "Hundreds of protesters".
func (p *Paragraph) quantity(i, hi int) Phrase {
	if p.Pieces[i].Class != 0 || i+2 >= hi || !p.Is(i+1, p.Words.Of) || p.Capital(i+2) || !IsPlural(p, i) {
		return Phrase{}
	}
	if of := p.PhraseAt(i+2, hi); of.Kind == Nominal {
		return Phrase{i, of.To, Nominal}
	}
	if IsPlural(p, i+2) {
		return Phrase{i, i + 3, Nominal}
	}
	return Phrase{}
}

// bareAt reads a plural without an article, or a name preceded by a description, that ends in a
// known noun: "senior administration officials", "former aide Ann Lee".
func (p *Paragraph) bareAt(i, hi int) Phrase {
	if p.Pieces[i].Class == 0 && (p.Has(i-1, cue.Relative) || p.Is(i-1, p.Words.That)) {
		return Phrase{} // an unlisted verb: "that requires staffers"
	}
	for k := i; k < min(hi, i+5) && p.Kind(k) == Word; k++ {
		c := p.Pieces[k].Class
		if c&cue.Head != 0 {
			if p.Namelike(k + 1) {
				return p.NameAt(k+1, hi)
			}
			return Phrase{i, k + 1, Nominal}
		}
		if p.Namelike(k) { // retired Lt. Gen. Ann Lee
			return p.NameAt(k, hi)
		}
		if c&(cue.Closed|cue.Verb) != 0 {
			break
		}
	}
	return Phrase{}
}

// NameAt reads a name forward from piece i, up to hi.
func (p *Paragraph) NameAt(i, hi int) Phrase {
	k := p.RunEnd(i, hi)
	// A possessive name belongs to the noun after it: "Clinton's campaign".
	if p.Possessive(k-1) && k < hi && p.Kind(k) == Word && p.Pieces[k].Class&cue.Closed == 0 {
		if n := p.nominalAt(i, hi); n.Kind != None && n.To > k {
			return n
		}
	}
	// A name may precede a noun: "the Trump campaign", "Clinton aides".
	if k < hi && p.Has(k, cue.Head) && !p.Pieces[k].Capital && p.Pieces[k].Class&cue.Verb == 0 {
		if p.Namelike(k + 1) { // Trump spokeswoman Hope Hicks
			return p.NameAt(k+1, hi)
		}
		return Phrase{i, k + 1, Nominal}
	}
	return Phrase{i, k, Name}
}

// RunEnd returns the end of the capitalised words from piece i on, with nicknames and particles
// between them: Ann “Red” Lee, Ann van der Lee, Ann al-Lee.
func (p *Paragraph) RunEnd(i, hi int) int {
	k := i + 1
	for k < hi && (p.Kind(k) == Word || p.Nickname(k)) {
		if p.Nickname(k) && k+1 < hi {
			k += 2
			continue
		}
		next := k
		for next < hi && p.Small(next, p.Words.Particles) && !p.Possessive(k-1) {
			next++
		}
		if next >= hi || !p.Namelike(next) && !p.prefixed(next) || !p.spaced(k) {
			break
		}
		k = next + 1
	}
	return k
}

// spaced reports whether only a space is before piece k.
func (p *Paragraph) spaced(k int) bool {
	between := p.Text[p.Pieces[k-1].End:p.Pieces[k].Start]
	return between == " " || between == "\u00a0"
}

// prefixed reports whether piece k is a surname that begins with a particle: al-Lee.
func (p *Paragraph) prefixed(k int) bool {
	if p.Kind(k) != Word || p.Pieces[k].Capital || p.Pieces[k].Class != 0 {
		return false
	}
	particle, name, joined := strings.Cut(p.Word(k), "-")
	if !joined || len(particle) > 3 || name == "" || !p.Words.Particles.HasWord(particle) {
		return false
	}
	return !p.lowerAt(int(p.Pieces[k].Start) + len(particle) + 1)
}

// Nickname reports whether piece k is a nickname within a name: Ann “Red” Lee.
func (p *Paragraph) Nickname(k int) bool {
	return p.Kind(k) == Quotation && p.Capital(k-1) && p.Capital(k+1) && p.Pieces[k].End-p.Pieces[k].Start < 24
}

// articled reads a name with its article: "the Ministry of Works", "a Lee aide". The article is
// left out only before a proper name.
func (p *Paragraph) articled(i, hi int) Phrase {
	ph := p.NameAt(i+1, hi)
	if ph.Kind == Name && !p.Is(i, p.Words.Indefinite) {
		return ph
	}
	return Phrase{i, ph.To, Nominal}
}

// Possessive reports whether piece i has a possessive ending.
func (p *Paragraph) Possessive(i int) bool {
	w := p.Word(i)
	return strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s")
}

// nominalAt reads "the" and the words after it up to their noun. Without part-of-speech tags, the
// noun is a known head noun, or the last word before a function word, a verb of saying or
// punctuation.
func (p *Paragraph) nominalAt(i, hi int) Phrase {
	k := i + 1
	for k < min(hi, i+8) && p.Kind(k) == Word {
		c := p.Pieces[k].Class
		if k > i+1 && p.Small(k, p.Words.InTheKnow) && p.Has(k+1, cue.Preposition) {
			break
		}
		if k > i+2 && c&cue.Determiner != 0 && !p.Possessive(k) && p.Pieces[k-1].Class&cue.Closed == 0 {
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
		if c&cue.Head != 0 && !p.Has(k, cue.Head) && !p.Possessive(k-1) {
			if p.Namelike(k) && k < hi && c&cue.Person != 0 {
				return p.NameAt(k, hi)
			}
			break
		}
	}
	if k == i+1 && !p.alone(i) {
		return Phrase{}
	}
	return Phrase{i, k, Nominal}
}

// alone reports whether piece i is a determiner that can stand alone as a noun.
func (p *Paragraph) alone(i int) bool {
	return p.Is(i, p.Words.Alone)
}
