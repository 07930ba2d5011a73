package attribution

import (
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// According reads "according to", "per" and "in the words of" at piece i. "Per" must be followed
// by a name: "per day" is not an attribution.
func According(p *clause.Paragraph, i, hi int) Attribution {
	to := i + 2
	if !p.Has(i, cue.Preposition) { // cheaper than looking each word up
		if !p.Is(i, p.Words.According) || !p.Is(i+1, p.Words.To) {
			return Attribution{}
		}
		return quoting(p, i, to, hi)
	}
	switch {
	case p.Is(i, p.Words.Per) && p.Namelike(i+1):
		to = i + 1
	case p.Is(i, p.Words.In) && p.Is(i+1, p.Words.Articles) && p.Is(i+2, p.Words.Wording) && p.Is(i+3, p.Words.Of):
		to = i + 4
	case p.Is(i, p.Words.In) && p.Is(i+1, p.Words.Theirs) && p.Is(i+2, p.Words.Wording):
		a := To(p, clause.Phrase{From: i + 1, To: i + 2, Kind: clause.Pronoun}, i, true) // in her words
		a.Cue.To = i + 3
		return a
	case p.Is(i, p.Words.In) || p.Is(i, p.Words.As):
		return inView(p, i, hi)
	default:
		return Attribution{}
	}
	return quoting(p, i, to, hi)
}

// quoting attributes a quotation to the noun phrase after the pieces [i, to).
func quoting(p *clause.Paragraph, i, to, hi int) Attribution {
	a := To(p, clause.PhraseAfter(p, to, hi), i, true)
	a.Cue.To = to
	return a
}

// inView reads "in Lee's view" and "as Lee put it" at piece i.
func inView(p *clause.Paragraph, i, hi int) Attribution {
	who := p.PhraseAt(i+1, hi)
	if who.Kind == clause.None {
		return Attribution{}
	}
	to := who.To
	if p.Is(i, p.Words.In) {
		if !p.Is(to-1, p.Words.Views) || !p.Possessive(to-2) {
			return Attribution{}
		}
		who.To, who.Kind = to-1, clause.PhraseBefore(p, to-2, i+1).Kind
	} else {
		v := to
		for p.Has(v, cue.Auxiliary) {
			v++
		}
		if clause.IsVerb(p, v, cue.SayVerb) && v < hi && p.Kind(v+1) != clause.Word {
			return To(p, who, v, true) // as critics have said
		}
		if !p.Is(to, p.Words.Put) || !p.Is(to+1, p.Words.It) {
			return Attribution{}
		}
		to += 2
	}
	a := To(p, who, i, true)
	a.Cue.To = to
	return a
}
