package language_test

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/language"
)

func TestSentencesOfAShortTextEndWhereThoseOfADocumentDo(t *testing.T) {
	for text, want := range map[string][]int{
		"":                                nil,
		"…":                               nil,
		"no stop":                         {7},
		"It is over. Go home.":            {11, 20},
		"Mr. Lee paid $3.50 on Jan. 3.":   {29},
		"Is it? I think so, he may. Yes!": {6, 26, 31},
	} {
		if got := language.SentenceEnds(text, "en"); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
