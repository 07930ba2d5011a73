package clause

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
)

// PhraseAfter reads the noun phrase at piece i, after a verb of saying or "according to", up to the
// personal name at its end: Ann Lee in "said release manager and board chair Ann Lee". Everything
// between the verb and the name describes the person; it need not be on a list, because no other
// noun phrase can begin there.
func PhraseAfter(p *Paragraph, i, hi int) Phrase {
	ph := p.PhraseAt(i, hi)
	if ph.Kind == None && p.Capital(i) && p.Capital(i+1) && !p.Has(i, cue.Day) {
		ph = Phrase{i, p.RunEnd(i, hi), Name} // said Will Lee, said Per Lee
	}
	if ph.Kind == Pronoun || ph.Kind == Name && ph.From == i && endsRole(p, ph.To) && !p.Is(ph.To, p.Words.And) {
		return ph
	}
	name, end := describedPerson(p, i, hi)
	if name.Kind != None {
		return bothNames(p, name, hi)
	}
	if ph.Kind == Name && end > ph.To && (ph.From == i+1 && IsPlural(p, end-1) || ph.From == i && p.Has(end-1, cue.Head)) {
		return Phrase{i, end, Nominal} // said the Salem bakers, said Salem city officials
	}
	if name := glossedName(p, ph, hi); name.Kind != None {
		return name
	}
	return bothNames(p, ph, hi)
}

// endsRole reports whether no noun phrase goes on at piece i.
func endsRole(p *Paragraph, i int) bool {
	return p.Kind(i) != Word || p.Has(i, cue.Closed|cue.Day|cue.Filler)
}

// role is what a description before a name has had so far.
type role struct {
	article bool // it begins with a determiner
	words   int  // words in lower case
	head    bool // a noun for a person or an organisation
	linked  bool // an "of" is right before
	rest    int  // pieces after the last name
}

// describedPerson reads a description from piece i on and returns the name at its end, or none,
// and where it ends. A name with another noun after it belongs to the description: Salem in
// "longtime Salem shop owner Ann Lee".
func describedPerson(p *Paragraph, i, hi int) (Phrase, int) {
	const longest = 16 // pieces
	hi = min(hi, i+longest)
	r, name, k := role{article: p.Has(i, cue.Determiner)}, Phrase{}, i
	if r.article {
		k++
	}
	for k < hi {
		switch {
		case p.Namelike(k):
			end := p.RunEnd(k, hi)
			name = Phrase{k, end, None}
			if r.words > 0 && !r.linked {
				name.Kind = Name
			}
			r.rest, r.linked, k = 0, false, end
			continue
		case readRoleWord(p, k, &r):
			r.words++
			r.head = r.head || p.Has(k, cue.Head)
			r.linked = false
		case readRoleLink(p, k, name, &r):
		default:
			hi = k
			continue
		}
		r.rest++
		k++
	}
	if name.Kind == None || r.rest > 0 && (r.article || IsPlural(p, k-1) || p.Has(k-1, cue.Head)) {
		return Phrase{}, k
	}
	if name.To == name.From+1 && !p.Has(name.From-1, cue.Person) {
		return Phrase{}, k // said senior Democrats
	}
	return name, k
}

// readRoleWord reports whether piece k can be a word of a description: a noun or an adjective. A
// participle begins one, and after a noun it begins a clause: "officials visiting Salem".
func readRoleWord(p *Paragraph, k int, r *role) bool {
	if p.Kind(k) != Word || p.Pieces[k].Capital {
		return false
	}
	switch c := p.Pieces[k].Class; {
	case c&(cue.Closed|cue.Modal) != 0:
		return false
	case c&cue.Filler != 0:
		return p.Has(k-1, cue.Determiner)
	case c&cue.Day != 0:
		return !p.Namelike(k + 1)
	case c&cue.Head != 0 || c&cue.Naming != 0:
		return true
	case c&(cue.PastForm|cue.IngForm) != 0:
		return !r.head
	case c&cue.Verb != 0:
		return c&(cue.BaseForm|cue.PluralToo|cue.Noun) != 0
	case c == 0 && r.head:
		return !IsAdverb(p, k) && (!EndsIn(p.Word(k), p.Words.ParticipleEndings) || !p.Namelike(k+1))
	}
	return true
}

