package readability

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
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

// limit returns the length above which a sentence is long in a language. Where guides state a
// limit for a single sentence in characters, it is the same part of that as the default is of
// the limit in words: sentences are longer there than their translation.
func (r *longSentences) limit(tag string) (most int, unit language.Unit) {
	unit, _ = language.UnitOf(tag)
	most = unit.Of(r.Words)
	if characters := charactersOf(tag); characters > 0 {
		most = max(most, characters*r.Words/mostWords)
	}
	return most, unit
}

// Check computes the share of long sentences. The finding is placed on the longest one,
// the best place to start.
func (r *longSentences) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	limit, unit := r.limit(p.Doc.Language)
	all, undivided := 0, 0
	for s := range runningSentences(p.Doc) {
		if all++; prose.Longer(s, limit) {
			undivided++
		}
	}
	if _, over := shareOver(undivided, all, r.MaxShare+tolerance); !over || all < r.MinSentences {
		return // whatever the parts of the long ones are
	}
	long, most := 0, 0
	var longest *language.Sentence
	for s := range runningSentences(p.Doc) {
		if !prose.Longer(s, limit) {
			continue
		}
		n := longestStretch(p.Doc, s, unit, p.Site != nil && p.Site.LineBreaks)
		if n <= limit {
			continue
		}
		long++
		if n > most {
			most, longest = n, s
		}
	}
	percent, over := shareOver(long, all, r.MaxShare+tolerance)
	if over && transcript.Verbatim(p.Doc) {
		p.Skip(verbatim)
		return
	}
	if !over || longest == nil {
		return
	}
	p.Report(lint.Finding{
		Span:  p.Doc.Blocks[longest.Block].Text.Span(int(longest.Start), int(longest.End)),
		About: p.Doc.Body(),
		Message: fmt.Sprintf("%d %% of sentences have over %d %s, more than %d %%; begin with this one of %d",
			percent, limit, unit.Name, r.MaxShare, most),
	})
}
