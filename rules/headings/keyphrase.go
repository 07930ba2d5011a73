package headings

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

// subheadings yields the H2 and H3 headings of blocks [0, end) with their indexes.
func subheadings(d *lint.Document, end int) func(func(int, *lint.Block) bool) {
	return func(yield func(int, *lint.Block) bool) {
		for i, b := range d.Headings() {
			if i >= end {
				return
			}
			if (b.Level == 2 || b.Level == 3) && b.Text.Len() > 0 && !yield(i, b) {
				return
			}
		}
	}
}

// carries reports whether a text contains the whole keyphrase, and returns the spans of
// its words.
func carries(key *keyphrase.Keyphrase, text string) (words [][2]int, ok bool) {
	m := key.Phrase.In(text)
	return m.Words, m.All()
}

// reflects reports whether a text contains at least half of the words of the keyphrase, or
// a synonym.
func reflects(key *keyphrase.Keyphrase, text string) bool {
	m := key.Phrase.In(text)
	if m.All() || !key.Phrase.Exact && len(key.Phrase.Words) > 1 && 2*len(m.Missing) <= len(key.Phrase.Words) {
		return true
	}
	for _, s := range key.Synonyms {
		if s.In(text).All() {
			return true
		}
	}
	return false
}
