package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed intro_without.txtar
var introWithoutDocs string

// IntroWithout flags an introduction that does not mention the keyphrase.
var IntroWithout = &lint.Rule{
	Name:     "intro-without-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "no sentence of the introduction has the keyphrase",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: the lead says what the story is about; no search engine documents a place for keywords",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     introWithoutDocs,
	New:      func() lint.Checker { return &introWithout{} },
}

type introWithout struct{}

// Check looks for a mention of the keyphrase or a synonym in the first paragraph. Without
// one, it names the words that are missing from the closest sentence.
func (introWithout) Check(p *lint.Pass) {
	phrase := keyphrase.Of(p.Doc)
	intro := introduction(p.Doc)
	if phrase == nil || intro == lint.None {
		return
	}
	for _, hit := range phrase.Hits {
		if hit.Block == intro {
			return
		}
	}
	text := p.Doc.Blocks[intro].Text
	span := text.All()
	missing := phrase.Phrase.Words
	for k, s := range language.ProseOf(p.Doc).SentencesIn(intro) {
		m := phrase.Phrase.In(text.Slice(int(s.Start), int(s.End)))
		if k == 0 || len(m.Missing) < len(missing) {
			span, missing = text.Span(int(s.Start), int(s.End)), m.Missing
		}
	}
	message := fmt.Sprintf("No sentence of the introduction has the keyphrase “%s”; say early what this is about", phrase.Phrase.Text)
	if len(missing) > 0 && len(missing) < len(phrase.Phrase.Words) {
		message = fmt.Sprintf("No sentence of the introduction has all of “%s”; the nearest lacks %s",
			phrase.Phrase.Text, list(missing))
	}
	p.Report(lint.Finding{Span: span, Message: message})
}
