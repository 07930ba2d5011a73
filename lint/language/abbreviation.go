package language

import "sync"

// shortening says what may follow an abbreviation; en/abbreviations.txt explains each.
type shortening uint8

const (
	noKind shortening = iota
	titleKind
	numberKind
	dateKind
	mayEnd
	shoutName
)

// abbreviations are by their text as it stands before a full stop. Of two lists that
// have one, the first counts.
var abbreviations = sync.OnceValue(func() map[string]shortening {
	all := SharedPack()
	kinds := make(map[string]shortening, 256)
	add := func(kind shortening, list []string) {
		for _, w := range list {
			if kinds[w] == noKind {
				kinds[w] = kind
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

// longestAbbreviation is how many bytes of an abbreviation are listed at most; longer
// words, which most at the end of a sentence are, are not looked up.
const longestAbbreviation = 8

// abbreviationKind looks a word up as it stands before a full stop.
func abbreviationKind(word string) shortening {
	if len(word) > longestAbbreviation {
		return noKind
	}
	return abbreviations()[word]
}
