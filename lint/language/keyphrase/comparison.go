package keyphrase

import (
	"strings"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// mostCompared is the maximum number of words of each of the two things that a title compares.
const mostCompared = 6

// hasWordOf reports whether a text has a word of a set.
func hasWordOf(set *token.Set, text string) bool {
	for at := 0; ; {
		start, end, ok := token.Next(text, at)
		if !ok || set.HasWord(text[start:end]) {
			return ok
		}
		at = end
	}
}

// Comparison returns the two things that a title compares: “A” and “B” of “A vs B: which is
// better?”. They end where there is punctuation, or before a year (“A vs B in 2026”). It returns
// empty texts for any other title, and for one that compares more than two.
func Comparison(title, language string) (one, other string) {
	comparing := wordpack.Shared().Words("comparing-words")
	type word struct {
		start, end int
		apart      bool // punctuation separates it from the word before
	}
	if !hasWordOf(comparing, title) {
		return "", "" // nearly all titles
	}
	var list []word
	versus := -1
	for at := 0; ; {
		start, end, ok := token.Next(title, at)
		if !ok {
			break
		}
		gap := title[at:start]
		if versus >= 0 && versus == len(list)-1 {
			gap = strings.TrimPrefix(gap, ".") // “A vs. B”
		}
		if comparing.HasWord(title[start:end]) {
			if versus >= 0 {
				return "", ""
			}
			versus = len(list)
		}
		list = append(list, word{start, end, !token.Adjacent(gap) && !compound(gap)})
		at = end
	}
	if versus <= 0 || versus == len(list)-1 || list[versus].apart || list[versus+1].apart {
		return "", ""
	}
	first, last := versus-1, versus+1
	for first > 0 && !list[first].apart {
		first--
	}
	for last+1 < len(list) && !list[last+1].apart {
		last++
	}
	if functional := wordpack.Of(language).Words("function-words"); last > versus+1 && year(title[list[last].start:list[last].end]) {
		last--
		if last > versus+1 && functional.HasWord(title[list[last].start:list[last].end]) {
			last--
		}
	}
	if versus-first > mostCompared || last-versus > mostCompared {
		return "", ""
	}
	return title[list[first].start:list[versus-1].end], title[list[versus+1].start:list[last].end]
}

// year reports whether a word is the number of a year.
func year(word string) bool {
	return len(word) == 4 && (word[:2] == "19" || word[:2] == "20") && strings.Trim(word, "0123456789") == ""
}