// readRoleLink reports whether piece k continues a description: "and" or a comma between two roles,
// "of" in "head of sales Ann Lee". With an article or a plural, "of" leads to something else: "a
// resident of nearby Salem".
func readRoleLink(p *Paragraph, k int, name Phrase, r *role) bool {
	next := &role{}
	switch {
	case p.Kind(k) == Comma:
		return r.head && r.rest > 0 && p.Has(k+1, cue.Person) && readRoleWord(p, k+1, next)
	case p.Is(k, p.Words.RoleLinks):
		if r.article || r.words == 0 || name.Kind != None || p.Kind(k-1) != Word || IsPlural(p, k-1) || p.Has(k-1, cue.Nameless) && !p.Has(k-1, cue.Person) {
			return false
		}
		r.linked = true
		return true
	case p.Is(k, p.Words.And) && p.Kind(k-1) == Word:
		if p.Namelike(k+1) && r.article || !p.Namelike(k+1) && !readRoleWord(p, k+1, next) {
			return false
		}
		return !p.Pieces[k-1].Capital || p.Has(k-1, cue.Head|cue.Title) || strings.ToUpper(p.Word(k-1)) == p.Word(k-1)
	}
	return false
}

// bothNames widens a name to both names of "Ann and Bob Lee", unless the second has a verb of its own.
func bothNames(p *Paragraph, ph Phrase, hi int) Phrase {
	if ph.Kind != Name || ph.To+1 >= hi || !p.Is(ph.To, p.Words.And) || !p.Namelike(ph.To+1) {
		return ph
	}
	end := p.RunEnd(ph.To+1, hi)
	if p.Kind(end) == Word && (!p.Has(end, cue.Closed|cue.Day|cue.Filler) || IsPredicated(p, end)) {
		return ph
	}
	ph.To = end
	return ph
}

// glossedName returns the name in apposition to a noun for a person: Ann Lee in "said his daughter, Ann
// Lee." and in "said the head of the bakers' union, Ann Lee."
func glossedName(p *Paragraph, ph Phrase, hi int) Phrase {
	if ph.Kind != Nominal || !p.Has(ph.From, cue.Determiner) && !p.Possessive(ph.From) {
		return Phrase{}
	}
	comma, words := skipBelongings(p, ph.To, hi), 1
	if comma > ph.To || !p.Has(ph.To-1, cue.Head) {
		words = 2 // not Oregon in "the mayor of the city of Salem, Oregon"
	}
	if p.Kind(comma) != Comma && p.Kind(comma-1) != Quotation || comma >= hi {
		return Phrase{}
	}
	from := comma
	if p.Kind(comma) == Comma {
		from++
	}
	if from >= hi {
		return Phrase{}
	}
	if !p.Namelike(from) { // said his daughter, oven builder Ann Lee
		name, end := describedPerson(p, from, hi)
		if name.Kind == None || end != name.To || p.Has(from, cue.Determiner) {
			return Phrase{}
		}
		from = name.From
	}
	end := p.RunEnd(from, hi)
	if end-from < words || p.Possessive(end-1) || p.Kind(end) == Word && (!p.Has(end, cue.Closed|cue.Day) || IsPredicated(p, end)) {
		return Phrase{}
	}
	return Phrase{from, end, Name}
}

// skipBelongings skips, from piece i on, what somebody belongs to: "of the bakers' union", "of “The
// Bread”". It returns i if there is nothing of the kind; "of Salem" may be followed by a comma and
// a region.
func skipBelongings(p *Paragraph, i, hi int) int {
	const longest = 8 // pieces
	if !p.Is(i, p.Words.Belonging) || p.Namelike(i+1) {
		return i
	}
	k := i + 1
	for k < min(hi, i+longest) && (p.Kind(k) == Word && (!p.Has(k, cue.Verb|cue.Closed) || p.Has(k, cue.Determiner) || p.Is(k, p.Words.Of)) || p.Kind(k) == Quotation) {
		k++
	}
	return k
}
