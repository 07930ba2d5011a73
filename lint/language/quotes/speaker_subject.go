package quotes

import "github.com/copychief/copychief/lint/language/cue"

// subjectOf returns the subject of verb v in the clause that begins at lo.
func subjectOf(p *paragraph, lo, v int) phrase {
	i := v - 1
	for i >= lo && (p.has(i, cue.Auxiliary) || isAdverb(p, i)) {
		i--
	}
	if i < lo {
		return phrase{}
	}
	if isParticiple(p, v) && isTrailing(p, i) {
		if who := phraseBefore(p, i-2, lo); isVerb(p, i-1, cue.SayVerb) && who.kind != noPhrase && (who.from == lo || p.kind(who.from-1) == commaPiece) {
			return who // …, Lee said, adding
		}
		near, main := subjectOfClause(p, lo, v), mainSubject(p, lo, v)
		if near.kind == pronounPhrase && near.from > main.to && !hasRelative(p, main.to, near.from) {
			return near // Lee spoke when she left, calling it
		}
		return main
	}
	if p.is(i, p.words.to) && p.has(v, cue.BaseForm) && !isMute(p, v) {
		if ph := infinitiveSubject(p, lo, i); ph.kind != noPhrase {
			return ph
		}
	}
	if p.kind(i) == wordPiece {
		switch {
		case p.pieces[i].class&cue.Relative != 0 || p.is(i, p.words.that):
			return antecedentOf(p, lo, i)
		case p.pieces[i].class&cue.Conjunction != 0:
			return subjectIn(p, lo, i)
		}
		ph := phraseBefore(p, i, lo)
		if ph.kind == nominalPhrase && isParticiple(p, v) && p.is(v, p.words.inscription) {
			return ph // a sign reading
		}
		if ph.kind != noPhrase && isParticiple(p, v) && isAbsolute(p, ph) {
			return ph // with one of her leaflets asking
		}
		if isParticiple(p, v) && (ph.kind == namePhrase || ph.kind == pronounPhrase) {
			return ph // with Lee calling it
		}
		if ph.kind != noPhrase && !isGoverned(p, ph) && !isParticiple(p, v) && !isTime(p, ph) && !isSevered(p, ph) {
			return coordinatedWith(p, ph, lo)
		}
	} else if name := glossedName(p, subjectIn(p, lo, i), i+1); name.kind != noPhrase && name.to == i {
		return name // the head of the bakers' union, Ann Lee, said
	} else if ph := apposedIn(p, lo, i); ph.kind != noPhrase && !isParticiple(p, v) {
		return ph
	}
	return subjectOfClause(p, lo, v)
}

// isSevered reports whether a noun phrase is the end of one with quotation marks: movement in "the
// “bread first” movement".
func isSevered(p *paragraph, ph phrase) bool {
	return ph.kind == nominalPhrase && p.kind(ph.from-1) == quotedPiece && !p.pieces[ph.from-1].ends && !p.has(ph.to-1, cue.Head)
}

// isAbsolute reports whether "with" governs a noun phrase, or "with one of".
func isAbsolute(p *paragraph, ph phrase) bool {
	k := ph.from - 1
	if p.is(k, p.words.of) && p.has(k-1, cue.Determiner|cue.Pronoun) {
		k -= 2
	}
	return p.is(k, p.words.with) && p.kind(k-1) != wordPiece
}

// hasRelative reports whether a relative pronoun is among the pieces [lo, hi).
func hasRelative(p *paragraph, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p.has(k, cue.Relative) {
			return true
		}
	}
	return false
}

// isTrailing reports whether a participle behind piece i belongs to the clause before: ", calling it",
// "but insisting that".
func isTrailing(p *paragraph, i int) bool {
	return p.kind(i) == commaPiece || p.kind(i) == dashPiece || p.is(i, p.words.adding)
}

// infinitiveSubject returns the subject of the verb that governs the infinitive with "to" at piece
// i: Lee in "Lee started to call it “…”", but not in "Day asked Lee to call it “…”".
func infinitiveSubject(p *paragraph, lo, i int) phrase {
	v := i - 1
	for v > lo && isAdverb(p, v) {
		v--
	}
	if !isVerb(p, v, cue.Verb) && !p.has(v, cue.IngForm) && !isPastLike(p, v) && !p.is(v, p.words.starting) {
		return phrase{}
	}
	for v--; v > lo && (p.has(v, cue.Auxiliary) || isAdverb(p, v)); v-- {
	}
	if ph := phraseBefore(p, v, lo); ph.kind != noPhrase && !isGoverned(p, ph) && !isTime(p, ph) {
		return coordinatedWith(p, ph, lo)
	}
	return phrase{}
}

// mainSubject returns the subject of the main clause that the participle v follows: Lee in "When Day
// left, Lee said that the rules hurt the town, calling them “…”".
func mainSubject(p *paragraph, lo, v int) phrase {
	for k := v - 1; k > lo; k-- {
		if p.kind(k) == stopPiece || p.kind(k) == colonPiece {
			lo = k + 1
			break
		}
		if p.kind(k-1) == commaPiece && p.small(k, p.words.adding) {
			if ph := p.phraseAt(k+1, v); ph.kind != noPhrase && isPredicated(p, ph.to) {
				return ph
			}
		}
	}
	if p.is(lo, p.words.clauseBegins) || p.has(lo, cue.Preposition|cue.Conjunction) {
		for k := lo + 1; k < v; k++ {
			if p.kind(k) != commaPiece {
				continue
			}
			if ph := p.phraseAt(k+1, v); ph.kind != noPhrase && isPredicated(p, ph.to) {
				return ph
			}
		}
	}
	return subjectIn(p, lo, v)
}

// isPredicated reports whether a predicate begins at piece k.
func isPredicated(p *paragraph, k int) bool {
	return p.has(k, cue.Verb|cue.Auxiliary|cue.Modal) || isPastLike(p, k)
}

func isParticiple(p *paragraph, v int) bool { return p.pieces[v].class&cue.IngForm != 0 }

// antecedentOf returns the noun phrase before a relative pronoun.
func antecedentOf(p *paragraph, lo, i int) phrase {
	k := i - 1
	if p.kind(k) == commaPiece {
		k--
	}
	if ph := phraseBefore(p, k, lo); ph.kind != noPhrase {
		return ph
	}
	return phrase{i, i + 1, pronounPhrase}
}

// subjectOfClause returns the subject of the clause that contains v: the first noun phrase after the
// last word that begins a clause, or the subject of an earlier clause if this one has none.
func subjectOfClause(p *paragraph, lo, v int) phrase {
	end, tries := v, 0
	for k := v - 1; k >= lo && tries < attempts; k-- {
		if !startsClause(p, k) {
			continue
		}
		tries++
		if ph := subjectIn(p, k+1, end); ph.kind != noPhrase {
			return ph
		}
	}
	return subjectIn(p, lo, end)
}

func startsClause(p *paragraph, k int) bool {
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
