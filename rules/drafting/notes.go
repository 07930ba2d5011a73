package drafting

import (
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// noteLists holds the lists of phrases that identify a note to the editor. The search
// terms are stored twice: for counting, and by the first bytes of a word.
type noteLists struct {
	labels, preambles, begins, greetings *lexicon.Prefixes
	endings, plurals, terms, self        []string

	longest int // upper bound in bytes for a label with its colon
}

var notes = wordpack.NewFact(func(p *wordpack.Pack) *noteLists {
	labels, terms := p.Lines("note-labels"), p.Lines("search-terms")
	n := &noteLists{
		labels: lexicon.NewPrefixes(labels), preambles: lexicon.NewPrefixes(p.Lines("assistant-openings")),
		begins: lexicon.NewPrefixes(terms), greetings: lexicon.NewPrefixes(p.List("greetings")),
		endings: p.Lines("note-label-endings"), plurals: p.Lines("note-plurals"),
		terms: terms, self: p.Lines("article-in-the-making"),
	}
	for _, label := range labels {
		n.longest = max(n.longest, len(label)+len("s suggestions: "))
	}
	return n
})
