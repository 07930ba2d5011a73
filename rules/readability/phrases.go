package readability

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// The lists are our own. A line is a phrase; behind an equals sign stand the words
// that can replace it, the best first, with a bar between them.
//
//go:embed phrases.txt
var phraseList string

// The classes of the list; each belongs to a rule.
const (
	wordy  = "wordy"
	cliche = "cliche"
	weasel = "weasel"
)

// listed is the compiled list: what to look for, and what replaces a phrase.
type listed struct {
	lexicon      *language.Lexicon
	replacements map[string][]string
}

var phrases = sync.OnceValue(func() listed {
	list := listed{replacements: map[string][]string{}}
	entries := language.ReadEntries(phraseList)
	for i := range entries {
		phrase, replacements, ok := strings.Cut(entries[i].Phrase, "=")
		entries[i].Phrase = strings.TrimSpace(phrase)
		if !ok {
			continue
		}
		for r := range strings.SplitSeq(replacements, "|") {
			list.replacements[entries[i].Phrase] = append(list.replacements[entries[i].Phrase], strings.TrimSpace(r))
		}
	}
	list.lexicon = language.NewLexicon(entries)
	return list
})

// phraseHits is every phrase of the list in a document, found in one pass for the
// three rules that share it.
var phraseHits = lint.NewFact(func(d *lint.Document) []language.LexiconHit { return phrases().lexicon.Find(d) })

// eachPhrase calls found for every phrase of a class in the author's running text
// that allow does not name, with the block it stands in and the phrase as written.
func eachPhrase(d *lint.Document, class string, allow []string, found func(h *language.LexiconHit, b *lint.Block, written string)) {
	hits := phraseHits.Of(d)
	for i := range hits {
		h := &hits[i]
		if h.Entry.Class != class || h.Voice != language.Author {
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
