package wordpack

import (
	"sync"
	"testing"

	"github.com/copychief/copychief/lint/language/token"
)

func TestAPackFactIsComputedOncePerLanguage(t *testing.T) {
	f := NewFact(func(p *Pack) *token.Set { return token.NewSet(p.List("function-words")...) })
	english := f.Of("en")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if f.Of("en-GB") != english || f.Of("") != english {
				t.Error("English was read again")
			}
		})
	}
	all.Wait()
	if german := f.Of("de"); german == english || !german.HasWord("der") || german.HasWord("the") {
		t.Error("German has the words of English")
	}
	if f.Of("xx").HasWord("the") || f.Of("xx") != f.Of("yy") {
		t.Error("languages without a pack have one value, which is empty")
	}
	if n := testing.AllocsPerRun(100, func() { f.Of("en") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}
