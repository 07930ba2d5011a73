package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// phraseBehind reads the noun phrase at piece i, behind a verb of saying or "according to", up to the
// personal name at its end: Ann Lee in "said release manager and board chair Ann Lee". Whatever
// stands between the verb and the name describes the person; it need not be on a list, because no
// other noun phrase can begin there.
func phraseBehind(p *paragraph, i, hi int) phrase {
	ph := p.phraseAt(i, hi)
	if ph.kind == noPhrase && p.capital(i) && p.capital(i+1) && !p.has(i, cue.Day) {
		ph = phrase{i, p.runEnd(i, hi), namePhrase} // said Will Lee, said Per Lee
	}
	if ph.kind == pronounPhrase || ph.kind == namePhrase && ph.from == i && endsRole(p, ph.to) && !p.is(ph.to, p.words.and) {
		return ph
	}
	name, end := describedPerson(p, i, hi)
	if name.kind != noPhrase {
		return bothNames(p, name, hi)
	}
	if ph.kind == namePhrase && end > ph.to && (ph.from == i+1 && isPlural(p, end-1) || ph.from == i && p.has(end-1, cue.Head)) {
		return phrase{i, end, nominalPhrase} // said the Salem bakers, said Salem city officials
	}
	if name := glossedName(p, ph, hi); name.kind != noPhrase {
		return name
	}
	return bothNames(p, ph, hi)
}

// endsRole reports whether no noun phrase goes on at piece i.
func endsRole(p *paragraph, i int) bool {
	return p.kind(i) != wordPiece || p.has(i, cue.Closed|cue.Day|cue.Filler)
}

// role is what a description before a name has had so far.
type role struct {
	article bool // it begins with a determiner
	words   int  // words in lower case
	head    bool // a noun for a person or an organisation
	linked  bool // an "of" is right before
	rest    int  // pieces behind the last name
}

// describedPerson reads a description from piece i on and returns the name at its end, or none, and where
// it ends. A name with
// another noun behind it belongs to the description: Salem in "longtime Salem shop owner Ann Lee".
func describedPerson(p *paragraph, i, hi int) (phrase, int) {
	const longest = 16 // pieces
	hi = min(hi, i+longest)
	r, name, k := role{article: p.has(i, cue.Determiner)}, phrase{}, i
	if r.article {
		k++
	}
	for k < hi {
		switch {
		case p.namelike(k):
			end := p.runEnd(k, hi)
			name = phrase{k, end, noPhrase}
			if r.words > 0 && !r.linked {
				name.kind = namePhrase
			}
			r.rest, r.linked, k = 0, false, end
			continue
		case readRoleWord(p, k, &r):
			r.words++
			r.head = r.head || p.has(k, cue.Head)
			r.linked = false
		case readRoleLink(p, k, name, &r):
		default:
			hi = k
			continue
		}
		r.rest++
		k++
	}
	if name.kind == noPhrase || r.rest > 0 && (r.article || isPlural(p, k-1) || p.has(k-1, cue.Head)) {
		return phrase{}, k
	}
	if name.to == name.from+1 && !p.has(name.from-1, cue.Person) {
		return phrase{}, k // said senior Democrats
	}
	return name, k
}

// readRoleWord reports whether piece k can be a word of a description: a noun or an adjective. A
// participle begins one, and behind a noun it begins a clause: "officials visiting Salem".
func readRoleWord(p *paragraph, k int, r *role) bool {
	if p.kind(k) != wordPiece || p.pieces[k].cap {
		return false
	}
	switch c := p.pieces[k].class; {
	case c&(cue.Closed|cue.Modal) != 0:
		return false
	case c&cue.Filler != 0:
		return p.has(k-1, cue.Determiner)
	case c&cue.Day != 0:
		return !p.namelike(k + 1)
	case c&cue.Head != 0 || c&cue.Naming != 0:
		return true
	case c&(cue.PastForm|cue.IngForm) != 0:
		return !r.head
	case c&cue.Verb != 0:
		return c&(cue.BaseForm|cue.PluralToo|cue.Noun) != 0
	case c == 0 && r.head:
		return !isAdverb(p, k) && (!endsIn(p.word(k), p.words.participleEndings) || !p.namelike(k+1))
	}
	return true
}

