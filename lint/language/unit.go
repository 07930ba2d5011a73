package language

import "unicode"

// Unit is what lengths of texts are counted in: words or, in languages without spaces between
// words, characters. Limits are set in words and converted.
type Unit struct {
	Name    string // "words" or "characters"
	perWord int    // tenths of a character that say as much as an English word; 0 for words
}

// UnitOf returns the unit for a language (a BCP 47 tag); ok is false if its texts cannot be
// measured: neither are its words separated, nor is it known how many characters a word takes.
func UnitOf(tag string) (u Unit, ok bool) {
	if n := charactersPerWord(primary(tag)); n > 0 {
		return Unit{"characters", n}, true
	}
	return Unit{Name: "words"}, Spaced(tag)
}

// charactersPerWord returns how many tenths of a character say as much as an English word, or 0.
// The figures are medians over 150 pages of a manual that volunteers have translated from English:
// letters without combining marks, with a word or number in Latin letters counted as one. Lao and
// Burmese were not among the translations and have the figure of Thai.
func charactersPerWord(language string) int {
	switch language {
	case "zh", "yue", "wuu":
		return 16
	case "ja":
		return 27
	case "km":
		return 30
	case "th", "lo", "my":
		return 35
	}
	return 0
}

// MarksSentences reports whether a language has marks for the end of a sentence. Thai and Lao set
// a space there, as they do between clauses.
func MarksSentences(tag string) bool {
	language := primary(tag)
	return language != "th" && language != "lo"
}

// Of converts a number of words.
func (u Unit) Of(words int) int {
	if u.perWord == 0 {
		return words
	}
	return words * u.perWord / 10
}

// Words converts a length in this unit into words.
func (u Unit) Words(n int) int {
	if u.perWord == 0 {
		return n
	}
	return n * 10 / u.perWord
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
