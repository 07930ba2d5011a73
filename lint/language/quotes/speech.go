package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// The maximum number of words of a name or title after a word such as "film": if a comma separates
// them, and if none does.
const shortTitle, longTitle = 8, 20

// isSpeech distinguishes a quotation from a title, a nickname, a term and a scare quote.
func isSpeech(f *reader, p *clause.Paragraph, k int, c *candidate, pair *pairing.Pair) bool {
	if c.words == 0 || !strings.ContainsFunc(c.text, unicode.IsLetter) {
		return false
	}
	if c.words == 1 && strings.ContainsAny(c.text, "/\\_=<>{}()") {
		return false // an address, a file, code
	}
	if isNamedBeside(p, k) && (c.words <= shortTitle || c.words <= longTitle && p.Has(k-1, cue.Naming)) {
		return false
	}
	if isThought(p, k, c) || f.mused >= 0 && k-f.mused <= 7 && p.Kind(k-1) == clause.Comma {
		f.mused = k
		return false
	}
	if c.words < 5 && isNegated(p, k) {
		return false
	}
	single := pair.Style == pairing.SingleCurly || pair.Style == pairing.SingleStraight
	double := f.singles || !single
	if double && len(p.Pieces) == 1 && strings.ContainsRune(".?!—-", clause.LastSign(c.text)) {
		return true // “Yes?”
	}
	beside := isBeside(p, k, c)
	if titled(c.text) {
		said := p.Kind(k-1) == clause.Colon && c.who.Firm && strings.ContainsRune("?!", clause.LastSign(c.text))
		return said || beside && !isBroadcast(p, k) || isStyled(p, k, c.who) || speechGoesOn(p, f, k, c)
	}
	if !double {
		return beside || c.words >= 5 && c.full && strings.ContainsRune(".,?!—-", clause.LastSign(c.text))
	}
	if c.words >= 5 || beside {
		return true
	}
	stop := strings.ContainsRune(",.?!—-", clause.LastSign(c.text))
	if stop && c.full && (c.words >= 2 || c.who.Found) {
		return true
	}
	return f.trusts(p, c.who) && c.who.Firm && areOthers(p, c.who.Who) && !single && !isFar(p, k, c.who.Cue) && !isUnspoken(p, c.who)
}

// speechGoesOn reports whether a quotation is a sentence of its own after another quotation of the
// paragraph: “Who wants more?” Lee asked. “Neither do I.”
func speechGoesOn(p *clause.Paragraph, f *reader, k int, c *candidate) bool {
	lo, hi := p.Sentence(k)
	if len(f.who) == 0 {
		return false
	}
	last := f.who[len(f.who)-1]
	said := last.Firm && last.Cue.Kind != clause.None && p.Has(last.Cue.From, cue.SayVerb)
	return said && lo == k && hi == k+1 && c.words > 1 && strings.ContainsRune(".?!", clause.LastSign(c.text))
}

// isStyled reports whether somebody gives a person or thing a title or a name: refers to him as “…”,
// called Lee “…”.
func isStyled(p *clause.Paragraph, k int, a attribution.Attribution) bool {
	if !a.Firm || a.Cue.Kind == clause.None || a.Cue.From >= k || !canSpeak(p, a.Who) {
		return false
	}
	v := a.Cue.From
	if object := p.PhraseAt(v+1, k); !p.Is(k-1, p.Words.As) && (object.Kind != clause.Name || object.To != k) {
		return false
	}
	for b := v - 1; b >= a.Who.To; b-- {
		if !p.Has(b, cue.Auxiliary) && !clause.IsAdverb(p, b) {
			return false
		}
	}
	return p.Has(v, cue.CallVerb) && !clause.IsMute(p, v) && !p.Has(v-1, cue.Modal)
}

// isFar reports whether a verb that takes quoted words is too far before piece k for a short
// quotation to belong to it.
func isFar(p *clause.Paragraph, k int, verb clause.Phrase) bool {
	const most = 8 // pieces
	return verb.Kind != clause.None && p.Has(verb.From, cue.MuteVerb) && !p.Has(verb.From, cue.SayVerb) && verb.From < k-most
}

// isUnspoken reports whether a verb that means nothing is said has a subject that cannot speak: "the
// tool uses “witness” files".
func isUnspoken(p *clause.Paragraph, a attribution.Attribution) bool {
	return a.Cue.Kind != clause.None && clause.IsMute(p, a.Cue.From) && !p.Has(a.Cue.From, cue.SayVerb) && !canSpeak(p, a.Who)
}