// readRoleLink reports whether piece k continues a description: "and" or a comma between two roles,
// "of" in "head of sales Ann Lee". With an article or a plural, "of" leads to something else: "a
// resident of nearby Salem".
func readRoleLink(p *paragraph, k int, name phrase, r *role) bool {
	next := &role{}
	switch {
	case p.kind(k) == commaPiece:
		return r.head && r.rest > 0 && p.has(k+1, cue.Person) && readRoleWord(p, k+1, next)
	case p.is(k, p.words.roleLinks):
		if r.article || r.words == 0 || name.kind != noPhrase || p.kind(k-1) != wordPiece || isPlural(p, k-1) || p.has(k-1, cue.Nameless) && !p.has(k-1, cue.Person) {
			return false
		}
		r.linked = true
		return true
	case p.is(k, p.words.and) && p.kind(k-1) == wordPiece:
		if p.namelike(k+1) && r.article || !p.namelike(k+1) && !readRoleWord(p, k+1, next) {
			return false
		}
		return !p.pieces[k-1].cap || p.has(k-1, cue.Head|cue.Title) || strings.ToUpper(p.word(k-1)) == p.word(k-1)
	}
	return false
}

// bothNames widens a name to both names of "Ann and Bob Lee", unless the second has a verb of its own.
func bothNames(p *paragraph, ph phrase, hi int) phrase {
	if ph.kind != namePhrase || ph.to+1 >= hi || !p.is(ph.to, p.words.and) || !p.namelike(ph.to+1) {
		return ph
	}
	end := p.runEnd(ph.to+1, hi)
	if p.kind(end) == wordPiece && (!p.has(end, cue.Closed|cue.Day|cue.Filler) || isPredicated(p, end)) {
		return ph
	}
	ph.to = end
	return ph
}

// glossedName returns the name in apposition to a noun for a person: Ann Lee in "said his daughter, Ann
// Lee." and in "said the head of the bakers' union, Ann Lee."
func glossedName(p *paragraph, ph phrase, hi int) phrase {
	if ph.kind != nominalPhrase || !p.has(ph.from, cue.Determiner) && !p.possessive(ph.from) {
		return phrase{}
	}
	comma, words := skipBelongings(p, ph.to, hi), 1
	if comma > ph.to || !p.has(ph.to-1, cue.Head) {
		words = 2 // not Oregon in "the mayor of the city of Salem, Oregon"
	}
	if p.kind(comma) != commaPiece && p.kind(comma-1) != quotedPiece || comma >= hi {
		return phrase{}
	}
	from := comma
	if p.kind(comma) == commaPiece {
		from++
	}
	if from >= hi {
		return phrase{}
	}
	if !p.namelike(from) { // said his daughter, oven builder Ann Lee
		name, end := describedPerson(p, from, hi)
		if name.kind == noPhrase || end != name.to || p.has(from, cue.Determiner) {
			return phrase{}
		}
		from = name.from
	}
	end := p.runEnd(from, hi)
	if end-from < words || p.possessive(end-1) || p.kind(end) == wordPiece && (!p.has(end, cue.Closed|cue.Day) || isPredicated(p, end)) {
		return phrase{}
	}
	return phrase{from, end, namePhrase}
}

// skipBelongings skips what somebody at piece i belongs to: "of the bakers' union", "of “The Bread”". It
// returns i if there is nothing of the kind; "of Salem" may have a region behind its comma.
func skipBelongings(p *paragraph, i, hi int) int {
	const longest = 8 // pieces
	if !p.is(i, p.words.belonging) || p.namelike(i+1) {
		return i
	}
	k := i + 1
	for k < min(hi, i+longest) && (p.kind(k) == wordPiece && (!p.has(k, cue.Verb|cue.Closed) || p.has(k, cue.Determiner) || p.is(k, p.words.of)) || p.kind(k) == quotedPiece) {
		k++
	}
	return k
}
