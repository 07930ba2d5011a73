package language

import (
	"unicode"

	"github.com/copychief/copychief/lint/language/wordlist"
)

// Unit is what lengths of texts are counted in: words or, in languages without spaces between
// words, characters. Limits are set in English words and converted.
type Unit struct {
	Name    string // "words" or "characters"
	perWord int    // hundredths of a unit that say as much as an English word; 0 for 100
}

// UnitOf returns the unit for a language (a BCP 47 tag); ok is false if its texts cannot be
// measured: neither are its words separated, nor is it known how many characters a word takes.
func UnitOf(tag string) (u Unit, ok bool) {
	language := wordlist.Primary(tag)
	if n := charactersPerWord(language); n > 0 {
		return Unit{"characters", n}, true
	}
	return Unit{"words", wordsPerWord(language)}, Spaced(tag)
}

// charactersPerWord returns how many hundredths of a character say as much as an English word, or
// 0. The figures are medians over 150 pages of a manual that volunteers have translated from
// English: letters without combining marks, with a word or number in Latin letters counted as one.
// Lao and Burmese were not among the translations and have the figure of Thai.
func charactersPerWord(language string) int {
	switch language {
	case "zh", "yue", "wuu":
		return 160
	case "ja":
		return 270
	case "km":
		return 300
	case "th", "lo", "my":
		return 360
	}
	return 0
}

// wordsPerWord returns how many hundredths of a word of a language say as much as an English word,
// or 0 if no more than 100. The figures are medians over the translations of the same manual and
// those of a handbook for maintainers of software (12 pages in 28 languages), which agree within
// 0.1. The words of a sentence grow in the same proportion. Hindi was among the second only;
// Punjabi, Urdu, Galician and Occitan have the figure of the language next to them.
//
// Languages that need fewer words, such as Russian (0.89) or Turkish (0.78), keep the limits of
// English: these are conventions, and no editor has been asked about lower ones.
func wordsPerWord(language string) int {
	switch language {
	case "es", "gl", "it", "pt", "ro":
		return 106
	case "ca", "el", "fa", "oc":
		return 110
	case "fr":
		return 112
	case "hi", "pa", "ur":
		return 122
	}
	return 0
}

// MarksSentences reports whether a language has marks for the end of a sentence. Thai and Lao put
// a space there, as they do between clauses.
func MarksSentences(tag string) bool {
	language := wordlist.Primary(tag)
	return language != "th" && language != "lo"
}

// Characters reports whether characters are counted.
func (u Unit) Characters() bool { return u.Name == "characters" }

// Of converts a number of English words.
func (u Unit) Of(words int) int {
	if u.perWord == 0 {
		return words
	}
	return words * u.perWord / 100
}

// Words converts a length in this unit into English words.
func (u Unit) Words(n int) int {
	if u.perWord == 0 {
		return n
	}
	return n * 100 / u.perWord
}

// characters returns the number of characters in a word, as [UnitOf] counts them: the tokens of
// some scripts are single letters, but those of others are not.
func characters(word string) int {
	n := 0
	for _, r := range word {
		if r > unicode.MaxLatin1 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			n++
		}
	}
	return max(n, 1)
}
