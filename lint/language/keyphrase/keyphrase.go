// Package keyphrase finds what a document is about: the keyphrase that it declares ([Of],
// [Secondary]), or the one that its title and its text suggest ([Infer]), and the places where the
// text has it.
//
// A [Phrase] is compiled once and matched sentence by sentence, in any order and in all inflected
// forms. It compares stems; a Bloom filter over the first letters rejects nearly every word before
// anything is stemmed (phrase_beginnings.go), and compounds are compared in their closed form
// (phrase_closed.go). Rules about too little of a keyphrase use [Of]; rules about too much of one
// use [Subject] or [Overused], which may be inferred.
//
// The trade-off: words are all that is looked at. A text that paraphrases its subject seems to be
// about something else, and the certainty of an inferred phrase says so.
package keyphrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// Keyphrase is the keyphrase of a document, declared or inferred, and its occurrences.
type Keyphrase struct {
	Phrase    *Phrase
	Value     lint.Text // the phrase in the place where it is declared; the title if it is inferred
	Inferred  bool      // from the title and the text; see [Inference]
	Certainty float64   // of an inferred phrase
	Synonyms  []*Phrase
	Hits      []Hit // in order; occurrences of the phrase and of its synonyms in the author's words
}

// Hit is one occurrence within one sentence. The number of hits in a sentence is that of the
// phrase's rarest word.
type Hit struct {
	Block      int
	Sentence   int   // index into Prose.Sentences
	Words      []int // indices into Prose.Words, ascending
	Start, End int   // offsets in the block's text, from the first matching word to the last
	Synonym    bool
}

var keyphrase = lint.NewFact(findKeyphrase)

// Of returns the keyphrase of a document, or nil if none is declared.
func Of(d *lint.Document) *Keyphrase { return keyphrase.Of(d) }

func findKeyphrase(d *lint.Document) *Keyphrase {
	text := d.Meta.Keyphrase().Plain()
	if text == "" {
		return nil
	}
	phrase := NewPhrase(text, d.Language)
	if len(phrase.Words) == 0 {
		return nil
	}
	k := &Keyphrase{Phrase: phrase, Value: d.Meta.Keyphrase(), Synonyms: synonyms(d)}
	f := phraseFinder{doc: d, prose: language.ProseOf(d), phrases: append([]*Phrase{phrase}, k.Synonyms...)}
	for i := range f.prose.Sentences {
		k.Hits = f.sentence(k.Hits, i)
	}
	return k
}

// synonyms reads the synonyms field: a list, or one value separated by commas.
func synonyms(d *lint.Document) (list []*Phrase) {
	values := d.Meta.Get(lint.RoleSynonyms).Values
	for _, v := range values {
		parts := []string{v.Plain()}
		if len(values) == 1 {
			parts = strings.Split(parts[0], ",")
		}
		for _, s := range parts {
			if p := NewPhrase(s, d.Language); len(p.Words) > 0 {
				list = append(list, p)
			}
		}
	}
	return list
}

// phraseFinder searches for phrases sentence by sentence.
type phraseFinder struct {
	doc     *lint.Document
	prose   *language.Prose
	phrases []*Phrase // the keyphrase, then its synonyms
	words   []int     // the author's words of the current sentence that may belong to a phrase
}

// sentence appends the hits in sentence i, in order. A synonym whose words are part of a hit of
// the phrase is not counted again.
func (f *phraseFinder) sentence(hits []Hit, i int) []Hit {
	f.collect(&f.prose.Sentences[i])
	if len(f.words) == 0 {
		return hits
	}
	before := len(hits)
	hits = f.phrase(hits, i, f.phrases[0], false)
	for _, p := range f.phrases[1:] {
		own := len(hits)
		hits = f.phrase(hits, i, p, true)
		kept := hits[:own]
		for _, h := range hits[own:] {
			if !overlaps(kept[before:], h) {
				kept = append(kept, h)
			}
		}
		hits = kept
	}
	if len(hits)-before > 1 {
		slices.SortStableFunc(hits[before:], func(a, b Hit) int { return a.Start - b.Start })
	}
	return hits
}

