package readability

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed passive_voice.txtar
var passiveVoiceDocs string

// Participles that do not end in -ed, and words in -ed that are none.
//
//go:embed participles.txt
var participleList string

// PassiveVoice flags an article in which too often nobody acts.
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
	Languages: []string{"en"},
	Docs:      passiveVoiceDocs,
	New:       func() lint.Checker { return &passiveVoice{MaxShare: 10, MinSentences: 10} },
}

type passiveVoice struct {
	MaxShare     int `yaml:"max_share" doc:"percent of all sentences that may be passive"`
	MinSentences int `yaml:"min_sentences" doc:"articles of fewer sentences are left alone"`
}

var participles = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, e := range language.ReadEntries(participleList) {
		for w := range strings.FieldsSeq(e.Phrase) {
			set[w] = e.Class == "participle"
		}
	}
	return set
})

// maxPlaces bounds how many passive sentences the finding names.
const maxPlaces = 10

// Check counts the sentences that hold a form of “be” and a participle behind it.
func (r *passiveVoice) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	all, passive := 0, 0
	var places []lint.Related
	for s, text := range runningSentences(p.Doc) {
		all++
		start, end := passiveIn(prose.Words[s.From:s.To], text)
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

// passiveIn returns where the first passive of a sentence stands, end 0 for none: a
// form of “be”, at most two adverbs, a participle.
func passiveIn(words []language.Word, text string) (start, end int) {
	for k := range words {
		if words[k].Voice != language.Author || !isBe(text[words[k].Start:words[k].End]) {
			continue
		}
		for n := k + 1; n < len(words) && n <= k+3; n++ {
			word := strings.ToLower(text[words[n].Start:words[n].End])
			if text[words[n-1].End:words[n].Start] != " " || words[n].Voice != language.Author {
				break
			}
			if participle(word) {
				return int(words[k].Start), int(words[n].End)
			}
			if !strings.HasSuffix(word, "ly") && !between(word) {
				break
			}
		}
	}
	return 0, 0
}

func participle(word string) bool {
	is, listed := participles()[word]
	return is || !listed && len(word) > 4 && strings.HasSuffix(word, "ed")
}

func isBe(word string) bool {
	switch strings.ToLower(word) {
	case "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "isn’t", "aren’t", "wasn’t", "weren’t":
		return true
	}
	return false
}

func between(word string) bool {
	switch word {
	case "not", "never", "always", "often", "also", "still", "then", "now", "already", "just", "being", "been", "soon", "once":
		return true
	}
	return false
}
