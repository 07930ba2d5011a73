package readability

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// atBorder reports whether word k, which repeats the word before it, begins the clause after the one
// that the word before ends: “the service to connect to to try it out”. That depends on the word
// before both; a determiner after them shows a slip: “connect to to the service”. A pair of
// conjunctions before another one names the words: “and and or”.
func atBorder(pack *wordpack.Pack, words []language.Word, k int, text string) bool {
	at := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return strings.ToLower(text[words[i].Start:words[i].End])
	}
	before, again, after := at(k-2), at(k), at(k+1)
	if listed(pack.Table("doubled-before"), again, after) {
		return true
	}
	return after != "" && listed(pack.Table("doubled-after"), again, before) && !pack.Words("doubled-not-before").HasWord(after)
}

// listed reports whether a word is in the row of a table that begins with a key.
func listed(table map[string]string, key, word string) bool {
	return word != "" && slices.Contains(strings.Fields(table[key]), word)
}