// collect gathers the author's words of a sentence that have the same beginning as a word of a
// phrase, and those that may be the second part of a compound that begins so.
func (f *phraseFinder) collect(s *language.Sentence) {
	f.words = f.words[:0]
	text := f.doc.Blocks[s.Block].Text.String()
	end := int32(-1) // of the word before, if it passes
	for k := s.From; k < s.To; k++ {
		w := &f.prose.Words[k]
		if w.Voice != language.Author {
			end = -1
			continue
		}
		passes := f.passes(text[w.Start:w.End])
		if passes || end >= 0 && links(text[end:w.Start]) {
			f.words = append(f.words, int(k))
		}
		if end = -1; passes {
			end = w.End
		}
	}
}

// passes reports whether a word may be a form of a word of a phrase.
func (f *phraseFinder) passes(word string) bool {
	for _, p := range f.phrases {
		if p.begin.pass(word) {
			return true
		}
	}
	return false
}

// overlaps reports whether a hit shares a word with one of the others.
func overlaps(others []Hit, h Hit) bool {
	if len(others) > mostOccurrences {
		return false // not a sentence written by a person; avoid quadratic time
	}
	for i := range others {
		if slices.ContainsFunc(h.Words, func(w int) bool { return slices.Contains(others[i].Words, w) }) {
			return true
		}
	}
	return false
}

// phrase appends the hits of one phrase in sentence i.
func (f *phraseFinder) phrase(hits []Hit, i int, p *Phrase, synonym bool) []Hit {
	block := int(f.prose.Sentences[i].Block)
	s := f.doc.Blocks[block].Text.String()
	found := p.find(len(f.words), func(k int) string {
		w := &f.prose.Words[f.words[k]]
		return s[w.Start:w.End]
	}, func(k int) string {
		if f.words[k] != f.words[k-1]+1 {
			return "…" // a word that is not the author's is between them
		}
		return s[f.prose.Words[f.words[k-1]].End:f.prose.Words[f.words[k]].Start]
	})
	if len(found) < len(p.terms) {
		return hits
	}
	for _, group := range groups(found, len(p.terms)) {
		h := Hit{Block: block, Sentence: i, Synonym: synonym}
		for _, o := range group {
			h.Words = o.words(h.Words)
		}
		for i, k := range h.Words {
			h.Words[i] = f.words[k]
		}
		h.Start = int(f.prose.Words[h.Words[0]].Start)
		h.End = int(f.prose.Words[h.Words[len(h.Words)-1]].End)
		hits = append(hits, h)
	}
	return hits
}

// mostOccurrences is the most words of a phrase in a sentence for which the nearest ones are
// grouped; if there are more, they are grouped in order.
const mostOccurrences = 64

// groups divides occurrences into hits: one occurrence of each term, the nearest together.
func groups(found []occurrence, terms int) (list [][]occurrence) {
	if terms == 1 {
		for i := range found {
			list = append(list, found[i:i+1])
		}
		return list
	}
	if len(found) > mostOccurrences {
		return groupInOrder(found, terms)
	}
	for {
		from, to := nearest(found, terms)
		if from < 0 {
			return list
		}
		var group, rest []occurrence
		seen := make([]bool, terms)
		for k, o := range found {
			if k >= from && k < to && !seen[o.term] {
				seen[o.term] = true
				group = append(group, o)
			} else {
				rest = append(rest, o)
			}
		}
		list, found = append(list, group), rest
	}
}

// nearest returns the shortest stretch of found that contains every term, or -1.
func nearest(found []occurrence, terms int) (from, to int) {
	from = -1
	counts := make([]int, terms)
	have, best := 0, 0
	for l, r := 0, 0; r < len(found); r++ {
		if counts[found[r].term]++; counts[found[r].term] == 1 {
			have++
		}
		for ; have == terms; l++ {
			if width := found[r].word - found[l].word; from < 0 || width < best {
				from, to, best = l, r+1, width
			}
			if counts[found[l].term]--; counts[found[l].term] == 0 {
				have--
			}
		}
	}
	return from, to
}

// groupInOrder puts the nth occurrence of each term into the nth hit.
func groupInOrder(found []occurrence, terms int) [][]occurrence {
	counts := make([]int, terms)
	for _, o := range found {
		counts[o.term]++
	}
	list := make([][]occurrence, slices.Min(counts))
	clear(counts)
	for _, o := range found {
		if n := counts[o.term]; n < len(list) {
			list[n] = append(list[n], o)
		}
		counts[o.term]++
	}
	return list
}
