package drafting

import "github.com/copychief/copychief/lint/language"

// noteLists is the lists of phrases that tell a note to the editor.
type noteLists struct {
	labels, endings, plurals, preambles, terms, self, greetings []string

	longest int // more bytes than a label with its colon has
}

var notes = language.NewPackFact(func(p *language.Pack) *noteLists {
	n := &noteLists{
		labels: p.Lines("note-labels"), endings: p.Lines("note-label-endings"), plurals: p.Lines("note-plurals"),
		preambles: p.Lines("assistant-openings"), terms: p.Lines("search-terms"), self: p.Lines("article-in-the-making"),
		greetings: p.List("greetings"),
	}
	for _, label := range n.labels {
		n.longest = max(n.longest, len(label)+len("s suggestions: "))
	}
	return n
})
