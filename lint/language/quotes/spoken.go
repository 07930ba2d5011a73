package quotes

import (
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// attributeAs gives a quotation the attribution of another.
func (q *Quote) attributeAs(o *Quote) {
	q.Speaker, q.Cue = o.Speaker, o.Cue
	q.Anonymous, q.Described, q.Explained, q.Spoken = o.Anonymous, o.Described, o.Explained, o.Spoken
}

// isSpoken reports whether an attribution says that somebody spoke: it has a verb of saying in the
// past or in the third person, or "according to", with a subject that can speak. What somebody may
// say, shall say or is told to say has not been said; an instruction ("ask “…”") has no subject.
func isSpoken(p *clause.Paragraph, a attribution.Attribution) bool {
	if !a.Found || a.Cue.Kind == clause.None || !canSpeak(p, a.Who) {
		return false
	}
	v := a.Cue.From
	if p.Is(v, p.Words.According) || p.Is(v, p.Words.Per) || p.Is(v, p.Words.In) || p.Has(v, cue.GoOn) {
		return true
	}
	if !p.Has(v, cue.SayVerb) || p.Has(v-1, cue.Modal) && p.Has(v-1, cue.Auxiliary) {
		return false
	}
	for k := v - 1; k >= 0 && p.Has(k, cue.Auxiliary); k-- {
		if p.Small(k, p.Words.PassiveBe) {
			return false // sources are not shown
		}
	}
	return p.Has(v, cue.PastForm) || !p.Has(v, cue.BaseForm|cue.IngForm) && isSomebody(p, a.Who)
}

// isSomebody reports whether a noun phrase is a person rather than a thing or an organisation. In
// the present tense, things can also "say" something: a signal, a metric, an error.
func isSomebody(p *clause.Paragraph, ph clause.Phrase) bool {
	switch ph.Kind {
	case clause.Name:
		return ph.To > ph.From+1
	case clause.Nominal:
		return p.Has(clause.HeadOf(p, ph).To-1, cue.Person|cue.Nameless)
	case clause.Pronoun:
		return true
	case clause.None:
	}
	return false
}

// canSpeak reports whether a noun phrase can speak: a name, a person, an organisation, or a pronoun
// for one of them.
func canSpeak(p *clause.Paragraph, ph clause.Phrase) bool {
	switch ph.Kind {
	case clause.Pronoun:
		return p.Is(ph.From, p.Words.Third) && !p.Is(ph.From, p.Words.It) || p.Has(ph.From, cue.Relative)
	case clause.Name:
		return true
	case clause.Nominal:
		head := clause.HeadOf(p, ph).To - 1
		return p.Has(head, cue.Head) && !isCutOff(p, ph)
	case clause.None:
	}
	return false
}

// isCutOff reports whether a noun phrase continues with a noun that is on no list: Google's
// official, in "Google's official guide says".
func isCutOff(p *clause.Paragraph, ph clause.Phrase) bool {
	k := ph.To
	return p.Kind(k) == clause.Word && p.Pieces[k].Class == 0 && !p.Pieces[k].Capital && !clause.IsAdverb(p, k) && !clause.IsPastLike(p, k)
}
