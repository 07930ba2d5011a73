package clause

import "strings"

// Questions is the maximum number of questions about a document to the model. Each takes a
// tenth of a millisecond, and this limits the cost of hostile input.
const Questions = 100

// PartAt returns the part of speech that the model assigns to word i.
func PartAt(p *Paragraph, i int) PartOfSpeech {
	_, part := partsAt(p, i)
	return part
}

// pluralsAt reports whether piece i, which may be a verb ("the band voices") or a noun, is a noun:
// "both sharp voices". If a noun precedes it and quotation marks follow, it is a verb whatever the
// model says, since the model does not see the marks.
func pluralsAt(p *Paragraph, i int) bool {
	before, part := partsAt(p, i)
	if before == CommonNoun && p.Kind(i+1) == Quotation {
		return false
	}
	return part == CommonNoun || part == ProperNoun
}

// partsAt returns the model's answers for word i and the word before it. Only ASCII words are
// passed, with a few words of context on either side: the model fails on letters whose lower case
// is longer.
func partsAt(p *Paragraph, i int) (last, this PartOfSpeech) {
	const before, after = 2, 2 // the tagger looks two words ahead, and two tags back
	for _, a := range p.answers {
		if a.piece == i {
			return a.last, a.this
		}
	}
	if p.Ask == nil || p.Asked == nil || *p.Asked >= Questions || p.Kind(i) != Word {
		return Unsettled, Unsettled
	}
	lo, hi := p.Sentence(i)
	lo, hi = max(lo, i-before), min(hi, i+1+after)
	words := make([]string, 0, before+1+after)
	for k := lo; k < hi; k++ {
		w, ok := plainWordAt(p, k)
		if !ok {
			if k == i {
				return Unsettled, Unsettled
			}
			w = "it"
		}
		words = append(words, w)
	}
	*p.Asked++
	parts := p.Ask(words)
	if len(parts) != len(words) {
		return Unsettled, Unsettled
	}
	if i > lo {
		last = parts[i-lo-1]
	}
	p.answers = append(p.answers, answer{i, last, parts[i-lo]})
	return last, parts[i-lo]
}

// answer is the model's answer for a piece and the one before it.
type answer struct {
	piece      int
	last, this PartOfSpeech
}

// plainWordAt returns piece k in the form that the model reads, and whether it has such a form.
func plainWordAt(p *Paragraph, k int) (string, bool) {
	const longest = 40 // bytes
	switch p.Kind(k) {
	case Word:
	case Quotation:
		return "it", true
	case Dash:
		return "--", true
	case Comma:
		return ",", true
	case Colon:
		return ":", true
	case Opening, Closing:
		return ",", true
	default:
		return ".", true
	}
	w := strings.ReplaceAll(p.Word(k), "’", "'")
	if len(w) > longest {
		return "", false
	}
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return "", false
		}
	}
	return w, w != ""
}
