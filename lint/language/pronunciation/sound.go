// Package pronunciation knows how words are spoken, as far as writing depends on it: the sound that
// a word begins with decides between “a” and “an” ([FitsArticle]), and its number of syllables
// contributes to how hard a text is to read ([Syllables]).
//
// The trade-off: rules about letters, corrected by lists of words for which they are wrong, are
// small and fast, and wrong where only a dictionary would know. A sound that is not certain is
// reported as unknown; a document has so many syllables that single errors do not matter.
package pronunciation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Sound is the kind of sound that a word begins with.
type Sound uint8

// The kinds of sounds.
const (
	UnknownSound Sound = iota
	VowelSound
	ConsonantSound
)

// FitsArticle reports whether an indefinite article can precede a text. In languages that list
// two, the first precedes a consonant and the second a vowel. ok is false if the sound is not
// known.
func FitsArticle(article, text, tag string) (fits, ok bool) {
	articles := wordpack.Of(tag).List("indefinite-articles")
	if len(articles) != 2 {
		return false, false
	}
	switch SoundOf(text, tag) {
	case ConsonantSound:
		return strings.EqualFold(article, articles[0]), true
	case VowelSound:
		return strings.EqualFold(article, articles[1]), true
	default:
		return false, false
	}
}

// WithArticle puts the indefinite article before a text: the first that its language lists, unless
// only another one fits.
func WithArticle(text, tag string) string {
	articles := wordpack.Of(tag).List("indefinite-articles")
	for _, article := range articles {
		if fits, ok := FitsArticle(article, text, tag); fits && ok {
			return article + " " + text
		}
	}
	if len(articles) == 0 {
		return text
	}
	return articles[0] + " " + text
}

// SoundOf returns the kind of sound that a text begins with, by the lists of its language.
func SoundOf(text, tag string) Sound {
	p := wordpack.Of(tag)
	start, end, ok := token.Next(text, 0)
	if !ok || start > 0 || !p.Has("vowel-letter-names") {
		return UnknownSound
	}
	word := text[start:end]
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		return soundOfNumber(p, word)
	case first >= utf8.RuneSelf || !unicode.IsLetter(first):
		return UnknownSound
	case utf8.RuneCountInString(word) == 1 && !p.Words("indefinite-articles").HasWord(word):
		return soundIf(p.Words("vowel-letter-names").HasWord(word))
	case isCapitals(word):
		if slices.ContainsFunc(p.List("word-making-letters"), func(letter string) bool { return strings.Contains(word, letter) }) {
			return UnknownSound // read as a word, or letter by letter
		}
		return soundIf(p.Words("vowel-letter-names").HasWord(strings.ToLower(word[:1])))
	}
	return soundOfWord(p, strings.ToLower(word))
}

// soundOfWord returns the sound of a word that is read as one: that of the longest entry of the
// lists that it begins with.
func soundOfWord(p *wordpack.Pack, word string) Sound {
	longest := func(list []string) (n int) {
		for _, begin := range list {
			if strings.HasPrefix(word, begin) {
				n = max(n, len(begin))
			}
		}
		return n
	}
	vowel, consonant := longest(p.List("vowel-sounds")), longest(p.List("consonant-sounds"))
	if longest(p.List("unsure-sounds")) > max(vowel, consonant) {
		return UnknownSound
	}
	return soundIf(vowel > consonant)
}

// soundOfNumber returns the sound of a number in digits.
func soundOfNumber(p *wordpack.Pack, word string) Sound {
	digits := word[:len(word)-len(strings.TrimLeft(word, "0123456789"))]
	for _, begin := range p.List("vowel-numbers") {
		switch {
		case !strings.HasPrefix(digits, begin):
		case len(begin) > 1 && digits != begin:
			return UnknownSound
		default:
			return VowelSound
		}
	}
	return ConsonantSound
}

func soundIf(vowel bool) Sound {
	if vowel {
		return VowelSound
	}
	return ConsonantSound
}

// isCapitals reports whether a word has no small letters.
func isCapitals(word string) bool { return word == strings.ToUpper(word) }
