package language

import (
	"sync"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// shortening is what may follow an abbreviation; en/abbreviations.txt explains each value.
type shortening uint8

const (
	noKind shortening = iota
	titleKind
	numberKind
	dateKind
	mayEnd
	shoutName
)

// abbreviations maps each abbreviation, without its final full stop, to its kind. If two lists
// contain the same one, the first list wins.
var abbreviations = sync.OnceValue(func() *hashtable.Table[shortening] {
	all := wordpack.Shared()
	kinds := hashtable.New[shortening](256)
	add := func(kind shortening, list []string) {
		for _, w := range list {
			if len(w) <= longestAbbreviation && kinds.Get(exactKey(w)) == noKind {
				kinds.Set(exactKey(w), kind)
			}
		}
	}
	add(titleKind, all.List("abbreviations-within"))
	add(numberKind, all.List("abbreviations-before-numbers"))
	add(dateKind, all.List("abbreviations-in-dates"))
	add(mayEnd, all.List("abbreviations-that-end"))
	add(shoutName, all.List("names-that-shout"))
	return kinds
})

// longestAbbreviation is the greatest length in bytes of a listed abbreviation. Longer words, as
// most are at the end of a sentence, are not looked up.
const longestAbbreviation = 8

// abbreviationKind looks up a word, given without its final full stop.
func abbreviationKind(word string) shortening {
	if len(word) > longestAbbreviation {
		return noKind
	}
	return abbreviations().Get(exactKey(word))
}

// exactKey returns a key for a word of at most eight bytes, which no other word has.
func exactKey(word string) uint64 {
	if len(word) == 8 {
		return hashtable.Mix(0, swar.Load(word, 0))
	}
	return hashtable.Mix(0, swar.LoadShort(word))
}
