package quotes

import (
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func TestSpokenQuotationsHaveAVerbOfSaying(t *testing.T) {
	for text, want := range map[string]bool{
		"“The money is gone,” said Ann Bell.":                         true,
		"“The money is gone,” officials said on Monday.":              true,
		"“The money is gone,” she says.":                              true,
		"According to the court, “the money is gone for good”.":       true,
		"Per Tom Vik, “the money is gone for good.”":                  true,
		"A customer might say “I cannot find the money”.":             false,
		"The signal says “here is a new page”.":                       false,
		"Data sources are not shown: “The map does not have them.”":   false,
		"The region’s official guide says “the railing is high now”.": false,
		"Ask “how can we paint it better?”":                           false,
	} {
		quotes := Of(langtest.Document(text))
		if len(quotes) != 1 {
			t.Errorf("%s: %d quotations", text, len(quotes))
			continue
		}
		if quotes[0].Spoken != want {
			t.Errorf("%s: spoken is %v", text, quotes[0].Spoken)
		}
	}
}

// TestTermsOfOtherLanguagesAreNoQuotations has sentences in which the grammar of English would see
// somebody who speaks.
func TestTermsOfOtherLanguagesAreNoQuotations(t *testing.T) {
	const text = "Pour la suite, Atlas use un “plan de port” en couleurs.\n"
	for language, want := range map[string]int{"fr": 0, "en": 1} {
		d := langtest.Document(text)
		d.Language = language
		asked := 0
		d.Tagger = func([]string) []string { asked++; return nil }
		if got := len(Of(d)); got != want || language != "en" && asked > 0 {
			t.Errorf("%s: %d quotations, want %d; %d questions to the model", language, got, want, asked)
		}
	}
}

func TestQuestionsWithoutAnAnswerAreKnown(t *testing.T) {
	for text, want := range map[string]bool{
		"Buckets stand between the shelves. “Every week we move the books.”": true,
		"“We open at noon,” said Ann Lee.":                                   false,
	} {
		d := langtest.Document(text)
		d.Tagger = func([]string) []string { return nil }
		if got := Unsettled(d); got != want {
			t.Errorf("%s: unsettled %t", text, got)
		}
		if d = langtest.Document(text); Unsettled(d) {
			t.Errorf("%s: unsettled with a model", text)
		}
	}
}
