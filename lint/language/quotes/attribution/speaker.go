// Package attribution finds who says a quotation, from the words beside it in its paragraph.
//
// [Of] tries one pattern after the other, the most certain first: a verb of saying right after the
// quotation or before it, “according to”, a name before a colon or after a dash, a verb in the rest
// of the sentence. From a pronoun or a thing in reported speech, the search goes on to whoever
// reports it (reported.go). Where the words around a quotation say nothing, package quotes looks at
// its neighbours.
//
// The trade-off: patterns are tried in a fixed order and the first that fits wins, which is fast and
// can be followed step by step; two readings of a sentence are never weighed against each other.
package attribution

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// Attribution is the speaker of a quotation and the words that name the speaker.
type Attribution struct {
	Who   clause.Phrase
	Cue   clause.Phrase // kind is clause.None if the attribution follows from the position alone
	Found bool
	Firm  bool // based on a verb or phrase next to the quotation, not on position alone
}

// To attributes a quotation to a noun phrase, by the verb in a piece or, if that is negative, by
// position. It is none if there is no such phrase.
func To(p *clause.Paragraph, who clause.Phrase, verb int, firm bool) Attribution {
	if who.Kind == clause.None {
		return Attribution{}
	}
	a := Attribution{Who: refineName(p, who), Found: true, Firm: firm}
	if verb >= 0 {
		a.Cue = clause.Phrase{From: verb, To: verb + 1, Kind: clause.Nominal}
		if p.Has(verb, cue.GoOn) {
			a.Cue.To++
		}
	}
	return a
}

// refineName adjusts a nominal phrase to the words that name the speaker best: the name in "one
// official, Ann Lee, said", all of "people familiar with the plan".
func refineName(p *clause.Paragraph, who clause.Phrase) clause.Phrase {
	if who.Kind != clause.Nominal {
		return who
	}
	if p.Kind(who.To) == clause.Comma && p.Namelike(who.To+1) {
		if name := p.NameAt(who.To+1, len(p.Pieces)); name.Kind == clause.Name && p.Kind(name.To) == clause.Comma {
			if first := clause.PhraseBefore(p, who.From-2, 0); p.Small(who.From-1, p.Words.And) && first.Kind == clause.Name {
				name.From = first.From // Ann Lee and her husband, Bob, said
			}
			return name
		}
	}
	if k := who.From - 1; p.Small(k, p.Words.And) { // Ann Lee, a well-known baker and painter said
		if first := clause.PhraseBefore(p, k-1, 0); first.Kind == clause.Nominal && p.Has(first.From, cue.Determiner) && p.Kind(first.From-1) == clause.Comma {
			if name := clause.PhraseBefore(p, first.From-2, 0); name.Kind == clause.Name && !clause.IsGoverned(p, name) {
				return name
			}
		}
	}
	if k := who.From - 1; k > 0 && p.Kind(k) == clause.Comma && p.Namelike(k-1) && !clause.IsVerb(p, who.To, cue.Verb) { // As Ann Lee, a baker, said
		if name := clause.PhraseBefore(p, k-1, 0); name.Kind == clause.Name && !clause.IsGoverned(p, name) {
			return name
		}
	}
	if p.Small(who.To, p.Words.InTheKnow) && p.Has(who.To+1, cue.Preposition) {
		end := who.To + 2
		for end < min(len(p.Pieces), who.To+9) && p.Kind(end) == clause.Word && !clause.IsVerb(p, end, cue.Verb) && !p.Has(end, cue.Relative|cue.Conjunction|cue.Pronoun) {
			end++
		}
		who.To = end
	}
	return who
}

// Of looks for the speaker of the quotation in piece q.
func Of(p *clause.Paragraph, q int) Attribution {
	lo, hi := p.Sentence(q)
	if q == lo {
		if a := after(p, q+1, clauseUntil(p, q+1, hi)); a.Found {
			return a
		}
		if a := pastWords(p, q, hi); a.Found {
			return a
		}
		if hi == q+1 {
			if a := saidAfter(p, hi); a.Found {
				return a
			}
		}
		return afterDash(p, q+1)
	}
	last := clause.LastSign(p.Text[p.Pieces[q].Start:p.Pieces[q].End])
	if last == ',' || p.Kind(q+1) == clause.Comma {
		if a := tight(p, q+1, clauseUntil(p, q+1, hi)); a.Found && !isElsewhere(p, lo, q, a) {
			return a
		}
	}
	if a := Before(p, lo, q); a.Found {
		if a.Cue.Kind != clause.None && p.Has(a.Cue.From, cue.MuteVerb) && !p.Has(a.Cue.From, cue.SayVerb) {
			if b := inTail(p, q, hi); b.Found {
				return b
			}
		}
		return a
	}
	if a := after(p, q+1, clauseUntil(p, q+1, hi)); a.Found {
		return a
	}
	if a := afterNext(p, q, hi); a.Found {
		return a
	}
	return inTail(p, q, hi)
}

// pastWords reads an attribution whose subject has a description that contains quotation marks:
// “We won,” Ann Lee, in a “bakers first” cap, said.
func pastWords(p *clause.Paragraph, q, hi int) Attribution {
	if !strings.ContainsRune(",?!", clause.LastSign(p.Text[p.Pieces[q].Start:p.Pieces[q].End])) || clauseUntil(p, q+1, hi) == hi {
		return Attribution{}
	}
	who := p.PhraseAt(q+1, hi)
	if who.Kind == clause.None || who.Kind == clause.Pronoun || p.Kind(who.To) != clause.Comma {
		return Attribution{}
	}
	for v := who.To; v < min(hi, who.To+clause.Reach/4); v++ {
		if clause.IsVerb(p, v, cue.SayVerb) {
			return To(p, who, v, true)
		}
	}
	return Attribution{}
}

