package quotes

import "github.com/copychief/copychief/lint/language/cue"

// subjectOf returns the subject of verb v in the clause that begins at lo.
func (p *paragraph) subjectOf(lo, v int) phrase {
	i := v - 1
	for i >= lo && (p.has(i, cue.Auxiliary) || p.adverb(i)) {
		i--
	}
	if i < lo {
		return phrase{}
	}
	if p.participle(v) && p.trails(i) {
		if who := p.phraseBefore(i-2, lo); p.verb(i-1, cue.SayVerb) && who.kind != noPhrase && (who.from == lo || p.kind(who.from-1) == commaPiece) {
			return who // …, Lee said, adding
		}
		near, main := p.clauseSubject(lo, v), p.mainSubject(lo, v)
		if near.kind == pronounPhrase && near.from > main.to && !p.relates(main.to, near.from) {
			return near // Lee spoke when she left, calling it
		}
		return main
	}
	if p.is(i, p.words.to) && p.has(v, cue.BaseForm) && !p.mute(v) {
		if ph := p.infinitiveSubject(lo, i); ph.kind != noPhrase {
			return ph
		}
	}
	if p.kind(i) == wordPiece {
		switch {
		case p.pieces[i].class&cue.Relative != 0 || p.is(i, p.words.that):
			return p.antecedent(lo, i)
		case p.pieces[i].class&cue.Conjunction != 0:
			return p.subject(lo, i)
		}
		ph := p.phraseBefore(i, lo)
		if ph.kind == nominalPhrase && p.participle(v) && p.is(v, p.words.inscription) {
			return ph // a sign reading
		}
		if ph.kind != noPhrase && p.participle(v) && p.absolute(ph) {
			return ph // with one of her leaflets asking
		}
		if p.participle(v) && (ph.kind == namePhrase || ph.kind == pronounPhrase) {
			return ph // with Lee calling it
		}
		if ph.kind != noPhrase && !p.governed(ph) && !p.participle(v) && !p.time(ph) && !p.severed(ph) {
			return p.coordinated(ph, lo)
		}
	} else if name := p.glossed(p.subject(lo, i), i+1); name.kind != noPhrase && name.to == i {
		return name // the head of the bakers' union, Ann Lee, said
	} else if ph := p.apposed(lo, i); ph.kind != noPhrase && !p.participle(v) {
		return ph
	}
	return p.clauseSubject(lo, v)
}

// severed reports whether a noun phrase is the end of one with quotation marks: movement in "the
// “bread first” movement".
func (p *paragraph) severed(ph phrase) bool {
	return ph.kind == nominalPhrase && p.kind(ph.from-1) == quotedPiece && !p.pieces[ph.from-1].ends && !p.has(ph.to-1, cue.Head)
}

// absolute reports whether "with" governs a noun phrase, or "with one of".
func (p *paragraph) absolute(ph phrase) bool {
	k := ph.from - 1
	if p.is(k, p.words.of) && p.has(k-1, cue.Determiner|cue.Pronoun) {
		k -= 2
	}
	return p.is(k, p.words.with) && p.kind(k-1) != wordPiece
}

// relates reports whether a relative pronoun is among the pieces [lo, hi).
func (p *paragraph) relates(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p.has(k, cue.Relative) {
			return true
		}
	}
	return false
}

// trails reports whether a participle behind piece i belongs to the clause before: ", calling it",
// "but insisting that".
func (p *paragraph) trails(i int) bool {
	return p.kind(i) == commaPiece || p.kind(i) == dashPiece || p.is(i, p.words.adding)
}

// infinitiveSubject returns the subject of the verb that governs the infinitive with "to" at piece
// i: Lee in "Lee started to call it “…”", but not in "Day asked Lee to call it “…”".
func (p *paragraph) infinitiveSubject(lo, i int) phrase {
	v := i - 1
	for v > lo && p.adverb(v) {
		v--
	}
	if !p.verb(v, cue.Verb) && !p.has(v, cue.IngForm) && !p.pastLike(v) && !p.is(v, p.words.starting) {
		return phrase{}
	}
	for v--; v > lo && (p.has(v, cue.Auxiliary) || p.adverb(v)); v-- {
	}
	if ph := p.phraseBefore(v, lo); ph.kind != noPhrase && !p.governed(ph) && !p.time(ph) {
		return p.coordinated(ph, lo)
	}
	return phrase{}
}

// mainSubject returns the subject of the main clause that the participle v follows: Lee in "When Day
// left, Lee said that the rules hurt the town, calling them “…”".
func (p *paragraph) mainSubject(lo, v int) phrase {
	for k := v - 1; k > lo; k-- {
		if p.kind(k) == stopPiece || p.kind(k) == colonPiece {
			lo = k + 1
			break
		}
		if p.kind(k-1) == commaPiece && p.small(k, p.words.adding) {
			if ph := p.phraseAt(k+1, v); ph.kind != noPhrase && p.predicated(ph.to) {
				return ph
			}
		}
	}
	if p.is(lo, p.words.clauseBegins) || p.has(lo, cue.Preposition|cue.Conjunction) {
		for k := lo + 1; k < v; k++ {
			if p.kind(k) != commaPiece {
				continue
			}
			if ph := p.phraseAt(k+1, v); ph.kind != noPhrase && p.predicated(ph.to) {
				return ph
			}
		}
	}
	return p.subject(lo, v)
}

// predicated reports whether a predicate begins at piece k.
func (p *paragraph) predicated(k int) bool {
	return p.has(k, cue.Verb|cue.Auxiliary|cue.Modal) || p.pastLike(k)
}

func (p *paragraph) participle(v int) bool { return p.pieces[v].class&cue.IngForm != 0 }

// antecedent returns the noun phrase before a relative pronoun.
func (p *paragraph) antecedent(lo, i int) phrase {
	k := i - 1
	if p.kind(k) == commaPiece {
		k--
	}
	if ph := p.phraseBefore(k, lo); ph.kind != noPhrase {
		return ph
	}
	return phrase{i, i + 1, pronounPhrase}
}

// clauseSubject returns the subject of the clause that contains v: the first noun phrase after the
// last word that begins a clause, or the subject of an earlier clause if this one has none.
func (p *paragraph) clauseSubject(lo, v int) phrase {
	end, tries := v, 0
	for k := v - 1; k >= lo && tries < attempts; k-- {
		if !p.clauseStart(k) {
			continue
		}
		tries++
		if ph := p.subject(k+1, end); ph.kind != noPhrase {
			return ph
		}
	}
	return p.subject(lo, end)
}

func (p *paragraph) clauseStart(k int) bool {
	if p.kind(k) == stopPiece || p.kind(k) == colonPiece {
		return true
	}
	if p.kind(k) != wordPiece {
		return false
	}
	if p.small(k, p.words.clauseBegins) {
		return true
	}
	return false
}
