package headline

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed clickbait.txtar
var clickbaitDocs string

//go:embed clickbait.txt
var clickbaitList string

// Clickbait flags a headline that withholds what it should say.
var Clickbait = &lint.Rule{
	Name:     "clickbait",
	Family:   lint.HeadlineFamily,
	Summary:  "the headline withholds its news or promises a feeling",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Creating helpful, reliable, people-first content (asks whether the headline avoids exaggerating or being shocking)",
		URL:    "https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
	},
	Languages: []string{"en"},
	Docs:      clickbaitDocs,
	New:       func() lint.Checker { return &clickbait{} },
}

type clickbait struct{}

var clickbaits = sync.OnceValue(func() *language.Lexicon {
	return language.NewLexicon(language.ReadEntries(clickbaitList))
})

// Check looks for phrases of the list in the headlines; one finding speaks for both.
func (*clickbait) Check(p *lint.Pass) {
	for text := range wordings(p.Doc) {
		hits := clickbaits().In(text.String())
		if len(hits) == 0 {
			continue
		}
		hit := &hits[0]
		f := lint.Finding{
			Span:    place(p.Doc, text),
			Message: fmt.Sprintf("“%s” %s; say what the news is", lint.Clip(maxShown, text.Slice(hit.Start, hit.End)), hit.Entry.Class),
		}
		if text.Placed() {
			f.Span = text.Span(hit.Start, hit.End)
		}
		p.Report(f)
		return
	}
}
