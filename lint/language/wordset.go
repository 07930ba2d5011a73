package language

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/hashtable"
)

// WordSet is a set of words by their keys (see [WordKeysOf]), for rules that need only a few of
// the words of a text: a query costs about as much as reading the key. Case, typography and
// diacritics are ignored. Words with equal keys, which are very rare, are not distinguished. A set
// does not change after it is built.
type WordSet struct{ keys *hashtable.Table[struct{}] }

// NewWordSet returns a set of words.
func NewWordSet(words ...string) *WordSet {
	s := &WordSet{hashtable.New[struct{}](len(words))}
	for _, w := range words {
		s.keys.Set(wordKey(w), struct{}{})
	}
	return s
}

// Has reports whether the word with a key is in the set.
func (s *WordSet) Has(key uint64) bool { return s.keys.Has(key) }

// HasWord is like Has, for a word whose key is not available.
func (s *WordSet) HasWord(word string) bool { return s.Has(wordKey(word)) }

// Any reports whether any of the words with these keys is in the set.
func (s *WordSet) Any(keys []uint64) bool {
	for _, k := range keys {
		if s.Has(k) {
			return true
		}
	}
	return false
}

// MayStandIn reports whether any of the words may occur in a document; false is certain.
func (s *WordSet) MayStandIn(d *lint.Document) bool {
	seen := &ProseOf(d).seen
	for k := range s.keys.Hashes() {
		if seen.Has(k) {
			return true
		}
	}
	return false
}
