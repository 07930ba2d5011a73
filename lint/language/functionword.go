package language

import (
	"embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// The lists are our own: words that carry grammar rather than meaning, folded
// when they are read. Languages without a list have no function words.
//
//go:embed functionwords/*.txt
var functionWordFiles embed.FS

// functionWords holds a set for every language that has a list, each read when
// it is first needed.
var functionWords = map[string]func() map[string]bool{
	"de": wordList("de"), "en": wordList("en"), "es": wordList("es"), "fr": wordList("fr"),
	"it": wordList("it"), "nl": wordList("nl"), "pt": wordList("pt"),
}

func wordList(language string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		// The file is part of the binary; without it the set would be empty.
		data, _ := functionWordFiles.ReadFile("functionwords/" + language + ".txt")
		set := make(map[string]bool, len(data)/5)
		for line := range strings.Lines(string(data)) {
			line, _, _ = strings.Cut(line, "#")
			for _, w := range strings.Fields(line) {
				set[foldCase(w)] = true
			}
		}
		return set
	})
}

// FunctionWord reports whether a word carries grammar rather than meaning in a
// language (a BCP 47 tag): an article, a pronoun, a preposition, a conjunction,
// an auxiliary. Case, typography and diacritics do not matter. Languages other
// than de, en, es, fr, it, nl and pt have none.
func FunctionWord(word, language string) bool {
	return functional(foldCase(word), primary(language))
}

func functional(folded, language string) bool {
	list := functionWords[language]
	return list != nil && list()[folded]
}

// starter reports whether a word is likely to be the first of a sentence: a
// function word with a capital, which nothing but its place can explain.
func starter(word, language string) bool {
	if !capital(word) {
		return false
	}
	if strings.ToUpper(word) == word && utf8.RuneCountInString(word) > 1 {
		return false // an acronym: IT, US
	}
	return functional(foldCase(word), language)
}

// primary returns the primary subtag of a BCP 47 tag, "en" for an empty one.
func primary(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if tag == "" {
		return "en"
	}
	return strings.ToLower(tag)
}
