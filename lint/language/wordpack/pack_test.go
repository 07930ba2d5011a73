package wordpack

import (
	"sync"
	"testing"

	"github.com/copychief/copychief/lint/language/token"
)

func TestAPackCompilesLists(t *testing.T) {
	p := Of("en-GB")
	if set := p.Words("function-words"); !set.HasWord("The") || set.HasWord("house") {
		t.Error("the function words of English are not its set")
	}
	both := p.Words("name-particles", "always-capital")
	if !both.HasWord("von") || !both.HasWord("I’ve") || both.HasWord("the house") {
		t.Error("two lists are not one set")
	}
}

func TestAPackWithoutAListIsEmpty(t *testing.T) {
	for _, p := range []*Pack{Of("xx"), Of("de"), emptyPack} {
		if p.Words("syllables").HasWord("the") || p.Words("syllables", "always-capital").HasWord("i") {
			t.Error("a list that is not there has something in it")
		}
	}
	if Of("xx") != Of("yy") || Of("de") == Of("en") {
		t.Error("packs are not by language")
	}
}

func TestSharedWordsAreThoseOfAllLanguages(t *testing.T) {
	set := Shared().Words("function-words")
	for _, w := range []string{"the", "der", "les"} {
		if !set.HasWord(w) {
			t.Errorf("%q is missing", w)
		}
	}
}

func TestAListIsCompiledOnce(t *testing.T) {
	p := newPack(Of("en").Lists)
	var all sync.WaitGroup
	sets := make([]*token.Set, 8)
	for i := range sets {
		all.Go(func() {
			sets[i] = p.Words("function-words")
			p.Words("always-capital", "function-words")
		})
	}
	all.Wait()
	for i := range sets {
		if sets[i] != sets[0] {
			t.Error("a list was compiled twice")
		}
	}
	if first, again := p.Words("always-capital", "function-words"), p.Words("always-capital", "function-words"); first != again {
		t.Error("a combination was compiled twice")
	}
	if n := testing.AllocsPerRun(100, func() { p.Words("function-words") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}
