package keyphrase

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
)

// A compound may be written open (“web site”), hyphenated (“Wi-Fi”) or closed (“website”), and an
// abbreviation or a name with full stops or without (“Node.js”, “nodejs”). Each is compared in its
// closed form, in both directions: two words of a text may be one word of the phrase, and one word
// of a text may be two words of the phrase. A full stop between letters is left out of both.
//
// The trade-off: no list says which words are compounds, so any two words with a single hyphen or
// space between them may be one. Function words are joined by a hyphen only (“opt-in”, “optin”):
// “a part” is not “apart”. Compounds of three words are not joined, nor digits to digits.

// closedForm is two neighbouring words of a phrase written as one.
type closedForm struct {
	term
	parts [2]int // indices of the phrase's terms; -1 for a function word
}

// mostClosed is the greatest number of terms of a phrase with closed forms: the time to make them
// grows with its square, and a longer text is not a keyphrase.
const mostClosed = 64

// admitClosed adds the closed forms of neighbouring words, and lets the beginnings of open and
// hyphenated forms of single words pass.
func (p *Phrase) admitClosed() {
	if len(p.terms) > mostClosed {
		return
	}
	for i := range p.terms {
		p.begin.admitOpen(&p.terms[i])
	}
	text := strings.ReplaceAll(p.Text, "_", " ")
	before, at := "", 0
	for {
		start, end, ok := token.Next(text, at)
		if !ok {
			return
		}
		word := text[start:end]
		if before != "" && p.joins(before, text[at:start], word) {
			p.addClosed(before, word)
		}
		before, at = word, end
	}
}

func (p *Phrase) addClosed(first, second string) {
	c := closedForm{parts: [2]int{p.term(first), p.term(second)}}
	if c.parts[0] < 0 && c.parts[1] < 0 {
		return
	}
	c.term = p.newTerm(first + second)
	p.prepare(&c.term)
	p.begin.admit(&c.term, p.stemmer.Elides)
	p.closed = append(p.closed, c)
}

// inClosed appends the terms that a word of a text contains as one closed form, if it is one.
func (p *Phrase) inClosed(found []occurrence, k int, word string) []occurrence {
	for i := range p.closed {
		c := &p.closed[i]
		if !p.matches(&c.term, word) {
			continue
		}
		for n, t := range c.parts {
			if t >= 0 && (n == 0 || t != c.parts[0]) {
				found = append(found, occurrence{term: t, word: k})
			}
		}
		break
	}
	return found
}

// opened returns the term that two words of a text are together, or -1.
func (p *Phrase) opened(first, gap, second string) int {
	if !links(gap) {
		return -1
	}
	beginning := p.stemmer.Fold(first)
	for i := range p.terms {
		t := &p.terms[i]
		if len(t.folded) > len(beginning) && strings.HasPrefix(t.folded, beginning) &&
			p.joins(first, gap, second) && p.matches(t, first+second) {
			return i
		}
	}
	return -1
}

// joins reports whether two words with a gap between them may be one compound.
func (p *Phrase) joins(first, gap, second string) bool {
	if token.IsDigit(first[len(first)-1]) && token.IsDigit(second[0]) {
		return false
	}
	if token.IsHyphen(gap) {
		return true
	}
	return links(gap) && !p.functional.Empty() && !p.functional.HasWord(first) && !p.functional.HasWord(second)
}

// links reports whether a gap is all that separates the parts of a compound: one hyphen or space.
func links(gap string) bool {
	return gap == " " || gap == "\n" || gap == "\u00a0" || token.IsHyphen(gap)
}

// withoutStops removes the full stops between letters from a folded word; removed is false if
// there are none.
func withoutStops(folded string) (solid string, removed bool) {
	if strings.IndexByte(folded, '.') < 0 {
		return folded, false
	}
	kept := make([]byte, 0, len(folded))
	for i := range len(folded) {
		if folded[i] == '.' && i > 0 && i+1 < len(folded) && lettered(folded[i-1]) && lettered(folded[i+1]) {
			continue
		}
		kept = append(kept, folded[i])
	}
	return string(kept), len(kept) < len(folded)
}

func lettered(c byte) bool { return token.IsLetter(c) || c >= utf8.RuneSelf }
