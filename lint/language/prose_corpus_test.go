package language

import (
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

func TestSentencesOfTheCorpusAreInOrder(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		for _, draft := range list {
			d := parse.Parse(draft.Name, draft.Content, parse.Options{})
			checkProse(t, d)
		}
	})
}
