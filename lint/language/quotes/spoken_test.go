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
