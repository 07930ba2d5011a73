package readability

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
)

//go:embed long_sentences.txtar
var longSentencesDocs string

// LongSentences flags an article with too many long sentences.
var LongSentences = &lint.Rule{
	Name:     "long-sentences",
	Family:   lint.ReadabilityFamily,
	Summary:  "too many of the sentences are long",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; the share and the length are folklore of writing tools, and no search engine documents either",
	},
	Habit:   lint.Habit{Does: "have many long sentences", Most: true},
	Measure: true,
	Docs:    longSentencesDocs,
	New:     func() lint.Checker { return &longSentences{MaxShare: 40, Words: 25, MinSentences: 10} },
}

type longSentences struct {
	MaxShare     int `yaml:"max_share" doc:"percent of all sentences that may be long"`
	Words        int `yaml:"words" doc:"a sentence of more words than this is long"`
	MinSentences int `yaml:"min_sentences" doc:"articles of fewer sentences are left alone"`
}

// tolerance is how many percentage points the share may exceed the limit: a single
// sentence makes that much difference.
const tolerance = 2

// Check computes the share of long sentences. The finding is placed on the longest one,
// the best place to start.
func (r *longSentences) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	unit, _ := language.UnitOf(p.Doc.Language)
	limit := unit.Of(r.Words)
	all, long, most := 0, 0, 0
	var longest *language.Sentence
	for s := range runningSentences(p.Doc) {
		all++
		n := prose.Length(s)
		if n <= limit {
			continue
		}
		long++
		if n > most {
			most, longest = n, s
		}
	}
	percent, over := shareOver(long, all, r.MaxShare+tolerance)
	if !over || all < r.MinSentences || longest == nil || quotes.Transcript(p.Doc) {
		return
	}
	p.Report(lint.Finding{
		Span:  p.Doc.Blocks[longest.Block].Text.Span(int(longest.Start), int(longest.End)),
		About: p.Doc.Body(),
		Message: fmt.Sprintf("%d %% of sentences have over %d %s, more than %d %%; begin with this one of %d",
			percent, limit, unit.Name, r.MaxShare, most),
	})
}
