package token

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
)

// Set is a set of words by their keys (see [language.WordKeysOf]), for rules that need only a few of
// the words of a text: a query costs about as much as reading the key. Case, typography and
// diacritics are ignored. Words with equal keys, which are very rare, are not distinguished. A set
// does not change after it is built.
type Set struct{ keys *hashtable.Table[struct{}] }

// NewSet returns a set of words.
func NewSet(words ...string) *Set {
	s := &Set{hashtable.New[struct{}](len(words))}
	for _, w := range words {
		s.keys.Set(Key(w), struct{}{})
	}
	return s
}

// Has reports whether the word with a key is in the set.
func (s *Set) Has(key uint64) bool { return s.keys.Has(key) }

// Next returns the index of the first of some keys, from index i on, that is in the set, or their
// number if none is: the way to look for the words of a set in a whole text.
func (s *Set) Next(keys []uint64, i int) int { return s.keys.Next(keys, i) }

// HasWord is like Has, for a word whose key is not available.
func (s *Set) HasWord(word string) bool { return s.Has(Key(word)) }

// HasAnyWord reports whether one of the words of a text, its runs of letters, is in the set.
func (s *Set) HasAnyWord(text string) bool {
	for i := 0; i < len(text); {
		start := i
		i = skipLetters(text, i)
		if i == start {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		} else if s.HasWord(text[start:i]) {
			return true
		}
	}
	return false
}

// skipLetters returns the offset of the first character of a text from offset i on that is not a letter.
func skipLetters(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if c |= 0x20; c < 'a' || c > 'z' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			return i
		}
		i += size
	}
	return i
}

// Any reports whether any of the words with these keys is in the set.
func (s *Set) Any(keys []uint64) bool { return s.Next(keys, 0) < len(keys) }

// Keys yields the keys of the words.
func (s *Set) Keys() iter.Seq[uint64] { return s.keys.Hashes() }

// Empty reports whether the set has no word, like that of a list which a language does not have.
func (s *Set) Empty() bool {
	for range s.keys.Hashes() {
		return false
	}
	return true
}
