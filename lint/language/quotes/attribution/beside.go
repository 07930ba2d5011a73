package attribution

import (
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// after looks for an attribution in [i, hi), which follows a quotation.
func after(p *clause.Paragraph, i, hi int) Attribution {
	if a := tight(p, i, hi); a.Found {
		return a
	}
	for k := i; k < hi; k++ {
		if a := According(p, k, hi); a.Found {
			return a
		}
		if clause.IsVerb(p, k, cue.SayVerb) && !p.Small(k-1, p.Words.To) {
			if a := inverted(p, k, hi); a.Found {
				return a
			}
			if a := To(p, clause.SubjectOf(p, i, k), k, true); a.Found {
				if a.Who.Kind == clause.Pronoun && clause.IsImpersonal(p, a.Who.To) {
					continue
				}
				return a
			}
			if a := To(p, clause.PhraseAfter(p, clause.SkipAdverbs(p, k+1, hi), hi), k, true); a.Found && p.Kind(k-1) != clause.Opening && a.Who.Kind != clause.Pronoun {
				return a
			}
		}
	}
	return Attribution{}
}

// inverted reads a subject that follows its verb at the end of a clause: Lee in “It is late” for
// the school, said Lee, who teaches there.
func inverted(p *clause.Paragraph, v, hi int) Attribution {
	if p.Kind(v-1) != clause.Comma {
		return Attribution{}
	}
	who := clause.PhraseAfter(p, v+1, hi)
	if who.Kind != clause.Name {
		return Attribution{}
	}
	if end := p.Kind(who.To); end == clause.Comma || end == clause.Stop || end == clause.Opening || end == clause.OtherSign || p.Has(who.To, cue.Day|cue.Preposition) {
		return To(p, who, v, true)
	}
	return Attribution{}
}

// Before looks for the nearest verb or phrase in [lo, q) that introduces the quotation at q.
func Before(p *clause.Paragraph, lo, q int) Attribution {
	const near = 10 // pieces between a verb and what it takes in quotation marks
	var far Attribution
	tries := 0
	for v := q - 1; v >= lo && tries < clause.Attempts; v-- {
		if a := According(p, v, q); a.Found {
			return a
		}
		if p.Kind(v) == clause.Colon && v == q-1 {
			if a := AtColon(p, lo, v); a.Found {
				return a
			}
		}
		if p.Has(v, cue.Verb) {
			tries++
		}
		if clause.IsVerb(p, v, cue.Verb) {
			if a := agentOf(p, v, q); a.Found {
				return a
			}
			if clause.IsPassive(p, v) || clause.IsIdle(p, lo, v) {
				continue
			}
			if far.Found && q-far.Cue.From < near && !clause.IsMute(p, far.Cue.From) && !p.Has(far.Cue.From-1, cue.Relative) && p.Kind(v+1) != clause.Comma {
				break // a verb of saying farther off belongs to another clause
			}
			if p.Has(v, cue.SayVerb) {
				if a := inverted(p, v, q); a.Found && p.Kind(a.Who.To) == clause.Comma {
					return a // The bar, says Lee, is “late”
				}
			}
			a := To(p, clause.SubjectOf(p, lo, v), v, true)
			if a.Found && (p.Has(v, cue.SayVerb) || q-v <= 4) {
				return outer(p, lo, a)
			}
			if !far.Found {
				far = a
			}
		}
		if p.Has(v, cue.IngForm) && p.Has(v, cue.Verb) && v > lo && !far.Found && !isGerund(p, v) {
			if a := To(p, clause.SubjectOf(p, lo, v), v, true); a.Found {
				return outer(p, lo, a)
			}
		}
	}
	if !far.Found {
		if far = takenAs(p, lo, q); !far.Found {
			far = claimed(p, lo, q)
		}
	}
	return outer(p, lo, far)
}

// isOriginal reports whether piece i before "from" or "by" is a word for a text, or nothing, rather than
// a name or a participle: "a post by Lee:", "From Lee:", but not "with Lee from Salem:".
func isOriginal(p *clause.Paragraph, i int) bool {
	return p.Kind(i) != clause.Word || !clause.IsPastLike(p, i) && !p.Has(i, cue.PastForm) && (!p.Pieces[i].Capital || p.Has(i, cue.Determiner))
}

// isGerund reports whether word v, which looks like a participle, is a noun: "the failed shooting as".
func isGerund(p *clause.Paragraph, v int) bool {
	return p.Has(v, cue.SayVerb) && p.Has(v+1, cue.Preposition|cue.Auxiliary) && clause.IsModified(p, v)
}

// agentOf reads the agent of a verb in the passive: Lee in "it was described by Lee as “…”", "Day was
// asked by Lee whether".
func agentOf(p *clause.Paragraph, v, q int) Attribution {
	const most = 3 // pieces between the verb and its agent
	if !p.Has(v, cue.PastForm) || p.Is(v, p.Words.Inscription) {
		return Attribution{}
	}
	b := v - 1
	for b >= 0 && (p.Has(b, cue.Auxiliary) && !p.Small(b, p.Words.PassiveBe) || clause.IsAdverb(p, b)) {
		b--
	}
	if !p.Small(b, p.Words.PassiveBe) {
		return Attribution{}
	}
	for k := v + 1; k < min(q, v+1+most) && p.Kind(k) == clause.Word; k++ {
		if p.Is(k, p.Words.AgentBy) {
			return To(p, clause.PhraseAfter(p, k+1, q), v, true)
		}
	}
	return Attribution{}
}

// AtColon reads "Ann Lee: “…”" and "Lee on the merger: “…”".
func AtColon(p *clause.Paragraph, lo, c int) Attribution {
	if ph := clause.CoordinatedWith(p, clause.PhraseBefore(p, c-1, lo), lo); ph.Kind == clause.Name && p.Kind(ph.From-1) == clause.Dash {
		return To(p, ph, c, true) // Bakers agree - Ann Lee:
	}
	for v := c - 1; v >= lo; v-- {
		if a := According(p, v, c); a.Found {
			return a
		}
		if clause.IsVerb(p, v, cue.Verb) && !clause.IsPassive(p, v) || v == c-1 && p.Has(v, cue.Verb) && p.Has(v, cue.IngForm) {
			if a := To(p, clause.SubjectOf(p, lo, v), v, true); a.Found {
				return a
			}
			return To(p, clause.PhraseAfter(p, v+1, c), v, true) // Continued Lee:
		}
	}
	if ph := clause.CoordinatedWith(p, clause.PhraseBefore(p, c-1, lo), lo); ph.Kind == clause.Name && (ph.From == lo || p.Kind(ph.From-1) != clause.Word || p.Is(ph.From-1, p.Words.Origin) && isOriginal(p, ph.From-2)) {
		return To(p, ph, c, true)
	}
	for k := c - 1; k > lo; k-- {
		if p.Kind(k) == clause.Colon {
			lo = k + 1 // after a label
			break
		}
	}
	ph := clause.SubjectIn(p, lo, c)
	if ph.Kind == clause.Name && ph.To+2 >= c && ph.To < c && p.Pieces[ph.To].Class == 0 && !p.Capital(ph.To) {
		return Attribution{} // Meta description:
	}
	return To(p, ph, c, true)
}
