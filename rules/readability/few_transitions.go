package readability

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed few_transitions.txtar
var fewTransitionsDocs string

// FewTransitions flags an article with too few transition words between its sentences.
var FewTransitions = &lint.Rule{
	Name:     "few-transitions",
	Family:   lint.ReadabilityFamily,
	Summary:  "few sentences say how they follow from the one before",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Folklore of writing tools; no search engine and no accessibility standard counts transition words",
	},
	Off:       true,
	Languages: wordpack.WithLists("transitions"),
	Articles:  true,
	Habit:     lint.Habit{Does: "have few transition words", Most: true},
	Docs:      fewTransitionsDocs,
	New:       func() lint.Checker { return &fewTransitions{MinShare: 20, MinWords: 200} },
}

type fewTransitions struct {
	MinShare int `yaml:"min_share" doc:"percent of sentences that should have a transition"`
	MinWords int `yaml:"min_words" doc:"articles of fewer words are left alone"`
}

// Check counts the sentences that contain a phrase from the list.
func (r *fewTransitions) Check(p *lint.Pass) {
	if metrics.Of(p.Doc).Words < r.MinWords {
		return
	}
	all := 0
	for range runningSentences(p.Doc) {
		all++
	}
	held, last := 0, lint.None
	prose := language.ProseOf(p.Doc)
	for _, h := range lexicon.Of(wordpack.Of(p.Doc.Language), "transitions").Find(p.Doc) {
		s := &prose.Sentences[h.Sentence]
		if h.Sentence != last && h.Voice == language.Author && running(&p.Doc.Blocks[h.Block]) && prose.Words[s.From].Voice == language.Author {
			held, last = held+1, h.Sentence
		}
	}
	if all == 0 || 100*held >= r.MinShare*all {
		return
	}
	p.Report(lint.Finding{
		Span:  p.Doc.Top(),
		About: p.Doc.Body(),
		Message: fmt.Sprintf("%d %% of sentences have a transition (%d of %d), under %d %%; say how they follow",
			100*held/all, held, all, r.MinShare),
	})
}