// inTail reads an attribution of the whole sentence at its end: the council in "It wants the mill to
// be “clean” by May, the council says."
func inTail(p *clause.Paragraph, q, hi int) Attribution {
	v := hi - 1
	for v > q && p.Kind(v) == clause.Stop {
		v--
	}
	if v <= q || !clause.IsVerb(p, v, cue.SayVerb) {
		return Attribution{}
	}
	who := clause.PhraseBefore(p, v-1, q+1)
	if who.Kind == clause.None || who.From-1 <= q || p.Kind(who.From-1) != clause.Comma {
		return Attribution{}
	}
	return To(p, who, v, true)
}

// afterDash reads a name after a dash at the end of the paragraph: “…” — Ann Lee, nurse.
func afterDash(p *clause.Paragraph, i int) Attribution {
	const longest = 14 // pieces of a name with its description
	if p.Kind(i) != clause.Dash || len(p.Pieces)-i > longest {
		return Attribution{}
	}
	for p.Kind(i) == clause.Dash {
		i++
	}
	if !p.Namelike(i) {
		return Attribution{}
	}
	return To(p, p.NameAt(i, len(p.Pieces)), -1, true)
}

// afterNext looks after the other quotations of the sentence: The town is “out of money” and “out
// of time,” Lee said.
func afterNext(p *clause.Paragraph, q, hi int) Attribution {
	k := clauseUntil(p, q+1, hi)
	for tries := 0; k < hi && tries < clause.Attempts; tries++ {
		if strings.ContainsRune(",?!", clause.LastSign(p.Text[p.Pieces[k].Start:p.Pieces[k].End])) || p.Kind(k+1) == clause.Comma {
			if a := tight(p, k+1, clauseUntil(p, k+1, hi)); a.Found {
				return a
			}
		}
		k = clauseUntil(p, k+1, hi)
	}
	return Attribution{}
}

// clauseUntil returns the first quotation in [i, hi), or hi; the nickname in Ann “Red” Lee does not
// count.
func clauseUntil(p *clause.Paragraph, i, hi int) int {
	for k := i; k < hi; k++ {
		if p.Kind(k) == clause.Quotation && !p.Nickname(k) {
			return k
		}
	}
	return hi
}

// skipMarks returns the first piece at or after i that is a word.
func skipMarks(p *clause.Paragraph, i, hi int) int {
	for i < hi && (p.Kind(i) == clause.Comma || p.Kind(i) == clause.Dash || p.Kind(i) == clause.OtherSign) {
		i++
	}
	return i
}

// tight reads an attribution that begins right after a quotation: "said Ann Lee", "she said", "Ann
// Lee, a nurse, said".
func tight(p *clause.Paragraph, i, hi int) Attribution {
	i = skipMarks(p, i, hi)
	for i < hi && (p.Has(i, cue.Auxiliary) || clause.IsAdverb(p, i)) {
		i++
	}
	if clause.IsVerb(p, i, cue.Verb) {
		who := clause.PhraseAfter(p, clause.SkipAdverbs(p, i+1, hi), hi)
		return To(p, who, i, true)
	}
	if a := According(p, i, hi); a.Found {
		return a
	}
	if a := unlisted(p, i, hi); a.Found {
		return a
	}
	ph := p.PhraseAt(i, hi)
	if ph.Kind == clause.None || ph.Kind == clause.Pronoun && clause.IsImpersonal(p, ph.To) || isCharge(p, ph) {
		return Attribution{}
	}
	for k := ph.To; k < min(hi, ph.To+clause.Reach/2); k++ {
		if clause.IsVerb(p, k, cue.SayVerb) || k <= ph.To+2 && clause.IsVerb(p, k, cue.Verb) {
			if a := inverted(p, k, hi); a.Found && p.Is(i, p.Words.That) {
				return a
			}
			if k-ph.To <= 4 || ph.Kind == clause.Pronoun {
				return To(p, ph, k, true)
			}
			return To(p, clause.SubjectOf(p, i, k), k, true)
		}
	}
	return Attribution{}
}

// isCharge reports whether a noun phrase sums up the quotation before it: "a charge Lee denied".
func isCharge(p *clause.Paragraph, ph clause.Phrase) bool {
	return ph.Kind == clause.Nominal && p.Is(ph.From, p.Words.Indefinite) && p.Is(ph.From+1, p.Words.Claims)
}

// saidAfter reads a sentence from piece i on that only attributes the quotation before it: “It
// rains.” Ann Lee said.
func saidAfter(p *clause.Paragraph, i int) Attribution {
	if i >= len(p.Pieces) || p.Kind(i) != clause.Word {
		return Attribution{}
	}
	who := p.PhraseAt(i, len(p.Pieces))
	if who.Kind == clause.None || who.From != i || !clause.IsVerb(p, who.To, cue.SayVerb) || who.To+1 < len(p.Pieces) && p.Kind(who.To+1) != clause.Stop {
		return Attribution{}
	}
	return To(p, who, who.To, true)
}
