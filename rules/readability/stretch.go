package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// longestStretch returns the length of a sentence as a reader has to hold it. If semicolons, line
// breaks or bars divide the sentence, or it is two that have lost the space between them, that is the
// length of its longest part, since readers can pause there. An enumeration counts as one word:
// readers run their eyes over it. What corner brackets enclose is a name or somebody's words, and
// does not count. If lines is true, readers see each line break of the source.
func longestStretch(d *lint.Document, s *language.Sentence, unit language.Unit, lines bool) int {
	prose, block := language.ProseOf(d), &d.Blocks[s.Block]
	text := block.Text.String()
	longest, part := 0, *s
	words, dot := prose.Words[:s.To], nextDot(text, s.Start, s.End)
	for k := s.From; k < s.To; k++ {
		if dot < words[k].Start {
			dot = nextDot(text, words[k].Start, s.End)
		}
		ends := lines && int(k+1) < len(words) && breaks(d, block, int(words[k].End), int(words[k+1].Start), true)
		if !ends && int(k+1) < len(words) && (dot >= words[k].End && isSpace(text, &words[k], &words[k+1]) || !divides(d, block, words[k:], text)) {
			continue // most words have no full stop in them, and a space after them
		}
		part.To = k + 1
		if n := prose.Length(&part); n > longest {
			longest = max(longest, n-enumerated(prose, &part, text, unit)-bracketed(prose, &part, text[s.Start:prose.Words[k].End]))
		}
		part.From = k + 1
	}
	return longest
}

// nextDot returns the offset of the first full stop in text[from:to], or to.
func nextDot(text string, from, to int32) int32 {
	if i := strings.IndexByte(text[from:to], '.'); i >= 0 {
		return from + int32(i)
	}
	return to
}

// isSpace reports whether a space is all that is between two words, as it is between most.
func isSpace(text string, a, b *language.Word) bool { return b.Start-a.End == 1 && text[a.End] == ' ' }

// divides reports whether a reader can pause after the first of some words.
func divides(d *lint.Document, b *lint.Block, words []language.Word, text string) bool {
	if isSpace(text, &words[0], &words[1]) {
		return glued(words, text)
	}
	return rests(text[words[0].End:words[1].Start]) || glued(words, text) || newLine(d, b, &words[0], &words[1])
}

// glued reports whether a sentence ends in or after the first of some words, and has lost the space
// after it: “the harbour.Boats went”, or with the number of a note, “the harbour.12 Boats went”.
func glued(words []language.Word, text string) bool {
	word := text[words[0].Start:words[0].End]
	if before, after, found := strings.Cut(word, "."); found {
		return len(before) > 2 && lower(before) && after != "" && lower(after[1:]) && 'A' <= after[0] && after[0] <= 'Z'
	}
	switch gap := text[words[0].End:words[1].Start]; {
	case gap == "!" || gap == "?":
		return words[1].Shape&language.Capital != 0
	case gap == "." && len(words) > 2 && text[words[1].End:words[2].Start] == " ":
		number := text[words[1].Start:words[1].End]
		return len(number) <= 3 && strings.Trim(number, "0123456789") == "" && words[2].Shape&language.Capital != 0
	}
	return false
}

func lower(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLower(r) })
}

// newLine reports whether a line of the source that begins with a picture lies between two words:
// such lines are items.
func newLine(d *lint.Document, b *lint.Block, last, next *language.Word) bool {
	if next.Start-last.End < 2 {
		return false
	}
	_, line, found := strings.Cut(d.Source.Slice(b.Text.Span(int(last.End), int(next.Start))), "\n")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " \t>*_"))
	return found && first != utf8.RuneError && unicode.Is(unicode.So, first)
}

// bracketed returns the length of the words of a part of a sentence in corner brackets. The text
// begins with the sentence.
func bracketed(prose *language.Prose, part *language.Sentence, sentence string) int {
	if !strings.Contains(sentence, "「") && !strings.Contains(sentence, "『") {
		return 0
	}
	inside, at, n := 0, 0, 0
	for k := part.From; k < part.To; k++ {
		start := int(prose.Words[k].Start - part.Start)
		for _, r := range sentence[at:start] {
			switch r {
			case '「', '『':
				inside++
			case '」', '』':
				inside = max(0, inside-1)
			}
		}
		if at = start; inside > 0 {
			n += prose.Length(&language.Sentence{From: k, To: k + 1})
		}
	}
	return n
}

// rests reports whether a text contains a semicolon, a line break or a bar.
func rests(text string) bool {
	return text != " " && (strings.ContainsAny(text, ";\n|") || strings.Contains(text, "；"))
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

// parts reports whether a text between two words contains a mark that separates the items of an
// enumeration, or the enumeration from what introduces it.
func parts(text string) bool {
	return text != " " && (strings.IndexByte(text, ',') >= 0 || strings.IndexByte(text, ':') >= 0 || hasForeignComma(text) || strings.Contains(text, "："))
}

// hasForeignComma reports whether a text has a comma of Chinese, Japanese or Arabic.
func hasForeignComma(text string) bool {
	return strings.Contains(text, "、") || strings.Contains(text, "，") || strings.Contains(text, "،")
}
