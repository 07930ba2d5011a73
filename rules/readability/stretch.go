package readability

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// longestStretch returns the length of a sentence as a reader has to hold it. If semicolons
// or line breaks divide the sentence, that is the length of its longest part, since readers
// can pause there. An enumeration counts as one word: readers run their eyes over it.
func longestStretch(prose *language.Prose, s *language.Sentence, text string, unit language.Unit) int {
	if whole := text[s.Start:s.End]; !rests(whole) && strings.Count(whole, ",") < fewestItems-1 && !hasForeignComma(whole) {
		return prose.Length(s) // undivided, and no enumeration
	}
	longest, part := 0, *s
	for k := s.From; k < s.To; k++ {
		if k+1 < s.To && !rests(text[prose.Words[k].End:prose.Words[k+1].Start]) {
			continue
		}
		part.To = k + 1
		if n := prose.Length(&part); n > longest {
			longest = max(longest, n-enumerated(prose, &part, text, unit))
		}
		part.From = k + 1
	}
	return longest
}

// rests reports whether a text contains a semicolon or a line break.
func rests(text string) bool {
	return text != " " && (strings.IndexByte(text, ';') >= 0 || strings.IndexByte(text, '\n') >= 0 || strings.Contains(text, "；"))
}

const (
	fewestItems = 6 // of an enumeration; a series of clauses or adjectives is shorter
	longestItem = 3 // words: a name, a term
)

// enumerated returns by how much the enumerations of a sentence shorten it: the length of
// their items less one for each.
func enumerated(prose *language.Prose, s *language.Sentence, text string, unit language.Unit) int {
	items, words, less := 0, 0, 0
	end := func() {
		if items >= fewestItems {
			less += words - 1
		}
		items, words = 0, 0
	}
	item := *s
	for k := s.From; k < s.To; k++ {
		if k+1 < s.To && !parts(text[prose.Words[k].End:prose.Words[k+1].Start]) {
			continue
		}
		item.To = k + 1
		if n := prose.Length(&item); n <= unit.Of(longestItem) {
			items++
			words += n
		} else {
			end()
		}
		item.From = k + 1
	}
	end()
	return less
}

// parts reports whether a text between two words contains a mark that parts the items of an
// enumeration, or the enumeration from what introduces it.
func parts(text string) bool {
	return text != " " && (strings.IndexByte(text, ',') >= 0 || strings.IndexByte(text, ':') >= 0 || hasForeignComma(text) || strings.Contains(text, "："))
}

// hasForeignComma reports whether a text has a comma of Chinese, Japanese or Arabic.
func hasForeignComma(text string) bool {
	return strings.Contains(text, "、") || strings.Contains(text, "，") || strings.Contains(text, "،")
}
