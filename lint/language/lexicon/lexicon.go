// Package lexicon finds fixed phrases: any number of them in one pass over the words of a text.
//
// A [Lexicon] compares folded words and finds the longest phrase at each place; [Of] compiles one
// from the lists of a pack. A [Book] finds every phrase at a place and compares it as it is
// written, punctuation and diacritics included. [Prefixes] are phrases, or beginnings of words,
// with which a text begins. All look up the keys of the first words in a table and reject nearly
// every place by a Bloom filter before that.
//
// The trade-off: inflected forms are not found, so that each must be listed. Package
// keyphrase finds phrases in all their forms.
package lexicon

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/token"
)

// Entry is a phrase to search for and its class.
type Entry struct {
	Phrase string // one word or several; punctuation does not matter
	Class  string // group within the list; may be empty
}

// Lexicon is a list of phrases that is searched for in one pass over the words of a text, however
// long the list is. Case, typography and diacritics are ignored; inflected forms and possessives
// are not, so each form must be listed. The words of a phrase must be next to each other within
// one sentence, with only white space, hyphens and quotation marks between them.
//
// A lexicon does not change after it is built; any number of goroutines may use it.
type Lexicon struct {
	entries []Entry
	phrases []lexeme
	begun   *hashtable.Table[[]int32] // by first words (see leadKey): indices into phrases, the longest first
	pairs   bloom.Filter              // the first two words of phrases of several words
	alone   bloom.Filter              // phrases of one word
}

// lexeme is a phrase as the keys of its words, and as folded text to rule out collisions.
type lexeme struct {
	entry int
	keys  []uint64
	words []string
}

// New compiles a list. Entries without a word are skipped; of equal entries the first
// counts.
func New(entries []Entry) *Lexicon {
	l := &Lexicon{entries: slices.Clone(entries), begun: hashtable.New[[]int32](len(entries))}
	for i, e := range entries {
		x := lexeme{entry: i}
		for _, w := range token.Split(e.Phrase) {
			folded := token.FoldCase(w)
			x.words = append(x.words, folded)
			x.keys = append(x.keys, token.Key(folded))
		}
		if len(x.keys) == 0 {
			continue
		}
		lead := leadKey(x.keys[:min(len(x.keys), mostLead)])
		l.begun.Set(lead, append(l.begun.Get(lead), int32(len(l.phrases))))
		if len(x.keys) == 1 {
			l.alone.Add(x.keys[0])
		} else {
			l.pairs.Add(token.PairKey(x.keys[0], x.keys[1]))
		}
		l.phrases = append(l.phrases, x)
	}
	for lead := range l.begun.Hashes() {
		slices.SortStableFunc(l.begun.Get(lead), func(a, b int32) int { return len(l.phrases[b].keys) - len(l.phrases[a].keys) })
	}
	return l
}

// Hit is an occurrence of a lexicon's phrase in a document.
type Hit struct {
	Entry      Entry
	Block      int
	Sentence   int            // index into Prose.Sentences
	From, To   int            // its words: Prose.Words[From:To]
	Start, End int            // offsets in the block's text
	Voice      language.Voice // whose words they are; if they differ, the voice furthest from Author
}

// Find returns the occurrences of the lexicon's phrases in a document, in order and without
// overlaps: of phrases that begin with the same word the longest counts. It searches the words of
// every voice except symbols; Voice is in the hit.
func (l *Lexicon) Find(d *lint.Document) []Hit {
	p, keys := language.ProseOf(d), language.WordKeysOf(d)
	var hits []Hit
	sentence := 0
	for k, key := range keys {
		if !l.mayBegin(key, keyAfter(keys, k)) || p.Words[k].Voice == language.Symbol {
			continue
		}
		if n := len(hits); n > 0 && k < hits[n-1].To {
			continue
		}
		for int(p.Sentences[sentence].To) <= k {
			sentence++
		}
		s := &p.Sentences[sentence]
		x := l.at(d.Blocks[s.Block].Text.String(), p.Words[k:s.To], keys[k:s.To])
		if x == nil {
			continue
		}
		h := Hit{
			Entry: l.entries[x.entry], Block: int(s.Block), Sentence: sentence, From: k, To: k + len(x.keys),
			Start: int(p.Words[k].Start), End: int(p.Words[k+len(x.keys)-1].End),
		}
		for _, w := range p.Words[h.From:h.To] {
			h.Voice = max(h.Voice, w.Voice)
		}
		hits = append(hits, h)
	}
	return hits
}

