package attribution

import (
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// outer goes from the subject of reported speech to its speaker: Lee in "Lee said that she
// rejects “…”", in "Lee said the rule makes it “…”" and in "Lee denounced what he called “…”".
func outer(p *clause.Paragraph, lo int, a Attribution) Attribution {
	switch {
	case !a.Found || a.Cue.Kind == clause.None:
		return a
	case a.Who.Kind != clause.Pronoun:
		if p.Has(a.Cue.From, cue.SayVerb) || !clause.IsMute(p, a.Cue.From) && !isThing(p, a.Who) {
			return a
		}
	case !p.Is(a.Who.From, p.Words.Third) || p.Pieces[a.Who.From].Capital:
		return a
	case p.Is(a.Who.From-1, p.Words.What):
		if who := clause.SubjectIn(p, lo, a.Who.From-1); who.Kind == clause.Name || who.Kind == clause.Nominal && p.Has(who.To-1, cue.Head) {
			a.Who = who
		}
		return a
	}
	for v, tries := a.Who.From-1, 0; v > lo && tries < clause.Attempts && p.Kind(v) != clause.Stop; v-- {
		if !isReporting(p, v) {
			continue
		}
		tries++
		if a.Who.Kind == clause.Pronoun && !embedsClause(p, v, a.Who.From) {
			continue
		}
		if o := To(p, reporterOf(p, lo, v), v, true); o.Found && o.Who.To <= v && holdsSpeech(p, o.Who) {
			return o
		}
	}
	return a
}

// isThing reports whether a noun phrase is something that cannot speak.
func isThing(p *clause.Paragraph, ph clause.Phrase) bool {
	return ph.Kind == clause.Nominal && !p.Has(clause.HeadOf(p, ph).To-1, cue.Head)
}

// holdsSpeech reports whether a noun phrase can hold an opinion: not a thing, and not "it".
func holdsSpeech(p *clause.Paragraph, ph clause.Phrase) bool {
	return !isThing(p, ph) && (ph.Kind != clause.Pronoun || !p.Is(ph.From, p.Words.Vague) && !p.Is(ph.From, p.Words.That))
}

// isReporting reports whether word v introduces what somebody says or thinks: "said", "adding", "worried
// that", "the claim that".
func isReporting(p *clause.Paragraph, v int) bool {
	if clause.IsVerb(p, v, cue.SayVerb) || p.Has(v, cue.SayVerb) && p.Has(v, cue.IngForm) {
		return true
	}
	return opensThat(p, v+1) && (clause.IsVerb(p, v, cue.CallVerb) || clause.IsPastLike(p, v) || p.Is(v, p.Words.Claims))
}

// opensThat reports whether piece i is "that".
func opensThat(p *clause.Paragraph, i int) bool {
	return p.Has(i, cue.Conjunction) && p.Is(i, p.Words.That)
}

// embedsClause reports whether the clause at piece i is what word v reports, rather than another clause
// after it: "Lee said no, but she calls it “…”".
func embedsClause(p *clause.Paragraph, v, i int) bool {
	if p.Kind(i-2) == clause.Comma && p.Is(i-1, p.Words.Adding) {
		return false
	}
	b := i - 1
	for b > v && p.Has(b, cue.Conjunction) && !p.Is(b, p.Words.That) {
		b--
	}
	return p.Kind(b) != clause.Comma || opensThat(p, v+1) || p.Kind(v+1) == clause.Comma
}

// reporterOf returns whoever says what word v reports.
func reporterOf(p *clause.Paragraph, lo, v int) clause.Phrase {
	if !p.Is(v, p.Words.Claims) || clause.IsVerb(p, v, cue.Verb) {
		return clause.SubjectOf(p, lo, v)
	}
	for k := v - 1; k >= lo && k >= v-5 && p.Kind(k) == clause.Word; k-- {
		switch {
		case p.Possessive(k):
			return clause.PhraseBefore(p, k, lo)
		case p.Is(k, p.Words.Theirs):
			return clause.Phrase{From: k, To: k + 1, Kind: clause.Pronoun}
		case p.Has(k, cue.Verb) || clause.IsPastLike(p, k):
			return clause.SubjectOf(p, lo, k)
		}
	}
	return clause.Phrase{}
}

// claimed looks in [lo, q) for a word after which a clause with "that" reports what somebody says
// or thinks: "worried that", "the claim that".
func claimed(p *clause.Paragraph, lo, q int) Attribution {
	const aside = 8 // pieces between a claim and its clause
	if p.Kind(q) != clause.Quotation {
		return Attribution{}
	}
	for v := q - 2; v > lo; v-- {
		switch {
		case !opensThat(p, v+1):
		case isReporting(p, v):
			return held(p, lo, v)
		default: // Lee's suggestion at the debate that
			for k := v - 1; k > max(lo, v-aside) && p.Kind(k) == clause.Word && !p.Has(k, cue.Verb); k-- {
				if p.Is(k, p.Words.Claims) && p.Has(k+1, cue.Preposition) {
					return held(p, lo, k)
				}
			}
		}
	}
	return Attribution{}
}

// held attributes a quotation to whoever says what word v reports, unless that is the author.
func held(p *clause.Paragraph, lo, v int) Attribution {
	who := reporterOf(p, lo, v)
	if !holdsSpeech(p, who) || who.Kind == clause.Pronoun && !p.Is(who.From, p.Words.Third) && !p.Is(who.From, p.Words.Theirs) && !p.Has(who.From, cue.Relative) {
		return Attribution{}
	}
	return To(p, who, v, who.Kind != clause.Nominal)
}

// takenAs looks for an unlisted verb whose object is taken for what is quoted at piece q: "Lee
// heralded the deal as a “…”".
func takenAs(p *clause.Paragraph, lo, q int) Attribution {
	const most = 10 // pieces of the object
	as := q - 1
	if p.Is(as, p.Words.Articles) || p.Is(as, p.Words.Indefinite) {
		as--
	}
	if !p.Is(as, p.Words.As) {
		return Attribution{}
	}
	if as == q-1 && p.Kind(q) == clause.Quotation && !strings.Contains(p.Text[p.Pieces[q].Start:p.Pieces[q].End], " ") {
		return Attribution{} // marks it as “done”
	}
	for v := as - 2; v > lo && v > as-most; v-- {
		if p.Has(v, cue.Auxiliary|cue.Verb) {
			break
		}
		if !takesQuotation(p, lo, v) {
			continue
		}
		who := clause.SubjectOf(p, lo, v)
		if who.To > v || !holdsSpeech(p, who) || who.Kind == clause.Nominal && !p.Has(who.From, cue.Determiner) && !clause.IsPlural(p, who.To-1) {
			break
		}
		return To(p, who, v, true)
	}
	return Attribution{}
}

// Commented reads a possessive before the quotation at piece q and a noun of speech after it:
// Lee’s “closed for good” comment.
func Commented(p *clause.Paragraph, q int) Attribution {
	if p.Kind(q-1) != clause.Word || !p.Possessive(q-1) || !p.Is(q+1, p.Words.Claims) && !p.Has(q+1, cue.Noun) {
		return Attribution{}
	}
	if who := clause.PhraseBefore(p, q-1, 0); who.Kind == clause.Name {
		return To(p, who, q+1, true)
	}
	return Attribution{}
}

// takesQuotation reports whether word v looks like an unlisted verb in the active: "heralded", "has been
// heralding", "Lee openly heralds".
func takesQuotation(p *clause.Paragraph, lo, v int) bool {
	if clause.IsPastLike(p, v) {
		return !p.Small(v-1, p.Words.PassiveBe)
	}
	if p.Kind(v) != clause.Word || p.Pieces[v].Capital || p.Pieces[v].Class != 0 {
		return false
	}
	w, b := p.Word(v), v-1
	for b > 0 && clause.IsAdverb(p, b) {
		b--
	}
	if len(w) > 4 && clause.EndsIn(w, p.Words.ParticipleEndings) {
		return p.Small(b, p.Words.PassiveBe)
	}
	if len(w) <= 4 || !clause.EndsIn(w, p.Words.ThirdEndings) || p.PhraseAt(v+1, len(p.Pieces)).Kind == clause.None {
		return false
	}
	ph := clause.PhraseBefore(p, b, lo)
	opens := ph.From == lo || p.Kind(ph.From-1) != clause.Word || p.Has(ph.From-1, cue.Conjunction)
	return opens && (ph.Kind == clause.Name && !p.Possessive(b) || ph.Kind == clause.Pronoun && p.Is(b, p.Words.Third) && !p.Is(b, p.Words.It))
}

// isElsewhere reports whether the verb after the quotation at piece q has a clause of its own to
// report, or its subject before the quotation: "Though Lee said he was “late,” she claims they
// waited"; "Lee, citing “the rules,” said the bar is closed".
func isElsewhere(p *clause.Paragraph, lo, q int, a Attribution) bool {
	if a.Cue.Kind == clause.None || a.Cue.From < q || !p.Has(a.Cue.From, cue.SayVerb) {
		return false
	}
	if a.Who.From > a.Cue.From {
		return p.Has(q-1, cue.IngForm) && p.Has(q-1, cue.Verb) && p.Kind(q-2) == clause.Comma && clause.IsPredicated(p, a.Who.To)
	}
	own := p.PhraseAt(a.Cue.To, len(p.Pieces))
	return own.Kind == clause.Pronoun && clause.IsPredicated(p, own.To) && p.Is(lo, p.Words.ClauseBegins) && Before(p, lo, q).Found
}
