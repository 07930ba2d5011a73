package drafting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// isWord reports whether a mark that nothing to come follows is a word of its sentence: “the TK notes
// are in the margin”, “mark it TK”, somebody's initials.
func (k *markLists) isWord(before, word, after string) bool {
	if begins(before) {
		return false
	}
	last := before[strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1:]
	rest, comma := strings.CutPrefix(after, ",")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	goesOn := unicode.IsLower(next) && strings.HasPrefix(rest, " ")
	if slices.Contains(k.states, word) {
		return goesOn && !comma && k.mentions.HasWord(strings.TrimSpace(last))
	}
	return goesOn || k.mentions.HasWord(strings.TrimSpace(last))
}

// introduced reports whether a mark in parentheses is an abbreviation of the words before
// it: time-based corrector (TBC).
func introduced(before, word, after string) bool {
	before, is := strings.CutSuffix(before, "(")
	if !is || !strings.HasPrefix(after, ")") {
		return false
	}
	words := strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) < len(word) {
		return false
	}
	for i, w := range words[len(words)-len(word):] {
		if !strings.EqualFold(w[:1], word[i:i+1]) {
			return false
		}
	}
	return true
}

// runsOn reports whether a mark is a word of its sentence, in which a clause follows: it is
// still TBD how this will end.
func (k *markLists) runsOn(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ,"))
	rest, comma := strings.CutPrefix(after, ", ")
	next, _ := utf8.DecodeRuneInString(rest)
	rest = strings.TrimLeft(rest, " ")
	return unicode.IsLower(last) && (comma && unicode.IsLower(next) || k.clauses.HasWord(rest[:wordLength(rest)]))
}

// isPredicate reports whether a mark is the last word of a sentence, which tells readers how
// far something has come: the date is TBD.
func isPredicate(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLower(last) && (after == "" || strings.ContainsRune(".,;!?\n", next))
}

// isLinked reports whether a mark that may be a name is the whole text of a link, to what has the name.
func (k *markLists) isLinked(b *lint.Block, start, end int) bool {
	return slices.Contains(k.names, b.Text.Slice(start, end)) && slices.ContainsFunc(b.Marks, func(m lint.Mark) bool {
		return m.Kind == lint.MarkLink && m.Start == start && m.End == end
	})
}
