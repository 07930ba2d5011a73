package readability

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed passive_voice.txtar
var passiveVoiceDocs string

// PassiveVoice flags an article that uses the passive voice too often.
var PassiveVoice = &lint.Rule{
	Name:     "passive-voice",
	Family:   lint.ReadabilityFamily,
	Summary:  "too many of the sentences are passive",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine and no accessibility standard asks for the active voice",
	},
	Off:       true,
	Languages: wordpack.WithLists("forms-of-be", "participles"),
	Docs:      passiveVoiceDocs,
	New:       func() lint.Checker { return &passiveVoice{MaxShare: 10, MinSentences: 10} },
}

type passiveVoice struct {
	MaxShare     int `yaml:"max_share" doc:"percent of all sentences that may be passive"`
	MinSentences int `yaml:"min_sentences" doc:"articles of fewer sentences are left alone"`
}

// passives holds the words that identify the passive voice.
type passives struct {
	be, between, participles, others *token.Set
	adverbEndings, endings           []string
}

var passiveWords = wordpack.NewFact(func(p *wordpack.Pack) *passives {
	return &passives{
		be: p.Words("forms-of-be"), between: p.Words("passive-between"),
		participles: p.Words("participles"), others: p.Words("not-participles"),
		adverbEndings: p.List("adverb-endings"), endings: p.List("participle-endings"),
	}
})

// maxPlaces limits how many passive sentences the finding names.
const maxPlaces = 10

// Check counts the sentences with a form of “be” followed by a participle.
func (r *passiveVoice) Check(p *lint.Pass) {
	prose, keys, words := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc), passiveWords.Of(p.Doc.Language)
	all, passive := 0, 0
	var places []lint.Related
	for s, text := range runningSentences(p.Doc) {
		all++
		start, end := words.first(prose.Words[s.From:s.To], keys[s.From:s.To], text)
		if end == 0 {
			continue
		}
		passive++
		if len(places) < maxPlaces {
			places = append(places, lint.Related{Span: p.Doc.Blocks[s.Block].Text.Span(start, end), Message: "passive"})
		}
	}
	percent, over := shareOver(passive, all, r.MaxShare)
	if !over || all < r.MinSentences {
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Body(),
		Message: fmt.Sprintf("%d %% of sentences are passive (%d of %d), over %d %%; say who acts", percent, passive, all, r.MaxShare),
		Related: places,
	})
}

// first returns the span of the first passive of a sentence: a form of “be”, at most two
// adverbs, a participle. end is 0 if there is none.
func (v *passives) first(words []language.Word, keys []uint64, text string) (start, end int) {
	for k := range words {
		if words[k].Voice != language.Author || !v.be.Has(keys[k]) {
			continue
		}
		for n := k + 1; n < len(words) && n <= k+3; n++ {
			if text[words[n-1].End:words[n].Start] != " " || words[n].Voice != language.Author {
				break
			}
			word := strings.ToLower(text[words[n].Start:words[n].End])
			if v.participle(word, keys[n]) {
				return int(words[k].Start), int(words[n].End)
			}
			if !endsIn(word, v.adverbEndings) && !v.between.Has(keys[n]) {
				break
			}
		}
	}
	return 0, 0
}

// participle reports whether a word in lower case is a participle, according to the lists
// or its ending.
func (v *passives) participle(word string, key uint64) bool {
	return v.participles.Has(key) || !v.others.Has(key) && len(word) > 4 && endsIn(word, v.endings)
}

func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}
