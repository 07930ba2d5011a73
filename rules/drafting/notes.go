package drafting

import "github.com/copychief/copychief/lint/language"

// noteLists is the lists of phrases that tell a note to the editor. The terms of search
// are there twice: for counting, and for what a word begins with.
type noteLists struct {
	labels, preambles, begins, greetings *language.Prefixes
	endings, plurals, terms, self        []string

	longest int // more bytes than a label with its colon has
}

var notes = language.NewPackFact(func(p *language.Pack) *noteLists {
	labels, terms := p.Lines("note-labels"), p.Lines("search-terms")
	n := &noteLists{
		labels: language.NewPrefixes(labels), preambles: language.NewPrefixes(p.Lines("assistant-openings")),
		begins: language.NewPrefixes(terms), greetings: language.NewPrefixes(p.List("greetings")),
		endings: p.Lines("note-label-endings"), plurals: p.Lines("note-plurals"),
		terms: terms, self: p.Lines("article-in-the-making"),
	}
	for _, label := range labels {
		n.longest = max(n.longest, len(label)+len("s suggestions: "))
	}
	return n
})
