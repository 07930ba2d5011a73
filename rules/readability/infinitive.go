package readability

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// governs reports whether the mark of an infinitive, in place of a phrase, would be read with the
// words before it: “they require in order to sail” is not “they require to sail”, “from an old pier
// in order to load” not from one to the other, and “change the rules in order to change the game”
// needs a sign that the second change is the purpose of the first. After a remark in brackets or a comma,
// the plain mark would be far from the words that it belongs to.
func governs(pack *wordpack.Pack, d *lint.Document, h *lexicon.Hit, beside surroundings) bool {
	if !slices.Contains(pack.Lines("wordy-infinitives"), h.Entry.Phrase) {
		return false
	}
	if beside.before == "" {
		before := strings.TrimRight(d.Blocks[h.Block].Text.Slice(0, h.Start), " \n")
		return strings.HasSuffix(before, ")") || strings.HasSuffix(before, ",")
	}
	return pack.Words("wordy-before-infinitives").HasWord(beside.before) || inRange(pack, d, h) || repeats(d, h, beside.after)
}

// inRange reports whether a phrase follows the noun that a range begins with: “from an old pier in
// order to load”. Only a single thing is such an end; “support from the crews in order to load” can do
// without the words.
func inRange(pack *wordpack.Pack, d *lint.Document, h *lexicon.Hit) bool {
	const most = 4 // words after the one that begins a range
	prose, text := language.ProseOf(d), d.Blocks[h.Block].Text.String()
	openers, articles := pack.Words("wordy-range-openers"), pack.Words("wordy-articles")
	first := int(prose.Sentences[h.Sentence].From)
	for k := h.From - 2; k >= first && h.From-1-k <= most; k-- {
		if w, next := &prose.Words[k], &prose.Words[k+1]; openers.HasWord(text[w.Start:w.End]) {
			return articles.HasWord(text[next.Start:next.End]) && !strings.ContainsAny(text[w.End:h.Start], ",;:.()—")
		}
	}
	return false
}

// repeats reports whether the verb after a phrase is in the sentence before it too.
func repeats(d *lint.Document, h *lexicon.Hit, verb string) bool {
	if verb == "" || language.FunctionWord(verb, d.Language) {
		return false
	}
	prose, text := language.ProseOf(d), d.Blocks[h.Block].Text.String()
	for k := int(prose.Sentences[h.Sentence].From); k < h.From; k++ {
		if w := &prose.Words[k]; strings.EqualFold(text[w.Start:w.End], verb) {
			return true
		}
	}
	return false
}
