package clause

import "github.com/copychief/copychief/lint/language/cue"

// IsMute reports whether a verb can take quoted words without meaning that anything is said:
// "makes", "sees", "finds".
func IsMute(p *Paragraph, v int) bool {
	return p.Has(v, cue.MuteVerb)
}

// IsIdle reports whether verb v has no particular speaker: "it is easy to say".
func IsIdle(p *Paragraph, lo, v int) bool {
	if !p.Is(v-1, p.Words.To) {
		return false
	}
	who := SubjectOf(p, lo, v)
	return who.Kind == Pronoun && IsImpersonal(p, who.To)
}

// IsPassive reports whether verb v is in the passive: "is called", "was described".
func IsPassive(p *Paragraph, v int) bool {
	if !p.Has(v, cue.PastForm) || !p.Has(v, cue.CallVerb) {
		return false
	}
	for k := v - 1; k >= 0 && k >= v-3 && (p.Has(k, cue.Auxiliary) || IsAdverb(p, k)); k-- {
		if p.Small(k, p.Words.PassiveBe) {
			return true
		}
	}
	return false
}

// IsImpersonal reports whether the words from piece i on, after "it", make it impersonal: "it must
// be added", "it is said".
func IsImpersonal(p *Paragraph, i int) bool {
	if !p.Is(i-1, p.Words.It) {
		return false
	}
	for p.Has(i, cue.Auxiliary) {
		if p.Small(i, p.Words.ImpersonalBe) {
			return true
		}
		i++
	}
	return false
}

// IsAdverb reports whether piece i is an unlisted word with the ending of an adverb.
func IsAdverb(p *Paragraph, i int) bool {
	if p.Kind(i) != Word || p.Pieces[i].Capital || p.Pieces[i].Class != 0 {
		return false
	}
	w := p.Word(i)
	return len(w) > 3 && EndsIn(w, p.Words.AdverbEndings)
}

// SkipAdverbs returns the first piece from i on that is neither an adverb nor an auxiliary.
func SkipAdverbs(p *Paragraph, i, hi int) int {
	for i < hi && (IsAdverb(p, i) || p.Has(i, cue.Auxiliary)) {
		i++
	}
	return i
}

// IsPastLike reports whether piece i is an unlisted word that looks like a past form.
func IsPastLike(p *Paragraph, i int) bool {
	if p.Kind(i) != Word || p.Pieces[i].Capital || p.Pieces[i].Class != 0 {
		return false
	}
	w := p.Word(i)
	return len(w) > 4 && EndsIn(w, p.Words.PastEndings)
}

// IsPredicated reports whether a predicate begins at piece k.
func IsPredicated(p *Paragraph, k int) bool {
	return p.Has(k, cue.Verb|cue.Auxiliary|cue.Modal) || IsPastLike(p, k)
}

// isParticiple reports whether verb v is a present participle.
func isParticiple(p *Paragraph, v int) bool { return p.Pieces[v].Class&cue.IngForm != 0 }
