package language

import (
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
	"strings"
	"unicode/utf8"
)

// FunctionWord reports whether a word is a function word of a language (a BCP 47 tag): an article,
// a pronoun, a preposition, a conjunction, an auxiliary. Case, typography and diacritics are
// ignored. A language without the list function-words has no function words.
func FunctionWord(word, language string) bool {
	return wordpack.Of(language).Words("function-words").HasWord(word)
}

// starter reports whether a word is likely to be the first of a sentence: a capitalised function
// word, whose capital only its position can explain.
func starter(word string, functional *token.Set) bool {
	if !capital(word) {
		return false
	}
	if strings.ToUpper(word) == word && utf8.RuneCountInString(word) > 1 {
		return false // an acronym: IT, US
	}
	return functional.HasWord(word)
}
