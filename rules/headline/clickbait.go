package headline

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed clickbait.txtar
var clickbaitDocs string

// Clickbait flags a headline that withholds its point.
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
	Languages: wordpack.WithLists(withheld, feeling),
	Articles:  true,
	Docs:      clickbaitDocs,
	New:       func() lint.Checker { return &clickbait{} },
}

type clickbait struct{}

// The lists of phrases that withhold information and that promise a feeling.
const (
	withheld = "clickbait-withheld"
	feeling  = "clickbait-feeling"
)

// Check looks for phrases of the lists in the headlines; one finding covers both.
func (*clickbait) Check(p *lint.Pass) {
	phrases := lexicon.Of(wordpack.Of(p.Doc.Language), withheld, feeling)
	for text := range wordings(p.Doc) {
		hits := phrases.In(text.String())
		if len(hits) == 0 {
			continue
		}
		hit, does := &hits[0], "withholds what happened"
		if hit.Entry.Class == feeling {
			does = "promises a feeling"
		}
		f := lint.Finding{
			Span:    place(p.Doc, text),
			Message: fmt.Sprintf("“%s” %s; say what the news is", lint.Clip(maxShown, text.Slice(hit.Start, hit.End)), does),
		}
		if text.Placed() {
			f.Span = text.Span(hit.Start, hit.End)
		}
		p.Report(f)
		return
	}
}
