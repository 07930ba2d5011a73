package language

import (
	_ "embed" // the list of abbreviations
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// shortening says what may follow an abbreviation; abbreviations.txt explains each.
type shortening uint8

const (
	noKind shortening = iota
	titleKind
	numberKind
	dateKind
	mayEnd
	shoutName
)

//go:embed abbreviations.txt
var abbreviationFile string

// abbreviations are by their text; the sieve, which takes their swar.LoadLower, turns most words
// away before that is hashed.
type abbreviations struct {
	kinds map[string]shortening
	sieve bloom.Filter
}

var listedAbbreviations = sync.OnceValue(func() *abbreviations {
	sections := map[string]shortening{
		"[title]": titleKind, "[number]": numberKind, "[date]": dateKind, "[end]": mayEnd, "[shout]": shoutName,
	}
	list := &abbreviations{kinds: make(map[string]shortening, 256)}
	of := noKind
	for line := range strings.Lines(abbreviationFile) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			if k, ok := sections[w]; ok {
				of = k
			} else if list.kinds[w] == noKind {
				list.kinds[w] = of
				list.sieve.Add(mixKey(keySeed, swar.LoadLower(w[:min(len(w), 8)])))
			}
		}
	}
	return list
})

// abbreviationKind looks a word up as it stands before a full stop.
func abbreviationKind(word string) shortening {
	if len(word) > 8 {
		return noKind
	}
	list := listedAbbreviations()
	if !list.sieve.Has(mixKey(keySeed, swar.LoadLower(word))) {
		return noKind
	}
	return list.kinds[word]
}

// numbersOrdinals reports whether a language writes "the 3rd" as "3.".
func numbersOrdinals(language string) bool {
	switch language {
	case "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "sl", "hr", "sr", "et", "lv", "pl", "tr", "is":
		return true
	}
	return false
}
