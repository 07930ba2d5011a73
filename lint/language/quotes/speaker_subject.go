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
	if p.kind(i) == wordPiece {
		switch {
		case p.pieces[i].class&cue.Relative != 0 || p.is(i, p.words.that):
			return p.antecedent(lo, i)
		case p.pieces[i].class&cue.Conjunction != 0:
			return p.subject(lo, i)
		}
		ph := p.phraseBefore(i, lo)
		if p.participle(v) && (ph.kind == namePhrase || ph.kind == pronounPhrase) {
			return ph // with Lee calling it
		}
		if ph.kind != noPhrase && !p.governed(ph) && !p.participle(v) && !p.time(ph) {
			return p.coordinated(ph, lo)
		}
	} else if ph := p.apposed(lo, i); ph.kind != noPhrase && !p.participle(v) {
		return ph
	}
	return p.clauseSubject(lo, v)
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
