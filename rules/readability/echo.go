package readability

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// echoes reports whether a sentence would say something twice with the replacement of a phrase: “the
// nets that we use utilize rope”.
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
	return false
}
