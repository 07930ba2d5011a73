package clause

import "github.com/copychief/copychief/lint/language/cue"

// SubjectOf returns the subject of verb v in the clause that begins at lo.
func SubjectOf(p *Paragraph, lo, v int) Phrase {
	i := v - 1
	for i >= lo && (p.Has(i, cue.Auxiliary) || IsAdverb(p, i)) {
		i--
	}
	if i < lo {
		return Phrase{}
	}
	if isParticiple(p, v) && isTrailing(p, i) {
		if who := PhraseBefore(p, i-2, lo); IsVerb(p, i-1, cue.SayVerb) && who.Kind != None && (who.From == lo || p.Kind(who.From-1) == Comma) {
			return who // …, Lee said, adding
		}
		near, main := subjectOfClause(p, lo, v), mainSubject(p, lo, v)
		if near.Kind == Pronoun && near.From > main.To && !hasRelative(p, main.To, near.From) {
			return near // Lee spoke when she left, calling it
		}
		return main
	}
	if p.Is(i, p.Words.To) && p.Has(v, cue.BaseForm) && !IsMute(p, v) {
		if ph := infinitiveSubject(p, lo, i); ph.Kind != None {
			return ph
		}
	}
	if p.Kind(i) == Word {
		switch {
		case p.Pieces[i].Class&cue.Relative != 0 || p.Is(i, p.Words.That):
			return antecedentOf(p, lo, i)
		case p.Pieces[i].Class&cue.Conjunction != 0:
			return SubjectIn(p, lo, i)
		}
		ph := PhraseBefore(p, i, lo)
		if ph.Kind == Nominal && isParticiple(p, v) && p.Is(v, p.Words.Inscription) {
			return ph // a sign reading
		}
		if ph.Kind != None && isParticiple(p, v) && isAbsolute(p, ph) {
			return ph // with one of her leaflets asking
		}
		if isParticiple(p, v) && (ph.Kind == Name || ph.Kind == Pronoun) {
			return ph // with Lee calling it
		}
		if ph.Kind != None && !IsGoverned(p, ph) && !isParticiple(p, v) && !isTime(p, ph) && !isSevered(p, ph) {
			return CoordinatedWith(p, ph, lo)
		}
	} else if name := glossedName(p, SubjectIn(p, lo, i), i+1); name.Kind != None && name.To == i {
		return name // the head of the bakers' union, Ann Lee, said
	} else if ph := apposedIn(p, lo, i); ph.Kind != None && !isParticiple(p, v) {
		return ph
	}
	return subjectOfClause(p, lo, v)
}

// isSevered reports whether a noun phrase is the end of one with quotation marks: movement in "the
// “bread first” movement".
func isSevered(p *Paragraph, ph Phrase) bool {
	return ph.Kind == Nominal && p.Kind(ph.From-1) == Quotation && !p.Pieces[ph.From-1].Ends && !p.Has(ph.To-1, cue.Head)
}

// isAbsolute reports whether "with" governs a noun phrase, or "with one of".
func isAbsolute(p *Paragraph, ph Phrase) bool {
	k := ph.From - 1
	if p.Is(k, p.Words.Of) && p.Has(k-1, cue.Determiner|cue.Pronoun) {
		k -= 2
	}
	return p.Is(k, p.Words.With) && p.Kind(k-1) != Word
}

// hasRelative reports whether a relative pronoun is among the pieces [lo, hi).
func hasRelative(p *Paragraph, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p.Has(k, cue.Relative) {
			return true
		}
	}
	return false
}

// isTrailing reports whether a participle after piece i belongs to the clause before: ", calling it",
// "but insisting that".
func isTrailing(p *Paragraph, i int) bool {
	return p.Kind(i) == Comma || p.Kind(i) == Dash || p.Is(i, p.Words.Adding)
}

// infinitiveSubject returns the subject of the verb that governs the infinitive with "to" at piece
// i: Lee in "Lee started to call it “…”", but not in "Day asked Lee to call it “…”".
func infinitiveSubject(p *Paragraph, lo, i int) Phrase {
	v := i - 1
	for v > lo && IsAdverb(p, v) {
		v--
	}
	if !IsVerb(p, v, cue.Verb) && !p.Has(v, cue.IngForm) && !IsPastLike(p, v) && !p.Is(v, p.Words.Starting) {
		return Phrase{}
	}
	for v--; v > lo && (p.Has(v, cue.Auxiliary) || IsAdverb(p, v)); v-- {
	}
	if ph := PhraseBefore(p, v, lo); ph.Kind != None && !IsGoverned(p, ph) && !isTime(p, ph) {
		return CoordinatedWith(p, ph, lo)
	}
	return Phrase{}
}

// mainSubject returns the subject of the main clause that the participle v follows: Lee in "When Day
// left, Lee said that the rules hurt the town, calling them “…”".
func mainSubject(p *Paragraph, lo, v int) Phrase {
	for k := v - 1; k > lo; k-- {
		if p.Kind(k) == Stop || p.Kind(k) == Colon {
			lo = k + 1
			break
		}
		if p.Kind(k-1) == Comma && p.Small(k, p.Words.Adding) {
			if ph := p.PhraseAt(k+1, v); ph.Kind != None && IsPredicated(p, ph.To) {
				return ph
			}
		}
	}
	if p.Is(lo, p.Words.ClauseBegins) || p.Has(lo, cue.Preposition|cue.Conjunction) {
		for k := lo + 1; k < v; k++ {
			if p.Kind(k) != Comma {
				continue
			}
			if ph := p.PhraseAt(k+1, v); ph.Kind != None && IsPredicated(p, ph.To) {
				return ph
			}
		}
	}
	return SubjectIn(p, lo, v)
}

// antecedentOf returns the noun phrase before a relative pronoun.
func antecedentOf(p *Paragraph, lo, i int) Phrase {
	k := i - 1
	if p.Kind(k) == Comma {
		k--
	}
	if ph := PhraseBefore(p, k, lo); ph.Kind != None {
		return ph
	}
	return Phrase{i, i + 1, Pronoun}
}

// subjectOfClause returns the subject of the clause that contains v: the first noun phrase after the
// last word that begins a clause, or the subject of an earlier clause if this one has none.
func subjectOfClause(p *Paragraph, lo, v int) Phrase {
	end, tries := v, 0
	for k := v - 1; k >= lo && tries < Attempts; k-- {
		if !startsClause(p, k) {
			continue
		}
		tries++
		if ph := SubjectIn(p, k+1, end); ph.Kind != None {
			return ph
		}
	}
	return SubjectIn(p, lo, end)
}

func startsClause(p *Paragraph, k int) bool {
	if p.Kind(k) == Stop || p.Kind(k) == Colon {
		return true
	}
	if p.Kind(k) != Word {
		return false
	}
	if p.Small(k, p.Words.ClauseBegins) {
		return true
	}
	return false
}
