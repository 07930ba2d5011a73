package token

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

func TestWordsOfTheCorpusEqualLibrary(t *testing.T) {
	corpus.Run(t, func(t *testing.T, list []corpus.Draft) {
		for _, draft := range list {
			d := parse.Parse(draft.Name, draft.Content, parse.Options{})
			for i := range d.Blocks {
				s := d.Blocks[i].Text.String()
				if got, want := wordsIn(s), libraryWords(s); !slices.Equal(got, want) {
					t.Fatalf("%s: words of %q are %q, the library's %q", d.Source.Path, s, got, want)
				}
			}
		}
	})
}
