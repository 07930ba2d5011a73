package language

import (
	_ "embed" // the list of abbreviations
	"strings"
	"sync"
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

var abbreviations = sync.OnceValue(func() map[string]shortening {
	sections := map[string]shortening{
		"[title]": titleKind, "[number]": numberKind, "[date]": dateKind, "[end]": mayEnd, "[shout]": shoutName,
	}
	list := make(map[string]shortening, 256)
	of := noKind
	for line := range strings.Lines(abbreviationFile) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			if k, ok := sections[w]; ok {
				of = k
			} else if list[w] == noKind {
				list[w] = of
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
	return abbreviations()[word]
}

// numbersOrdinals reports whether a language writes "the 3rd" as "3.".
func numbersOrdinals(language string) bool {
	switch language {
	case "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "sl", "hr", "sr", "et", "lv", "pl", "tr", "is":
		return true
	}
	return false
}
