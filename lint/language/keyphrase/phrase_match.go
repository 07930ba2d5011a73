package keyphrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/token"
)

// Match says how much of a phrase a text contains.
type Match struct {
	Count   int      // how often the whole phrase occurs: the count of its rarest word
	Missing []string // the content words that do not occur, as declared
	Words   [][2]int // offsets in the text of every matching word, ascending
}

// All reports whether the whole phrase occurs.
func (m Match) All() bool { return m.Count > 0 }

// In matches the phrase in a short text, treated as one sentence: a headline, a description, an
// alt text, a heading, a slug.
func (p *Phrase) In(text string) Match {
	if len(p.terms) == 0 {
		return Match{}
	}
	text = strings.ReplaceAll(text, "_", " ")
	var at [][2]int
	for i := 0; ; {
		start, end, ok := token.Next(text, i)
		if !ok {
			break
		}
		at = append(at, [2]int{start, end})
		i = end
	}
	found := p.find(len(at), func(k int) string { return text[at[k][0]:at[k][1]] },
		func(k int) string { return text[at[k-1][1]:at[k][0]] })
	m := Match{}
	counts := make([]int, len(p.terms))
	var words []int
	for _, f := range found {
		counts[f.term]++
		words = f.words(words)
	}
	for _, k := range words {
		m.Words = append(m.Words, at[k])
	}
	m.Count = slices.Min(counts)
	for i, n := range counts {
		if n == 0 {
			m.Missing = append(m.Missing, p.Words[i])
		}
	}
	return m
}

// Reflects returns the share of the phrase's content words that a short text contains, from 0 to
// 1; for an exact phrase it is 0 or 1.
func (p *Phrase) Reflects(text string) float64 {
	m := p.In(text)
	if len(p.terms) == 0 {
		return 0
	}
	return float64(len(p.terms)-len(m.Missing)) / float64(len(p.terms))
}

// occurrence is a word of a text that is a form of a term.
type occurrence struct {
	term, word int
	open       bool // together with the next word: an open or hyphenated compound
}

// words appends the numbers of the words of an occurrence, ascending, to those of the occurrences
// before it. A closed compound is one word and an occurrence of each of its parts.
func (o occurrence) words(list []int) []int {
	if len(list) == 0 || list[len(list)-1] < o.word {
		list = append(list, o.word)
	}
	if o.open {
		list = append(list, o.word+1)
	}
	return list
}

// find returns the occurrences of the phrase's words among n words, in order. The function word
// returns a word, and gap the text between a word and the word before it.
func (p *Phrase) find(n int, word, gap func(int) string) (found []occurrence) {
	if p.Exact || p.adjacent {
		return p.findExact(n, word, gap)
	}
	for k := 0; k < n; k++ {
		w := word(k)
		if !p.begin.pass(w) {
			continue
		}
		if t := p.term(w); t >= 0 {
			found = append(found, occurrence{term: t, word: k})
			continue
		}
		before := len(found)
		if found = p.inClosed(found, k, w); len(found) > before || k+1 == n {
			continue
		}
		if t := p.opened(w, gap(k+1), word(k+1)); t >= 0 {
			found = append(found, occurrence{term: t, word: k, open: true})
			k++
		}
	}
	return found
}

// findExact searches for the words of an exact or adjacent phrase.
func (p *Phrase) findExact(n int, word, gap func(int) string) (found []occurrence) {
	size := len(p.terms)
	if size == 0 {
		return nil
	}
	for k := 0; k+size <= n; k++ {
		i := 0
		for i < size && (i == 0 || token.Adjacent(gap(k+i))) && p.matches(&p.terms[i], word(k+i)) {
			i++
		}
		if i < size {
			continue
		}
		for i := range size {
			found = append(found, occurrence{term: i, word: k + i})
		}
		k += size - 1
	}
	return found
}

// term returns the index of the term that a word is a form of, or -1.
func (p *Phrase) term(word string) int {
	if p.Exact {
		return slices.IndexFunc(p.terms, func(t term) bool { return p.matches(&t, word) })
	}
	folded := p.stemmer.Fold(word)
	for i := range p.terms {
		if p.matchesFolded(&p.terms[i], folded) {
			return i
		}
	}
	return -1
}
