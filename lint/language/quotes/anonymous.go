package quotes

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// isAnonymous reports whether a speaker is unnamed, and whether the text describes the speaker or
// gives a reason for the anonymity. Only indefinite and plural persons count: "the spokesman"
// refers to somebody whom the article names elsewhere.
func isAnonymous(p *clause.Paragraph, ph clause.Phrase) (anonymous, described bool) {
	if ph.Kind == clause.Pronoun || ph.Kind == clause.Name || ph.Kind == clause.None {
		return false, false
	}
	ph = clause.HeadOf(p, ph)
	head := ph.To - 1
	if !p.Has(head, cue.Nameless) || isDefinite(p, ph) {
		return false, false
	}
	if p.Kind(ph.To) == clause.Comma && p.Namelike(ph.To+1) {
		return false, false // a diplomat, Ann Lee,
	}
	return true, describesPerson(p, ph)
}

// isDefinite reports whether a phrase refers to a known person: "the", "his", "whose" before it. "The
// sources" is an exception: it identifies nobody.
func isDefinite(p *clause.Paragraph, ph clause.Phrase) bool {
	return (p.Is(ph.From, p.Words.Definite) || p.Is(ph.From-1, p.Words.Definite)) && !p.Is(ph.To-1, p.Words.Unknown)
}

// describesPerson reports whether the text says more about an anonymous speaker than what kind of person
// it is: an employer, a relative clause, a reason for the anonymity.
func describesPerson(p *clause.Paragraph, ph clause.Phrase) bool {
	modifiers := ph.To - ph.From - 1
	if p.Has(ph.From, cue.Determiner) {
		modifiers--
	}
	head := strings.ToLower(p.Word(ph.To - 1))
	if modifiers >= 2 || slices.ContainsFunc(p.Words.Spokespersons, func(s string) bool { return strings.HasPrefix(head, s) }) {
		return true
	}
	if p.Has(ph.To, cue.Relative) || p.Kind(ph.To) == clause.Comma && p.Has(ph.To+1, cue.Relative) {
		return true
	}
	if p.Small(ph.To, p.Words.Belonging) {
		if p.Namelike(ph.To+1) || p.Has(ph.To+1, cue.Determiner) && (p.Namelike(ph.To+2) || p.Has(ph.To+2, cue.Body)) {
			return true
		}
	}
	return explainsName(p, ph)
}

// explainsName reports whether the sentence about an anonymous speaker gives a reason for the
// anonymity, or says that there is one.
func explainsName(p *clause.Paragraph, ph clause.Phrase) bool {
	lo, hi := p.Sentence(ph.From)
	for i := lo; i < hi; i++ {
		if p.Small(i, p.Words.Anonymity) {
			return true
		}
		if p.Small(i, p.Words.Named) {
			return p.Is(i-1, p.Words.BaseBe)
		}
	}
	return false
}
