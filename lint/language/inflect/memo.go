package inflect

import (
	"strings"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"

	"github.com/copychief/copychief/lint/language/token"
)

// stems caches the stems of the words that were stemmed last. The headlines of a site, and the texts below
// them, have many words in common, and stemming one takes a microsecond.
var stems memo

// memo maps words to their stems. A word replaces another one whose key ends in the same bits.
// Any number of goroutines may use it.
type memo struct {
	places [1 << 11]atomic.Pointer[stemEntry]
}

// stemEntry is a word with its stem.
type stemEntry struct{ language, word, stem string }

// of returns the stem of a word that has no irregular base form.
func (m *memo) of(f *Stemmer, word string) string {
	place := &m.places[token.Key(word)%uint64(len(m.places))]
	if known := place.Load(); known != nil && known.word == word && known.language == f.language {
		return known.stem
	}
	word = strings.Clone(word) // it may be part of a draft, as the language may be
	env := snowballstem.NewEnv(word)
	f.stem(env)
	stem := env.Current()
	if stem == "" {
		stem = word
	}
	place.Store(&stemEntry{strings.Clone(f.language), word, stem})
	return stem
}
