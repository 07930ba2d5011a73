package language

// attribution is who speaks, by which words.
type attribution struct {
	who   phrase
	cue   phrase // kind is noPhrase where nothing but the place tells
	found bool
	firm  bool // by a verb or phrase beside the quotation, not by place alone
}

func (p *paragraph) by(who phrase, cue int, firm bool) attribution {
	if who.kind == noPhrase {
		return attribution{}
	}
	a := attribution{who: who, found: true, firm: firm}
	if cue >= 0 {
		a.cue = phrase{cue, cue + 1, nominalPhrase}
	}
	return a
}

// verb reports whether piece i is a finite verb of one of the classes, rather
// than a noun that looks like one.
func (p *paragraph) verb(i int, c class) bool {
	if !p.has(i, c) {
		return false
	}
	w := &p.pieces[i]
	if w.class&goOn != 0 && !p.is(i+1, "on") {
		return false
	}
	if w.class&ingForm != 0 || w.cap && i > 0 && !p.pieces[i-1].ends {
		return false
	}
	if w.class&baseForm != 0 && w.class&pastForm == 0 {
		return p.has(i-1, modal) || p.plural(i-1)
	}
	if w.class&pastForm == 0 && p.has(i-1, determiner|preposition) {
		return false // "the claims", "of calls"
	}
	return true
}

// plural reports whether piece i looks like a plural noun: only then is a base
// form behind it a verb.
func (p *paragraph) plural(i int) bool {
	if p.kind(i) != wordPiece {
		return false
	}
	w := p.word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && p.pieces[i].class&closed == 0
}

// attribute looks for the speaker of the quotation that is piece q.
func (p *paragraph) attribute(q int) attribution {
	lo, hi := p.sentence(q)
	if q == lo {
		if a := p.after(q+1, p.until(q+1, hi)); a.found {
			return a
		}
		return attribution{}
	}
	last := lastSign(p.text[p.pieces[q].start:p.pieces[q].end])
	if last == ',' || p.kind(q+1) == commaPiece {
		if a := p.tight(q+1, p.until(q+1, hi)); a.found {
			return a
		}
	}
	if a := p.before(lo, q); a.found {
		return a
	}
	if a := p.after(q+1, p.until(q+1, hi)); a.found {
		return a
	}
	return attribution{}
}

// until returns the first quotation in [i, hi), or hi; the nickname in Ann “Red”
// Lee is none.
func (p *paragraph) until(i, hi int) int {
	for k := i; k < hi; k++ {
		if p.kind(k) == quotedPiece && !(p.capital(k-1) && p.capital(k+1) && p.pieces[k].end-p.pieces[k].start < 24) {
			return k
		}
	}
	return hi
}

// skipMarks returns the first piece from i on that is a word.
func (p *paragraph) skipMarks(i, hi int) int {
	for i < hi && (p.kind(i) == commaPiece || p.kind(i) == dashPiece || p.kind(i) == otherPiece) {
		i++
	}
	return i
}

// tight reads an attribution that begins right behind a quotation: "said Ann
// Lee", "she said", "Ann Lee, a nurse, said".
func (p *paragraph) tight(i, hi int) attribution {
	i = p.skipMarks(i, hi)
	for i < hi && (p.has(i, auxiliary) || p.adverb(i)) {
		i++
	}
	if p.verb(i, cueVerb) {
		who := p.phraseAt(p.skipAdverbs(i+1, hi), hi)
		return p.by(who, i, true)
	}
	if a := p.according(i, hi); a.found {
		return a
	}
	ph := p.phraseAt(i, hi)
	if ph.kind == noPhrase {
		return attribution{}
	}
	for k := ph.to; k < min(hi, ph.to+reach/2); k++ {
		if p.verb(k, sayVerb) || k <= ph.to+2 && p.verb(k, cueVerb) {
			if k-ph.to <= 4 || ph.kind == pronounPhrase {
				return p.by(ph, k, true)
			}
			return p.by(p.subjectOf(i, k), k, true)
		}
	}
	return attribution{}
}

func (p *paragraph) adverb(i int) bool {
	if p.kind(i) != wordPiece || p.pieces[i].cap || p.pieces[i].class != 0 {
		return false
	}
	w := p.word(i)
	return len(w) > 3 && w[len(w)-2:] == "ly"
}

func (p *paragraph) skipAdverbs(i, hi int) int {
	for i < hi && (p.adverb(i) || p.has(i, auxiliary)) {
		i++
	}
	return i
}

