package quotes

import "strings"

// A document may ask the model so many questions, each of which takes a tenth of
// a millisecond; what is hostile gets no more.
const questions = 100

// part asks the model what word i is.
func (p *paragraph) part(i int) partOfSpeech {
	_, part := p.parts(i)
	return part
}

// plurals reports whether piece i, which may be a verb ("the band voices") as well
// as a noun, is one: "both sharp voices". A noun that stands before it and marks
// behind it make it a verb whatever the model says, which sees no marks.
func (p *paragraph) plurals(i int) bool {
	before, part := p.parts(i)
	if before == commonNoun && p.kind(i+1) == quotedPiece {
		return false
	}
	return part == commonNoun || part == properNoun
}

// parts asks the model what word i and the one before it are. Only words in ASCII are asked about, with
// a few on either side: the model fails on letters whose lower case is longer.
func (p *paragraph) parts(i int) (last, this partOfSpeech) {
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
		w, ok := p.plainWord(k)
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

// answer is what the model said about a piece and the one before it.
type answer struct {
	piece      int
	last, this partOfSpeech
}

// plainWord returns piece k as the model is to read it, and whether it can be.
func (p *paragraph) plainWord(k int) (string, bool) {
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

// person reports whether a name may be one, rather than a common noun that a
// sentence begins with: Buckets in "Buckets stand between the shelves." Elsewhere
// in the document the same word may stand within a sentence, with a capital or
// without; only where it does not the model is asked.
func (f *reader) person(p *paragraph, ph phrase) bool {
	w := strings.TrimSuffix(strings.TrimSuffix(p.word(ph.from), "'s"), "’s")
	first := ph.from == 0 || p.pieces[ph.from-1].ends
	if ph.to != ph.from+1 || !first || len(w) < 3 || w[1] < 'a' || w[1] > 'z' {
		return true
	}
	if known := f.elsewhere(w); known != unsettledPart {
		return known == properNoun
	}
	part := p.part(ph.from)
	return part == properNoun || part == unsettledPart
}

// elsewhere looks for a word within a sentence of the document: with a capital
// it is a name, without one it is none.
func (f *reader) elsewhere(w string) partOfSpeech {
	const searches = 20 // of a document, whose length each takes
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

// within reports whether a word stands in a text behind a space and a letter or
// comma: not at the beginning of a sentence.
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