// isThought reports whether a quotation is a thought rather than speech, according to the words
// right before or after it.
func isThought(p *clause.Paragraph, k int, c *candidate) bool {
	verb := c.who.Cue
	if !c.who.Firm || verb.Kind == clause.None || verb.To != verb.From+1 {
		return false
	}
	if p.Small(verb.From, p.Words.Thinking) {
		first, last := min(verb.From, c.who.Who.From), max(verb.From, c.who.Who.To-1)
		return first > k && first <= k+2 || last < k && (k-last <= 2 || k-last <= 5 && p.Kind(k-1) == clause.Comma)
	}
	return false
}

// isNegated reports whether the words before piece k say that nobody said it.
func isNegated(p *clause.Paragraph, k int) bool {
	if !p.Has(k-1, cue.SayVerb) {
		return p.Is(k-1, p.Words.Contrast) && p.Is(k-2, p.Words.ContrastAnd) // a loan and not “a gift”
	}
	if p.Small(k-2, p.Words.Denying) {
		return true
	}
	if p.Small(k-2, p.Words.To) {
		if p.Is(k-1, p.Words.Inscription) {
			return true // the line was changed to read “No dogs”
		}
		lo, _ := p.Sentence(k - 1)
		return clause.IsIdle(p, lo, k-1)
	}
	return false
}

// areOthers reports whether a subject may be somebody other than the author and the reader: "we call
// it “the hub”" quotes nobody.
func areOthers(p *clause.Paragraph, ph clause.Phrase) bool {
	if ph.Kind != clause.Pronoun {
		return true
	}
	return !p.Is(ph.From, p.Words.AuthorAndReader)
}

// isBeside reports whether a verb of saying is right before or right after the quotation.
func isBeside(p *clause.Paragraph, k int, c *candidate) bool {
	b := k - 1
	for b >= 0 && (p.Kind(b) == clause.Comma || p.Kind(b) == clause.Colon) {
		b--
	}
	if b >= 0 && (clause.IsVerb(p, b, cue.SayVerb) || p.Has(b, cue.SayVerb) && p.Has(b, cue.IngForm)) {
		return true
	}
	return c.who.Firm && c.who.Cue.Kind != clause.None && c.who.Cue.From > k && c.who.Cue.From <= k+8 &&
		c.who.Who.From <= k+3 && strings.ContainsRune(",?!", clause.LastSign(c.text))
}

// isBroadcast reports whether a preposition or a possessive is right before piece k, which is
// capitalised like a title: on “Meet the Mayor”, CNN’s “State of the Valley”, told “Good Morning”.
func isBroadcast(p *clause.Paragraph, k int) bool {
	if p.Has(k-1, cue.Preposition) && !p.Has(k-1, cue.Conjunction) {
		return true
	}
	return p.Kind(k-1) == clause.Word && p.Possessive(k-1) || p.Is(k-1, p.Words.Told)
}

// isNamedBeside reports whether the words before piece k announce a name, a title or a
// term: "the film", "known as", "is called".
func isNamedBeside(p *clause.Paragraph, k int) bool {
	b := k - 1
	if p.Kind(b) == clause.Comma {
		b--
	}
	if p.Is(b, p.Words.As) && p.Has(b-1, cue.Naming) {
		return true
	}
	if p.Is(b, p.Words.Articles) {
		return p.Has(b-1, cue.Naming) && p.Has(b-1, cue.PastForm)
	}
	if p.Has(b, cue.Naming) && (!p.Capital(b) || !p.Capital(b-1)) {
		its := p.Has(b-1, cue.Determiner)
		switch {
		case clause.IsVerb(p, b, cue.SayVerb):
			return false
		case p.Is(b, p.Words.Wording) && p.Is(b-1, p.Words.Theirs) && p.Is(b-2, p.Words.In):
			return false // in her words
		case its && clause.IsVerb(p, b-2, cue.CallVerb) && !clause.IsMute(p, b-2):
			return false // called the show “…”
		}
		return true
	}
	if p.Is(b, p.Words.Naming) && (p.Is(b-1, p.Words.Namers) && p.Is(b-2, p.Words.NamersBefore) || p.Is(b-1, p.Words.People)) {
		return true // a dish which they call “…”
	}
	return p.Is(b, p.Words.NamedPast) && (p.Has(b-1, cue.Auxiliary) && clause.IsPassive(p, b) || p.Kind(b-1) == clause.Word && p.Pieces[b-1].Class == 0 && !p.Pieces[b-1].Capital)
}

// titled reports whether a text is capitalised like the title of a work: every word of four
// letters or more begins with a capital.
func titled(s string) bool {
	words, long := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "‘'“\"([#@")
		r, n := utf8.DecodeRuneInString(w)
		words++
		if words == 1 && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsLower(r) && len(w)-n >= 4 {
			return false
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			long++
		}
	}
	return words > 0 && words <= 12 && (long*2 > words || long*2 == words && long > 1)
}
