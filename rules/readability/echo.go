package readability

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// echoes reports whether a sentence would say something twice with the replacement of a phrase, or
// lose a contrast: “those who need to decide make a decision”, “a small number of large boats and a
// large number of small ones”.
func echoes(d *lint.Document, h *lexicon.Hit, with string) bool {
	prose, text := language.ProseOf(d), d.Blocks[h.Block].Text.String()
	s := &prose.Sentences[h.Sentence]
	with, _, _ = strings.Cut(with, "|")
	for word := range strings.FieldsSeq(with) {
		if language.FunctionWord(word, d.Language) || strings.Contains(h.Entry.Phrase, word) {
			continue
		}
		for k := int(s.From); k < int(s.To); k++ {
			w := &prose.Words[k]
			if (k < h.From || k >= h.To) && strings.EqualFold(text[w.Start:w.End], word) {
				return true
			}
		}
	}
	return contrasts(prose, h, text)
}

// contrasts reports whether the last two words of a phrase of three or more also occur elsewhere in
// its sentence, after another word.
func contrasts(prose *language.Prose, h *lexicon.Hit, text string) bool {
	const fewest, shared = 3, 2 // words
	if h.To-h.From < fewest {
		return false
	}
	word := func(k int) string { return text[prose.Words[k].Start:prose.Words[k].End] }
	s := &prose.Sentences[h.Sentence]
	for k := int(s.From) + 1; k+shared <= int(s.To); k++ {
		if k < h.To && k+shared > h.From {
			continue
		}
		if strings.EqualFold(word(k), word(h.To-2)) && strings.EqualFold(word(k+1), word(h.To-1)) &&
			!strings.EqualFold(word(k-1), word(h.To-fewest)) {
			return true
		}
	}
	return false
}
