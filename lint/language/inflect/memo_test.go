package inflect

import (
	"fmt"
	"sync"
	"testing"
)

func TestStemsAreThoseOfTheLanguageHoweverManyWordsThereAre(t *testing.T) {
	var together sync.WaitGroup
	for range 4 {
		together.Go(func() {
			for i := range 2_000 {
				word := fmt.Sprintf("%cours%dings", 'a'+i%26, i)
				for _, language := range []string{"en", "fr", "de"} {
					f := StemmerOf(language)
					if got, want := f.Stem(word), new(memo).of(&f, word); got != want {
						t.Errorf("the stem of %q in %s is %q, not %q", word, language, got, want)
						return
					}
				}
			}
		})
	}
	together.Wait()
}