// mayBegin reports whether a phrase may begin with the words of two keys; false is certain.
func (l *Lexicon) mayBegin(key, next uint64) bool {
	return l.pairs.Has(token.PairKey(key, next)) || l.alone.Has(key)
}

// keyAfter returns the key after keys[k], or 0.
func keyAfter(keys []uint64, k int) uint64 {
	if k+1 < len(keys) {
		return keys[k+1]
	}
	return 0
}

// MayOccurIn reports whether any of the phrases may occur in a document, since all of its words
// may; false is certain.
func (l *Lexicon) MayOccurIn(d *lint.Document) bool {
	p := language.ProseOf(d)
	return slices.ContainsFunc(l.phrases, func(x lexeme) bool {
		return !slices.ContainsFunc(x.keys, func(key uint64) bool { return !p.MayHave(key) })
	})
}

// mostLead is how many leading words are the lookup key of a phrase. Many texts contain the first
// two words of a phrase (“in the”), few the first three.
const mostLead = 3

// leadKey combines several keys into one.
func leadKey(keys []uint64) uint64 {
	lead := keys[0]
	for _, k := range keys[1:] {
		lead = token.PairKey(k, lead)
	}
	return lead
}

// at returns the longest phrase that words begin with, or nil.
func (l *Lexicon) at(text string, words []language.Word, keys []uint64) *lexeme {
	for n := min(len(keys), mostLead); n > 0; n-- {
		for _, i := range l.begun.Get(leadKey(keys[:n])) {
			if x := &l.phrases[i]; x.matches(text, words, keys) {
				return x
			}
		}
	}
	return nil
}

func (x *lexeme) matches(text string, words []language.Word, keys []uint64) bool {
	if len(x.keys) > len(words) {
		return false
	}
	for i, k := range x.keys {
		if keys[i] != k || i > 0 && !token.Adjacent(text[words[i-1].End:words[i].Start]) {
			return false
		}
	}
	for i, w := range x.words {
		if token.FoldCase(text[words[i].Start:words[i].End]) != w {
			return false // a collision of keys
		}
	}
	return true
}

// In returns the entries whose phrases occur in a short text, such as the text of a link, with
// their offsets.
func (l *Lexicon) In(text string) []Hit {
	const usual = 24 // words of a headline or of the text of a link
	words, keys := make([]language.Word, 0, usual), make([]uint64, 0, usual)
	for at := 0; ; {
		start, end, key, ok := token.NextPlain(text, at)
		if !ok {
			if start, end, ok = token.Next(text, at); !ok {
				break
			}
			key = token.Key(text[start:end])
		}
		words = append(words, language.Word{Start: int32(start), End: int32(end)})
		keys = append(keys, key)
		at = end
	}
	return l.within(text, words, keys)
}

// InBlock is [Lexicon.In] for the text of block i of a document.
func (l *Lexicon) InBlock(d *lint.Document, i int) []Hit {
	p := language.ProseOf(d)
	return l.within(d.Blocks[i].Text.String(), p.WordsIn(i), p.KeysIn(i))
}

// within returns the entries whose phrases occur among the words of a text.
func (l *Lexicon) within(text string, words []language.Word, keys []uint64) []Hit {
	var hits []Hit
	for k := 0; k < len(words); k++ {
		if !l.mayBegin(keys[k], keyAfter(keys, k)) {
			continue
		}
		x := l.at(text, words[k:], keys[k:])
		if x == nil {
			continue
		}
		to := k + len(x.keys)
		hits = append(hits, Hit{
			Entry: l.entries[x.entry], Block: lint.None, Sentence: lint.None,
			From: k, To: to, Start: int(words[k].Start), End: int(words[to-1].End),
		})
		k = to - 1
	}
	return hits
}

// Whole reports whether a short text consists of exactly one phrase of the lexicon, and returns
// its entry.
func (l *Lexicon) Whole(text string) (Entry, bool) {
	hits := l.In(text)
	if len(hits) != 1 || hits[0].From != 0 {
		return Entry{}, false
	}
	if _, _, more := token.Next(text, hits[0].End); more {
		return Entry{}, false
	}
	return hits[0].Entry, true
}
