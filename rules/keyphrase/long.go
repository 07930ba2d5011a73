package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed long.txtar
var longDocs string

// Long flags a keyphrase that is too long to be used naturally in a sentence.
var Long = &lint.Rule{
	Name:     "long-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "the keyphrase has too many words to be used in a sentence",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice; no search engine documents a length of keyphrases",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     longDocs,
	New:      func() lint.Checker { return &long{MaxWords: 4} },
}

type long struct {
	MaxWords int `yaml:"max_words" doc:"content words that a keyphrase may have"`
}

// Check counts the content words of the main and the further keyphrases, without function
// words.
func (r *long) Check(p *lint.Pass) {
	phrase := keyphrase.Of(p.Doc)
	if phrase == nil {
		return
	}
	r.judge(p, phrase)
	for _, k := range keyphrase.Secondary(p.Doc) {
		r.judge(p, k)
	}
}

func (r *long) judge(p *lint.Pass, k *keyphrase.Keyphrase) {
	n := len(k.Phrase.Words)
	if n <= r.MaxWords {
		return
	}
	p.Report(lint.Finding{
		Span:    declared(p.Doc, k),
		Message: fmt.Sprintf("Keyphrase has %d content words (limit %d); keep those that a reader would look for", n, r.MaxWords),
	})
}
