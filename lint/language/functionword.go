package language

import (
	"strings"
	"unicode/utf8"
)

// FunctionWord reports whether a word carries grammar rather than meaning in a
// language (a BCP 47 tag): an article, a pronoun, a preposition, a conjunction,
// an auxiliary. Case, typography and diacritics do not matter. Languages without the
// list function-words have none.
func FunctionWord(word, language string) bool {
	return PackOf(language).Words("function-words").HasWord(word)
}

// starter reports whether a word is likely to be the first of a sentence: a
// function word with a capital, which nothing but its place can explain.
func starter(word string, functional *WordSet) bool {
	if !capital(word) {
		return false
	}
	if strings.ToUpper(word) == word && utf8.RuneCountInString(word) > 1 {
		return false // an acronym: IT, US
	}
	return functional.HasWord(word)
}
