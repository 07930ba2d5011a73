package readability

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// The lists of phrases; each belongs to a rule.
const (
	wordy  = "wordy"
	cliche = "cliche"
	weasel = "weasel"
)

// phraseHits is every phrase of the three lists in a document, found in one pass for the
// rules that share it.
var phraseHits = lint.NewFact(func(d *lint.Document) []language.LexiconHit {
	return language.PackOf(d.Language).Phrases(wordy, cliche, weasel).Find(d)
})

// eachPhrase calls found for every phrase of a list in the author's running text
// that allow does not name, with the block it stands in and the phrase as written.
func eachPhrase(d *lint.Document, list string, allow []string, found func(h *language.LexiconHit, b *lint.Block, written string)) {
	hits := phraseHits.Of(d)
	for i := range hits {
		h := &hits[i]
		if h.Entry.Class != list || h.Voice != language.Author {
			continue
		}
		b := &d.Blocks[h.Block]
		if !running(b) || contains(allow, h.Entry.Phrase) || inTitle(b, h.Start) {
			continue
		}
		found(h, b, b.Text.Slice(h.Start, h.End))
	}
}

// inTitle reports whether offset i lies in the title of a work or in the words of a
// link, which are often somebody else's headline.
func inTitle(b *lint.Block, i int) bool {
	return b.Marked(lint.MarkCite, i) || b.Marked(lint.MarkLink, i)
}