// according reads "according to" and "per" at piece i.
func (p *paragraph) according(i, hi int) attribution {
	if !p.is(i, "according") || !p.is(i+1, "to") {
		return attribution{}
	}
	a := p.by(p.phraseAt(i+2, hi), i, true)
	a.cue.to = i + 2
	return a
}

// after looks for an attribution in [i, hi), which follows a quotation.
func (p *paragraph) after(i, hi int) attribution {
	if a := p.tight(i, hi); a.found {
		return a
	}
	for k := i; k < hi; k++ {
		if a := p.according(k, hi); a.found {
			return a
		}
		if p.verb(k, sayVerb) {
			if a := p.by(p.subjectOf(i, k), k, true); a.found {
				return a
			}
			if a := p.by(p.phraseAt(p.skipAdverbs(k+1, hi), hi), k, true); a.found && a.who.kind != pronounPhrase {
				return a
			}
		}
	}
	return attribution{}
}

// before looks for the nearest verb or phrase in [lo, q) that leads to the
// quotation at q.
func (p *paragraph) before(lo, q int) attribution {
	for v := q - 1; v >= lo; v-- {
		if p.is(v, "to") && p.is(v-1, "according") {
			return p.according(v-1, q)
		}
		if p.kind(v) == colonPiece && v == q-1 {
			if a := p.colon(lo, v); a.found {
				return a
			}
		}
		if p.verb(v, cueVerb) {
			if p.passive(v) {
				continue
			}
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
		}
		if p.has(v, ingForm) && p.has(v, cueVerb) && v > lo {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
		}
	}
	return attribution{}
}

// passive reports whether verb v is one: "is called", "was described".
func (p *paragraph) passive(v int) bool {
	if !p.has(v, pastForm) || !p.has(v, callVerb) {
		return false
	}
	for k := v - 1; k >= 0 && k >= v-3 && p.has(k, auxiliary); k-- {
		switch p.word(k) {
		case "is", "are", "was", "were", "be", "been", "being":
			return true
		}
	}
	return false
}

// colon reads "Ann Lee: “…”" and "Lee on the merger: “…”".
func (p *paragraph) colon(lo, c int) attribution {
	for v := c - 1; v >= lo; v-- {
		if a := p.according(v, c); a.found {
			return a
		}
		if p.verb(v, cueVerb) && !p.passive(v) {
			if a := p.by(p.subjectOf(lo, v), v, true); a.found {
				return a
			}
			return p.by(p.phraseAt(v+1, c), v, true) // Continued Lee:
		}
	}
	if ph := p.phraseBefore(c-1, lo); ph.kind == namePhrase && (ph.from == lo || p.kind(ph.from-1) != wordPiece) {
		return p.by(ph, c, true)
	}
	return p.by(p.subject(lo, c), c, true)
}

// subjectOf returns the noun phrase that verb v of the clause from lo belongs to.
func (p *paragraph) subjectOf(lo, v int) phrase {
	i := v - 1
	for i >= lo && (p.has(i, auxiliary) || p.adverb(i)) {
		i--
	}
	if i < lo {
		return phrase{}
	}
	if p.kind(i) == wordPiece {
		switch {
		case p.pieces[i].class&relativeWord != 0 || p.is(i, "that"):
			return p.antecedent(lo, i)
		case p.pieces[i].class&conjunction != 0:
			return p.subject(lo, i)
		}
		ph := p.phraseBefore(i, lo)
		if p.participle(v) && (ph.kind == namePhrase || ph.kind == pronounPhrase) {
			return ph // with Lee calling it
		}
		if ph.kind != noPhrase && !p.has(ph.from-1, preposition) && !p.participle(v) && !p.time(ph) {
			return ph
		}
	} else if ph := p.apposed(lo, i); ph.kind != noPhrase && !p.participle(v) {
		return ph
	}
	return p.clauseSubject(lo, v)
}

func (p *paragraph) participle(v int) bool { return p.pieces[v].class&ingForm != 0 }

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

// clauseSubject returns the subject of the clause that holds v: the first noun
// phrase behind the last word that begins a clause, or of an earlier clause
// where that has none.
func (p *paragraph) clauseSubject(lo, v int) phrase {
	end := v
	for k := v - 1; k >= lo; k-- {
		if !p.clauseStart(k) {
			continue
		}
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
	switch p.word(k) {
	case "that", "because", "while", "although", "whether", "but", "when", "if":
		return true
	}
	return false
}
