package quotes

import "strings"

// questions is the most questions that a document may put to the model, each of which takes a
// tenth of a millisecond; this limits the cost of hostile input.
const questions = 100

// partAt returns the part of speech that the model gives word i.
func partAt(p *paragraph, i int) partOfSpeech {
	_, part := partsAt(p, i)
	return part
}

// pluralsAt reports whether piece i, which may be a verb ("the band voices") or a noun, is a noun:
// "both sharp voices". If a noun precedes it and quotation marks follow, it is a verb whatever the
// model says, since the model does not see the marks.
func pluralsAt(p *paragraph, i int) bool {
	before, part := partsAt(p, i)
	if before == commonNoun && p.kind(i+1) == quotedPiece {
		return false
	}
	return part == commonNoun || part == properNoun
}

// partsAt returns the model's answers for word i and the word before it. Only ASCII words are
// passed, with a few words of context on either side: the model fails on letters whose lower case
// is longer.
func partsAt(p *paragraph, i int) (last, this partOfSpeech) {
	const before, behind = 2, 2 // the tagger looks two words ahead, and two tags back
	for _, a := range p.answers {
		if a.piece == i {
			return a.last, a.this
		}
	}
	if p.ask == nil || p.asked == nil || *p.asked >= questions || p.kind(i) != wordPiece {
		return unsettledPart, unsettledPart
	}
	lo, hi := p.sentence(i)
	lo, hi = max(lo, i-before), min(hi, i+1+behind)
	words := make([]string, 0, before+1+behind)
	for k := lo; k < hi; k++ {
		w, ok := plainWordAt(p, k)
		if !ok {
			if k == i {
				return unsettledPart, unsettledPart
			}
			w = "it"
		}
		words = append(words, w)
	}
	*p.asked++
	parts := p.ask(words)
	if len(parts) != len(words) {
		return unsettledPart, unsettledPart
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
	last, this partOfSpeech
}

// plainWordAt returns piece k in the form that the model reads, and whether it has such a form.
func plainWordAt(p *paragraph, k int) (string, bool) {
	const longest = 40 // bytes
	switch p.kind(k) {
	case wordPiece:
	case quotedPiece:
		return "it", true
	case dashPiece:
		return "--", true
	case commaPiece:
		return ",", true
	case colonPiece:
		return ":", true
	case openPiece, closePiece:
		return ",", true
	default:
		return ".", true
	}
	w := strings.ReplaceAll(p.word(k), "’", "'")
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

// isPerson reports whether a capitalised word may be a name rather than a common noun at the
// beginning of a sentence: Buckets in "Buckets stand between the shelves." If the same word occurs
// within a sentence elsewhere in the document, its case there decides; otherwise the model does.
func isPerson(f *reader, p *paragraph, ph phrase) bool {
	w := strings.TrimSuffix(strings.TrimSuffix(p.word(ph.from), "'s"), "’s")
	first := ph.from == 0 || p.pieces[ph.from-1].ends
	if ph.to != ph.from+1 || !first || len(w) < 3 || w[1] < 'a' || w[1] > 'z' {
		return true
	}
	if known := partElsewhere(f, w); known != unsettledPart {
		return known == properNoun
	}
	part := partAt(p, ph.from)
	return part == properNoun || part == unsettledPart
}

// partElsewhere looks for a word within a sentence of the document: with a capital it is a name,
// without one it is not.
func partElsewhere(f *reader, w string) partOfSpeech {
	const searches = 20 // per document; each scans the whole document
	if f.searches++; f.searches > searches {
		return unsettledPart
	}
	small := strings.ToLower(w[:1]) + w[1:]
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if !b.Prose() {
			continue
		}
		text := b.Text.String()
		for _, form := range [...]string{w, small} {
			if !within(text, form) {
				continue
			}
			if form == w {
				return properNoun
			}
			return commonNoun
		}
	}
	return unsettledPart
}

// within reports whether a word occurs in a text after a letter or comma and a space, that is, not
// at the beginning of a sentence.
func within(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		i += from
		from = i + len(w)
		if i < 2 || text[i-1] != ' ' || from < len(text) && alphanumeric(text[from]) {
			continue
		}
		if c := text[i-2]; c == ',' || c >= 'a' && c <= 'z' {
			return true
		}
	}
}
